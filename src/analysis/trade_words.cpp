#include "trade_words.hpp"

#include <algorithm>
#include <iterator>

namespace rung {
namespace {

constexpr std::string_view stop_words[] = {
    "a",         "about",    "above",    "actually",  "afaik",      "after",     "again",     "all",       "almost",
    "already",   "also",     "although", "always",    "am",         "an",        "and",       "any",       "anyway",
    "apr",       "april",    "are",      "aren",      "arent",      "around",    "as",        "at",        "aug",
    "august",    "away",     "back",     "basically", "be",         "because",   "been",      "being",     "below",
    "between",   "bit",      "both",     "btw",       "but",        "by",        "can",       "cannot",    "cant",
    "chore",     "could",    "couldnt",  "dec",       "december",   "did",       "didnt",     "do",        "does",
    "doesnt",    "doing",    "dont",     "down",      "during",     "each",      "eg",        "eight",     "either",
    "else",      "etc",      "even",     "ever",      "every",      "feat",      "feb",       "february",  "few",
    "finally",   "first",    "five",     "for",       "four",       "fri",       "friday",    "from",      "further",
    "get",       "gets",     "getting",  "go",        "goes",       "going",     "gone",      "got",       "had",
    "has",       "hasnt",    "have",     "havent",    "having",     "he",        "her",       "here",      "hers",
    "herself",   "hey",      "hi",       "him",       "himself",    "his",       "how",       "i",         "id",
    "ie",        "if",       "iirc",     "ill",       "im",         "imo",       "in",        "instead",   "into",
    "is",        "isnt",     "it",       "its",       "itself",     "ive",       "jan",       "january",   "jul",
    "july",      "jun",      "june",     "just",      "let",        "lets",      "like",      "little",    "ll",
    "lol",       "lot",      "lots",     "many",      "mar",        "march",     "may",       "maybe",     "me",
    "meanwhile", "might",    "mon",      "monday",    "more",       "most",      "much",      "must",      "my",
    "myself",    "near",     "neither",  "nine",      "no",         "nope",      "nor",       "not",       "nov",
    "november",  "now",      "oct",      "october",   "of",         "off",       "often",     "ok",        "okay",
    "on",        "once",     "one",      "only",      "onto",       "or",        "other",     "our",       "ours",
    "ourselves", "out",      "over",     "per",       "please",     "pls",       "quite",     "rather",    "re",
    "really",    "s",        "same",     "saturday",  "sep",        "sept",      "september", "seven",     "she",
    "should",    "shouldnt", "since",    "six",       "so",         "some",      "someone",   "something", "soon",
    "still",     "such",     "sunday",   "t",         "tbh",        "ten",       "than",      "that",      "thats",
    "the",       "their",    "theirs",   "them",      "themselves", "then",      "there",     "these",     "they",
    "thing",     "things",   "third",    "this",      "those",      "though",    "three",     "through",   "thu",
    "thursday",  "thx",      "till",     "to",        "today",      "todo",      "tomorrow",  "too",       "tue",
    "tuesday",   "two",      "under",    "until",     "up",         "upon",      "us",        "ve",        "very",
    "via",       "vs",       "w",        "was",       "wasnt",      "we",        "wed",       "wednesday", "well",
    "were",      "werent",   "what",     "when",      "where",      "whether",   "which",     "while",     "who",
    "whole",     "whom",     "whose",    "why",       "will",       "with",      "within",    "without",   "wo",
    "wont",      "would",    "wouldnt",  "yay",       "yep",        "yesterday", "yet",       "you",       "your",
    "yours",     "yourself"};

constexpr std::string_view common_words[] = {
    "able",    "add",      "added",     "adding",      "after",     "ask",      "asked",     "asking",   "best",
    "better",  "big",      "bug",       "build",       "building",  "built",    "call",      "called",   "came",
    "case",    "cases",    "change",    "changed",     "changes",   "changing", "check",     "checked",  "code",
    "come",    "customer", "customers", "data",        "day",       "days",     "different", "do",       "done",
    "early",   "end",      "engineer",  "engineering", "engineers", "every",    "feature",   "features", "file",
    "files",   "find",     "first",     "fix",         "fixed",     "fixes",    "fixing",    "follow",   "found",
    "full",    "gave",     "get",       "give",        "given",     "goal",     "goals",     "good",     "great",
    "half",    "help",     "helped",    "helping",     "hour",      "hours",    "issue",     "issues",   "job",
    "jobs",    "keep",     "kept",      "knew",        "know",      "known",    "large",     "last",     "late",
    "later",   "level",    "line",      "lines",       "long",      "look",     "looked",    "looking",  "made",
    "main",    "make",     "making",    "many",        "meeting",   "meetings", "minute",    "minutes",  "ml",
    "model",   "models",   "month",     "months",      "move",      "moved",    "moving",    "need",     "needed",
    "needs",   "new",      "next",      "nice",        "now",       "number",   "numbers",   "old",      "part",
    "parts",   "people",   "person",    "plan",        "point",     "points",   "problem",   "problems", "product",
    "project", "projects", "put",       "quarter",     "quick",     "quickly",  "ran",       "read",     "reading",
    "real",    "release",  "result",    "results",     "run",       "running",  "said",      "saw",      "say",
    "second",  "see",      "seen",      "service",     "services",  "set",      "short",     "show",     "showed",
    "shown",   "side",     "simple",    "small",       "software",  "start",    "started",   "starting", "step",
    "steps",   "support",  "supported", "system",      "systems",   "take",     "taken",     "talk",     "talked",
    "talking", "team",     "teams",     "tell",        "test",      "tests",    "thing",     "think",    "thought",
    "time",    "times",    "told",      "took",        "top",       "tried",    "try",       "trying",   "update",
    "updated", "updating", "use",       "used",        "user",      "users",    "using",     "version",  "want",
    "wanted",  "wants",    "way",       "ways",        "week",      "weeks",    "went",      "work",     "worked",
    "working", "works",    "write",     "writing",     "written",   "wrote",    "year",      "years"};

constexpr std::string_view chore_words[] = {"airbnb",      "airport",       "appointment",
                                            "asdf",        "backpack",      "backpacks",
                                            "badge",       "booked",        "booking",
                                            "bookmarks",   "cable",         "chair",
                                            "charger",     "commute",       "concur",
                                            "copyright",   "daycare",       "dental",
                                            "dentist",     "desk",          "dock",
                                            "doctor",      "dongle",        "dotfiles",
                                            "downloads",   "electrician",   "emoji",
                                            "enrollment",  "ergonomic",     "expense",
                                            "expenses",    "expensify",     "flight",
                                            "flights",     "flu",           "fob",
                                            "fridge",      "garage",        "gitignore",
                                            "gym",         "hdmi",          "headphones",
                                            "headset",     "helpdesk",      "holiday",
                                            "holidays",    "hoodie",        "hotel",
                                            "hr",          "inbox",         "invoice",
                                            "iphone",      "iterm",         "itinerary",
                                            "jury",        "keyboard",      "keycard",
                                            "kids",        "lanyard",       "laptop",
                                            "locker",      "lockfile",      "macbook",
                                            "macos",       "mailbox",       "mails",
                                            "merch",       "mouse",         "mug",
                                            "ooo",         "optician",      "ordered",
                                            "parental",    "parking",       "passport",
                                            "password",    "passwords",     "payroll",
                                            "payslip",     "plane",         "plumber",
                                            "printer",     "pto",           "rebase",
                                            "rebased",     "reboot",        "rebooted",
                                            "receipt",     "receipts",      "reimburse",
                                            "reimbursed",  "reimbursement", "reimbursements",
                                            "reinstall",   "reinstalled",   "renew",
                                            "renewed",     "screensaver",   "shirt",
                                            "sick",        "snack",         "snacks",
                                            "socks",       "squash",        "squashed",
                                            "sticker",     "stickers",      "stuff",
                                            "swag",        "taxi",          "theme",
                                            "timeoff",     "timesheet",     "timesheets",
                                            "tmp",         "tmux",          "trains",
                                            "travel",      "trip",          "tshirt",
                                            "typo",        "typos",         "unread",
                                            "unsubscribe", "unsubscribed",  "vacation",
                                            "vet",         "vimrc",         "visa",
                                            "vpn",         "wallpaper",     "webcam",
                                            "whitespace",  "wifi",          "wip",
                                            "workday",     "zshrc"};

// A word and, after the `=`, its meaning. clang-format would put each on its own line.
// clang-format off
constexpr std::string_view expansions[] = {
    "1on1=oneonone", "a11y=accessibility", "aaai=conference paper", "ab=ab test", "accessible=accessibility",
    "acl=conference paper", "als=matrix factorization", "altair=plot", "ambiguities=ambiguous",
    "ambiguity=ambiguous", "analyse=analysis", "analysed=analysis", "analyses=analysis", "analysing=analysis",
    "analyze=analysis", "analyzed=analysis", "analyzing=analysis", "annotate=annotation labeling",
    "annotated=annotation labeling", "annotations=annotation labeling", "annotator=annotation labeling",
    "annotators=annotation labeling", "anonymise=anonymized", "anonymised=anonymized", "anonymize=anonymized",
    "anova=statistics", "apologise=apologize", "apologised=apologize", "approval=approve", "arch=architecture",
    "argument=argue", "arima=time series", "arpu=revenue", "arr=revenue", "assumption=assume", "assumptions=assume",
    "auth=authentication", "axed=shelved", "bandits=bandit", "barbecue=team dinner", "bayes=bayesian",
    "bbq=team dinner", "be=backend", "began=begin", "begun=begin", "behaviour=behavior", "bert=transformer",
    "biz=business", "blocked=block", "blocker=block", "blockers=block", "blocking=block", "blocks=block",
    "blog=blog post", "blogged=blog post", "blogpost=blog post", "blunder=mistake", "bookings=conversion",
    "bootcamp=course", "boss=manager", "bought=buy", "bounce=churn", "bowling=team event", "boxplot=chart",
    "bq=bigquery", "brier=calibration", "broke=break", "broken=break", "brought=bring", "brownbag=brown bag",
    "built=build", "buyer=customer", "buyers=customer", "came=come", "canaried=canary", "canarying=canary",
    "cancellations=churn", "cancelled=canceled", "cand=candidate", "cands=candidate", "canned=shelved",
    "catboost=gradient boosting", "caught=catch", "ccpa=gdpr privacy", "centre=center", "ceo=executive",
    "cfg=configuration", "cfo=executive", "charts=chart", "chatgpt=llm", "chatted=talk", "checkouts=conversion",
    "choice=choose", "choices=choose", "chose=choose", "chosen=choose", "ci95=confidence interval",
    "cis=confidence interval", "ckpt=checkpoint", "clarification=clarify", "clarified=clarify", "class=course",
    "classes=course", "claude=llm", "cleanups=cleanup", "clients=customer", "cluster=clustering",
    "cnn=computer vision cnn", "coaching=coach", "coe=postmortem", "cofounder=founder", "collab=collaboration",
    "collabed=collaboration", "collabs=collaboration", "colleague=teammate", "colleagues=teammate",
    "comms=communication", "conclusion=conclude", "conda=poetry", "config=configuration", "configs=configuration",
    "consented=consent", "consumer=customer", "consumers=customer", "convo=conversation", "convos=conversation",
    "corr=correlation", "coworker=teammate", "coworkers=teammate", "cpp=c++", "cr=code review", "crs=code review",
    "csat=nps satisfaction", "cto=executive", "cuped=experiment", "cust=customer", "custs=customer",
    "cv=computer vision", "cvpr=conference paper", "cvr=conversion", "dag=airflow", "dags=airflow",
    "dagster=airflow", "databricks=spark", "datadog=dashboard", "db=database", "dbscan=clustering",
    "de=data engineering", "debriefs=debrief", "debt=tech debt", "decided=decide", "decision=decide",
    "decisions=decide", "deck=slides", "decks=slides", "decommission=sunset", "decommissioned=sunset",
    "dedup=dedupe", "deduped=dedupe", "deduplicate=dedupe", "deduplicated=dedupe", "deliveries=deliver",
    "delivery=deliver", "demoed=demo", "demoing=demo", "dep=dependency", "deprecated=deprecate",
    "deprecating=deprecate", "deprecation=deprecate", "deprio=deprioritize", "deprioed=deprioritize",
    "deprioritised=deprioritize", "deps=dependency", "dev=development", "devs=engineers", "diffs=diff",
    "director=leadership", "directors=leadership", "disability=accessibility", "disabled=accessibility",
    "dist=distribution", "distilbert=transformer", "diversity=diverse", "dl=deep learning", "doc=document",
    "docs=document", "docstrings=docstring", "documentation=document", "dpia=privacy review", "dq=data quality",
    "drawn=draw", "drew=draw", "drinks=happy hour", "driven=drive", "driver=drive", "drove=drive",
    "ds=data science", "dsci=data science", "dyslexic=accessibility", "ece=calibration", "edx=course",
    "eks=kubernetes", "elasticsearch=elastic", "em=manager", "emnlp=conference paper", "emr=spark",
    "encrypt=privacy", "enduser=customer", "endusers=customer", "eng=engineering", "env=environment",
    "envs=environment", "escape=team event", "eslint=linter", "est=estimate", "eval=evaluation", "evals=evaluation",
    "exec=executive", "execs=executive", "execsummary=summary", "executors=spark", "exp=experiment",
    "exps=experiment", "expt=experiment", "expts=experiment", "facilitation=facilitate", "facilitator=facilitate",
    "failure=fail", "failures=fail", "favour=favor", "fe=frontend", "feedbk=feedback", "felt=feel",
    "figma=mockup designer", "finetune=fine tuning", "finetuned=fine tuning", "finetuning=fine tuning",
    "flake8=linter", "fn=function", "fought=fight", "found=find", "func=function", "gave=give",
    "gbdt=gradient boosting", "gbm=gradient boosting", "gdpr=gdpr privacy", "gemini=llm", "generalise=generic",
    "generalised=generic", "generalize=generic", "generalized=generic", "given=give", "gke=kubernetes",
    "gmv=revenue", "gnn=graph neural network", "gnns=graph neural network", "golang=go", "gp=gaussian process",
    "gps=gaussian process", "gpt=llm", "gpt4=llm", "grads=grad", "grafana=dashboard", "graphs=chart", "grew=grow",
    "grown=grow", "growth=grow", "gru=neural network", "gtm=launch", "guests=customer", "hack=hackathon",
    "hackday=hackathon", "hackweek=hackathon", "halted=stop", "hdbscan=clustering", "heatmap=chart", "held=hold",
    "helm=kubernetes", "hike=team event", "hired=hire", "hires=hire", "hiring=hire", "hparam=hyperparameter",
    "hparams=hyperparameter", "hpo=hyperparameter tuning", "hrs=hour", "huggingface=hugging face",
    "hyperparam=hyperparameter", "hyperparams=hyperparameter", "iam=permissions", "iclr=conference paper",
    "icml=icml paper", "ideas=idea", "ideation=idea", "impl=implement", "imposter=self aware",
    "imputation=data cleaning", "imputed=data cleaning", "inclusion=inclusive", "info=information",
    "infra=infrastructure", "interns=intern", "interviewee=candidate", "interviews=interview", "intro=introduce",
    "introduction=introduce", "isort=linter", "joiner=new hire", "joiners=new hire", "jr=junior", "juniors=junior",
    "k8s=kubernetes", "kappa=agreement", "karaoke=team event", "kept=keep", "killswitch=kill switch",
    "kmeans=clustering", "knew=know", "known=know", "kpis=kpi", "kr=key result", "krs=key result",
    "kube=kubernetes", "labelers=labeling", "labelled=labeled", "labelling=labeling", "labels=label",
    "lay=plain language", "layman=plain language", "layoff=layoffs", "laypeople=plain language", "led=lead",
    "leetcode=coding", "left=leave", "lgbm=lightgbm", "lgbtq=diverse", "lib=library", "libs=library",
    "listening=listen", "llama=llm", "llms=llm", "logreg=logistic regression", "looker=dashboard",
    "lora=fine tuning", "lost=lose", "lr=logistic regression", "lstm=neural network", "made=make", "mae=rmse",
    "maintainability=maintain", "maintainable=maintain", "managers=manager", "mape=rmse", "matplotlib=plot",
    "mde=power analysis", "mem=memory", "mentee=mentor", "mentees=mentor", "mentored=mentor", "mentoree=mentor",
    "mentoring=mentor", "mentors=mentor", "mentorship=mentor", "merchant=customer", "merchants=customer",
    "met=meet", "mgmt=management", "mgr=manager", "minimise=minimal", "minimize=minimal", "minimized=minimal",
    "minorities=underrepresented", "minority=underrepresented", "mins=minute", "mistakes=mistake", "mistral=llm",
    "mle=ml", "mles=ml", "mlp=neural network", "mockups=mockup", "modelling=modeling", "mooc=course", "mr=pr",
    "mrs=pr", "mtg=meeting", "mtgs=meeting", "nccl=cuda", "neurips=neurips paper", "neurodivergent=diverse",
    "neurodiversity=diverse", "newbie=new hire", "newbies=new hire", "newcomer=new hire", "newcomers=new hire",
    "nixed=shelved", "nn=neural network", "nns=neural network", "noob=junior", "numpy=python library",
    "obs=observability", "offsites=offsite", "okr=okr goal", "okrs=okr", "onboard=onboarding",
    "onboarded=onboarding", "oncall=on call", "onepager=one pager", "onsites=onsite", "oom=out memory",
    "oomed=out memory", "ooms=out memory", "oops=mistake", "opted=choose", "optimisation=optimize",
    "optimise=optimize", "optimised=optimize", "optimization=optimize", "orders=conversion", "organise=organize",
    "organised=organize", "organising=organize", "outages=outage", "owned=own", "owner=own", "owners=own",
    "ownership=own", "p0=incident", "p1=incident", "paged=on call page", "pagerduty=on call page", "paired=pair",
    "pairing=pair", "pairs=pair", "pandas=python library", "papers=paper", "param=parameter", "params=parameter",
    "parked=shelved", "peers=teammate", "perf=performance", "pf=performance", "pg=postgres",
    "phonescreen=phone screen", "pick=choose", "picked=choose", "picking=choose", "picnic=team event",
    "pkg=package", "pkgs=package", "plotly=plot", "plotted=plot", "pm2=postmortem", "pms=pm", "poc=proof concept",
    "pod=kubernetes", "pods=kubernetes", "polars=python library", "pomo=postmortem", "postgresql=postgres",
    "potluck=team dinner", "ppl=people", "prauc=auc", "prds=prd", "preprint=paper", "preprints=paper",
    "preprocess=data cleaning", "preprocessing=data cleaning", "preso=presentation", "prez=presentation",
    "prio=priority", "priorities=priority", "prioritise=priority", "prioritised=priority",
    "prioritization=priority", "prioritize=priority", "prioritized=priority", "prios=priority",
    "procrastinate=habit", "prod=production", "programme=program", "prometheus=dashboard", "promo=promotion",
    "prophet=time series", "proposal=propose", "proposals=propose", "prs=pr", "psql=postgres",
    "purchases=conversion", "pvalue=significant", "pvalues=significant", "py=python", "pydantic=dataclass",
    "pylint=linter", "pyproject=poetry", "pyspark=spark", "qtr=quarter", "qtrly=quarterly", "quit=stop",
    "quiz=trivia", "rag=llm retrieval", "ran=run", "rca=root cause", "readability=readable", "rebuilt=rebuild",
    "rec=recommendation", "reco=recommendation", "recognise=recognize", "recos=recommendation",
    "recruit=recruiting", "recruiters=recruiter", "recruits=recruiting", "recs=recommendation",
    "recsys=recommendation", "refac=refactor", "refactored=refactor", "refactoring=refactor", "refactors=refactor",
    "regr=regression", "regressions=regression", "relabel=labeling", "relabeled=labeling", "removal=remove",
    "reorganisation=reorg", "reorganization=reorg", "reorged=reorg", "replace=replaced", "repo=repository",
    "repos=repository", "reprio=reprioritize", "req=requirement", "reqs=requirement", "resilience=resilient",
    "resnet=computer vision cnn", "resumed=resume", "retrain=retraining", "retro=retrospective",
    "retros=retrospective", "reviewer=review", "reviewers=review", "rewritten=rewrite", "rewrote=rewrite",
    "rf=random forest", "rl=reinforcement learning", "rnn=neural network", "roberta=transformer", "roc=auc",
    "rollouts=rollout", "ruff=linter", "sagemaker=platform", "said=say", "sat=sit", "saw=see", "scatterplot=plot",
    "scrap=shelved", "scrapped=shelved", "screwup=mistake", "seaborn=plot", "seen=see", "selected=choose",
    "selecting=choose", "selection=choose", "seller=customer", "sellers=customer", "sent=send", "sev=incident",
    "sev0=incident", "sev1=incident", "sev2=incident", "sevs=incident", "shopper=customer", "shoppers=customer",
    "shown=show", "sigir=conference paper", "significance=significant", "signup=signups", "simpler=simplify",
    "simplicity=simplify", "simplification=simplify", "simplified=simplify", "sklearn=scikit learn", "slas=sla",
    "slo=sla", "sold=sell", "sop=playbook", "specs=spec", "spent=spend", "spoke=speak", "spoken=speak", "sr=senior",
    "stakeholders=stakeholder", "starter=new hire", "stat=statistics", "statistical=statistics", "stats=statistics",
    "statsig=statistically significant", "stdlib=python library", "stopped=stop", "strengths=strength",
    "subscriber=customer", "subscribers=customer", "subteam=team", "suggestion=suggest", "suggestions=suggest",
    "summarise=summary", "summarised=summary", "summarize=summary", "summarized=summary", "superday=onsite",
    "svd=matrix factorization", "svms=svm", "swap=switch", "swapped=switch", "swapping=switch", "swe=engineer",
    "swes=engineer", "t5=transformer", "tableau=dashboard", "taken=take", "talks=talk", "taught=teach",
    "teammates=teammate", "techdebt=tech debt", "techtalk=tech talk", "temp=temporary", "tensorrt=cuda",
    "tf=tensorflow", "thompson=bandit", "thought=think", "threw=throw", "timezone=time zone", "timezones=time zone",
    "tldr=summary", "tls=tl", "tmrw=tomorrow", "token=credentials", "told=tell", "took=take", "torch=pytorch",
    "tsne=pca", "ttest=statistics", "tz=time zone", "tzs=time zone", "ucb=bandit", "udacity=course", "udemy=course",
    "ui=interface", "umap=pca", "unblocks=unblock", "uncertainty=uncertain", "undergrad=intern",
    "underpowered=power analysis", "understood=understand", "unittest=unit test", "unittests=unit test",
    "usecase=use case", "usecases=use case", "util=utility", "utils=utility", "uv=poetry", "ux=design",
    "vis=visualization", "visualisation=visualization", "visualise=visualization", "visualised=visualization",
    "visualize=visualization", "visualized=visualization", "vit=vision transformer", "viz=visualization", "vps=vp",
    "wcag=accessibility", "weak=weakness", "weaknesses=weakness", "went=go", "whiteboarding=whiteboard",
    "whys=root cause", "winrate=win", "wireframe=mockup", "womens=women", "writeup=write", "written=write",
    "wrote=write", "xfn=cross functional", "xgb=xgboost", "xteam=cross team", "yolo=computer vision cnn"};
// clang-format on

constexpr std::string_view expanded_word(std::string_view expansion) {
  return expansion.substr(0, expansion.find('='));
}

constexpr bool comes_first(std::string_view one, std::string_view other) {
  return expanded_word(one) < expanded_word(other);
}

constexpr bool has_few_words(std::string_view expansion) {
  return std::count(expansion.begin(), expansion.end(), ' ') < most_expanded_words;
}

// Words are found by binary search.
static_assert(std::is_sorted(std::begin(stop_words), std::end(stop_words)));
static_assert(std::is_sorted(std::begin(common_words), std::end(common_words)));
static_assert(std::is_sorted(std::begin(chore_words), std::end(chore_words)));
static_assert(std::is_sorted(std::begin(expansions), std::end(expansions), comes_first));
static_assert(std::all_of(std::begin(expansions), std::end(expansions), has_few_words));

}  // namespace

bool is_stop_word(std::string_view word) {
  return std::binary_search(std::begin(stop_words), std::end(stop_words), word);
}

bool is_common_word(std::string_view word) {
  return std::binary_search(std::begin(common_words), std::end(common_words), word);
}

bool is_chore_word(std::string_view word) {
  return std::binary_search(std::begin(chore_words), std::end(chore_words), word);
}

std::string_view expand_word(std::string_view word) {
  const auto* found = std::lower_bound(std::begin(expansions), std::end(expansions), word, comes_first);
  if (found == std::end(expansions) || expanded_word(*found) != word) return word;
  return found->substr(word.size() + 1);
}

}  // namespace rung
