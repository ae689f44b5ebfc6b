#include "open_draft.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include <rung/analysis/carry_over.hpp>
#include <rung/analysis/changes.hpp>
#include <rung/diagnostic/suggest.hpp>
#include <rung/store/earlier.hpp>
#include <rung/text/wrap.hpp>

#include "load.hpp"
#include "log_desk.hpp"
#include "messages.hpp"
#include "plan.hpp"

namespace rung::cli {
namespace {

/// Whose draft is opened, and on which ladder.
struct Desk {
  DraftOwner owner;
  Ladder ladder;
  std::optional<std::string> amended_id;
};

Rater choose_rater(const AssessOptions& asked, const Environment& environment) {
  if (asked.rater) return *asked.rater;
  return {own_name(environment), RaterRole::self};
}

Subject choose_subject(const AssessOptions& asked, const Rater& rater) {
  if (rater.role != RaterRole::self) {
    if (asked.subject) return *asked.subject;
    throw Error(ExitCode::usage,
                fmt::format("--as {}:{} needs --about: whom is it about?", rater.name, to_string(rater.role)),
                "for example --about Ines");
  }
  if (!asked.subject || asked.subject->name == rater.name) return {rater.name};
  throw Error(ExitCode::usage,
              fmt::format("--about {}: a self-rating is about the rater, {}", asked.subject->name, rater.name),
              fmt::format("say what you are to them, as in --about {} --as {}:peer", asked.subject->name, rater.name));
}

// A change of the ladder is told before the first question, so that no answer seems to have moved by itself.
void tell_ladder_changes(const Scene& scene, const Changes& changes) {
  const auto list = [&scene, &changes](std::string_view word, const std::vector<std::size_t>& indices) {
    for (const std::size_t index : indices) {
      const std::string& key = changes.place(changes.behaviors[index]).behavior->key;
      say(scene, wrap({{fmt::format("  {:<9}", word), Style::strong}, {key, Style::plain}}, scene.width,
                      {{}, {{"           ", Style::plain}}}));
    }
  };
  if (!changes.reworded.empty() || !changes.added.empty() || !changes.removed.empty()) {
    say(scene, fmt::format("The ladder changed since this draft was begun: {} reworded, {} added, {} removed.",
                           changes.reworded.size(), changes.added.size(), changes.removed.size()));
  }
  list("reworded", changes.reworded);
  list("added", changes.added);
  list("removed", changes.removed);
  const int was = changes.before.ladder.target;
  const int is_now = changes.after.ladder.target;
  if (was != is_now) say(scene, fmt::format("The target was {} and is {} now.", was, is_now));
  if (!changes.same_scale) say(scene, "The scale changed: its ratings are set aside, so rate these behaviors again.");
}

Desk choose_amended(const AssessOptions& asked, const Scene& scene) {
  const StoredAssessment stored = load_stored(scene, *asked.amend);
  const Assessment& assessment = stored.assessment;
  if (assessment.is_draft()) {
    throw Error(ExitCode::bad_input, fmt::format("{} is a draft, not a finished assessment", stored.reference),
                "`rung assess` goes on with it");
  }
  const std::filesystem::path file(stored.path);
  const auto place = std::filesystem::path(scene.home.assessments()) / assessment.ladder.id / file.filename();
  std::error_code unknown;
  const bool is_stored = file.extension() == ".json" && std::filesystem::equivalent(file, place, unknown);
  if (unknown && unknown != std::errc::no_such_file_or_directory) {
    throw Error(ExitCode::input_output, fmt::format("cannot read {}: {}", stored.path, unknown.message()),
                "nothing was changed; try again once the system lets it be read");
  }
  if (!is_stored) {
    throw Error(ExitCode::bad_input, fmt::format("{} is not among the stored assessments", stored.path),
                "`rung list` shows those that can be amended");
  }
  // Version 1 did not say whom an assessment by somebody else is about.
  const Subject& known = assessment.subject;
  if (asked.subject && !known.name.empty() && *asked.subject != known)
    throw Error(ExitCode::usage,
                fmt::format("--about {}: {} is about {}", asked.subject->name, stored.reference, known.name),
                "leave --about out");
  return {{assessment.ladder.id, known.name.empty() ? asked.subject.value_or(known) : known, assessment.rater},
          assessment.ladder,
          file.stem().string()};
}

Desk choose_desk(const AssessOptions& asked, const Scene& scene) {
  if (asked.amend) return choose_amended(asked, scene);
  const Rater rater = choose_rater(asked, scene.environment);
  const Subject subject = choose_subject(asked, rater);
  Ladder ladder = asked.ladder.empty() ? load_usual_ladder(scene, subject, rater) : load_ladder(scene, asked.ladder);
  return {{ladder.id, subject, rater}, std::move(ladder), std::nullopt};
}

/// The text that the key has in the first of `ladders` that has it, or nothing: an answer that is set aside keeps none.
std::string find_text(const std::string& key, const std::vector<const Ladder*>& ladders) {
  for (const Ladder* ladder : ladders)
    for (const PlacedBehavior& placed : list_behaviors(*ladder))
      if (placed.behavior->key == key) return placed.behavior->text;
  return {};
}

void tell_set_aside(const Scene& scene, const std::vector<SetAside>& set_aside,
                    const std::vector<const Ladder*>& ladders) {
  if (set_aside.empty()) return;
  const bool is_one = set_aside.size() == 1;
  say(scene, fmt::format("{} {} set aside, because this ladder has no place for {}:", set_aside.size(),
                         is_one ? "answer is" : "answers are", is_one ? "it" : "them"));
  for (const SetAside& aside : set_aside) {
    const std::string& key = aside.answer.behavior;
    say(scene,
        wrap({{fmt::format("  {}", key), Style::strong}, {fmt::format("  {}", find_text(key, ladders)), Style::plain}},
             scene.width, {{}, {{"    ", Style::plain}}}));
  }
}

void tell_leftovers(const Scene& scene, const LoadedDraft& loaded) {
  if (loaded.finished_path)
    say(scene, fmt::format("The last one was finished, as {}; this is a new one.", *loaded.finished_path));
  for (const std::string& path : loaded.conflict_paths) {
    say(scene,
        fmt::format("An earlier session saved answers beside the draft, in {}. Look at it, then remove it.", path),
        Style::warning);
  }
  for (const std::string& path : loaded.note_paths) {
    say(scene,
        fmt::format("A text from your editor was never saved with its answer; it is in {}. Take what you need, "
                    "then remove it.",
                    path),
        Style::warning);
  }
}

QuestionnaireOptions read_options(const AssessOptions& asked, const Scene& scene) {
  QuestionnaireOptions options;
  options.dialect = choose_dialect(asked.dialect, scene.environment);
  options.last_rating = asked.last_rating;
  if (!asked.from.empty()) {
    const StoredAssessment stored = load_stored(scene, asked.from);
    if (stored.assessment.is_draft()) {
      throw Error(ExitCode::bad_input,
                  fmt::format("--from: {} is a draft; its ratings may still change", stored.reference),
                  "give a finished assessment, such as `latest`");
    }
    options.from = stored.assessment;
  }
  return options;
}

std::optional<Selection> read_selection(const AssessOptions& asked, const Ladder& ladder) {
  if (asked.asked == Asked::worth) return SelectedState::worth_asking;
  if (asked.only.empty()) return std::nullopt;
  if (auto selection = parse_selection(asked.only, ladder)) return selection;
  const std::string hint = did_you_mean(asked.only, list_selections(ladder));
  throw Error(ExitCode::usage,
              fmt::format("--only: the ladder `{}` has no pillar or responsibility `{}`", ladder.id, asked.only),
              hint.empty() ? "unrated, gaps, claimed, noted, a pillar's id, or PILLAR.RESPONSIBILITY" : hint);
}

/// The draft stays as it was begun: its answers were given to what it judges and asks.
void refuse_disagreement(const AssessOptions& asked, const SessionPlan& plan) {
  if (plan.disagreement == Disagreement::none) return;
  const Assessment& draft = plan.assessment;
  const bool is_date = plan.disagreement == Disagreement::date;
  const std::string option = is_date                       ? fmt::format("--on {}", format_date(*asked.on))
                             : asked.asked == Asked::worth ? std::string("--update")
                                                           : fmt::format("--only {}", asked.only);
  const auto count = std::count_if(draft.answers.begin(), draft.answers.end(),
                                   [&draft](const Answer& answer) { return is_asked(draft, answer.behavior); });
  const std::string fact = is_date ? fmt::format("judges {}", format_date(draft.on))
                                   : fmt::format("asks {} of {} behaviors, not those", count, draft.answers.size());
  throw Error(ExitCode::usage, fmt::format("{}: the open draft {}", option, fact),
              fmt::format("leave {} out to go on with the draft, or add --new to start over",
                          option.substr(0, option.find(' '))));
}

/// What the earlier assessments of the same pair say.
struct EarlierTimes {
  std::optional<Assessment> last;
  std::vector<std::optional<Answer>> answers;  ///< see EarlierAnswersOf; of `last` alone if nothing is carried
};

EarlierTimes read_earlier(const Scene& scene, const AssessmentHead& draft, const Ladder& ladder, bool is_carrying) {
  EarlierTimes times;
  EarlierAnswersOf answers(ladder);
  const auto unreadable = visit_earlier(scene.ports.files, scene.home, draft, [&](StoredAssessment earlier) {
    answers.add(earlier.assessment);
    if (!times.last) times.last = std::move(earlier.assessment);
    return is_carrying && !answers.is_complete();
  });
  // What cannot be read is not carried, which has to be known before the first question.
  warn_unreadable(scene, unreadable);
  times.answers = answers.answers();
  return times;
}

void tell_plan(const Scene& scene, const LoadedDraft& loaded, const SessionPlan& plan,
               const std::optional<Assessment>& last) {
  if (loaded.amends) say(scene, fmt::format("Amending {}.", loaded.amends->id));
  std::vector<const Ladder*> ladders;
  if (plan.ladder_changes) {
    tell_ladder_changes(scene, *plan.ladder_changes);
    ladders.push_back(&plan.ladder_changes->before.ladder);
  }
  if (last) ladders.push_back(&last->ladder);
  tell_set_aside(scene, plan.assessment.set_aside, ladders);
}

/// The log of a person who rates themselves. Absent if it is empty, and for anybody else, whom it says nothing about.
std::optional<LogDesk> open_log_for(const Scene& scene, const Rater& rater, const Ladder& ladder) {
  if (rater.role != RaterRole::self) return std::nullopt;
  Log log = read_own_log(scene);
  if (log.entries.empty()) return std::nullopt;
  return make_log_desk(scene, std::move(log), ladder);
}

void offer_log(const LogDesk& log, const Assessment& draft, const std::optional<Assessment>& last,
               QuestionnaireOptions& options) {
  const std::optional<Date> since = last ? std::optional(last->on) : std::nullopt;
  options.offers = offer_entries(draft, log.log.entries, log.ties, log.finder(), since);
  options.entries = log.log.entries;
}

/// Keeps the draft as it was before the first save after a change of the ladder.
void back_up(const Scene& scene, DraftSession& session) {
  if (const auto kept = session.back_up())
    say(scene, fmt::format("A copy of the draft as it was is kept as {}.", *kept), Style::muted);
}

}  // namespace

// One walk down: whose draft, what the files say, the draft itself, what to begin with.
OpenedDraft open_draft(const AssessOptions& asked, const Scene& scene) {
  const Timestamp now = scene.ports.now();
  const Date today = date_of(now);
  if (asked.on && *asked.on > today)
    throw Error(ExitCode::usage, fmt::format("--on {} is later than today", format_date(*asked.on)),
                "give today's date or an earlier one");
  const Desk desk = choose_desk(asked, scene);
  const Date evidence_of = asked.on.value_or(today);
  // Only the draft tells whether it is an amendment, with a ladder of its own by which answers are to be read. Before a
  // draft is set aside, they are read by the ladder of the new one.
  std::optional<AnswerChanges> changes;
  if (asked.start == Start::over) changes = read_answers(asked.given, scene, desk.ladder, evidence_of);
  QuestionnaireOptions options = read_options(asked, scene);
  if (asked.start == Start::over) (void)read_selection(asked, desk.ladder);

  DraftSession session(scene.ports.files, scene.home, desk.owner);
  if (asked.start == Start::over)
    if (const auto kept = session.set_aside())
      say(scene, fmt::format("The draft so far is kept. `rung restore {}` brings it back.", kept->reference));
  const LoadedDraft loaded = desk.amended_id ? session.amend(*desk.amended_id) : session.load();
  const Ladder& ladder = loaded.amends ? loaded.amends->finished.ladder : desk.ladder;
  if (!changes) changes = read_answers(asked.given, scene, ladder, evidence_of);
  SessionWish wish{ladder, asked.label, asked.on, read_selection(asked, ladder), {}};

  Assessment begun = loaded.draft ? *loaded.draft
                                  : start_assessment({ladder, desk.owner.subject, desk.owner.rater, asked.label,
                                                      scene.ports.new_identity(), now, asked.on});
  AssessmentHead head = head_of(begun);
  head.on = asked.on.value_or(head.on);
  EarlierTimes earlier = read_earlier(scene, head, ladder, wish.selection || begun.asked);
  const std::optional<LogDesk> log = open_log_for(scene, desk.owner.rater, ladder);
  if (log && earlier.last)
    wish.newly_tied = list_newly_tied(ladder, log->log.entries, log->ties, *earlier.last->finished_at, earlier.answers);
  SessionPlan plan = plan_session(wish, loaded, std::move(begun), earlier.answers);
  refuse_disagreement(asked, plan);
  tell_leftovers(scene, loaded);
  tell_plan(scene, loaded, plan, earlier.last);
  if (plan.ladder_changes) back_up(scene, session);
  if (log && asked.given.empty()) offer_log(*log, plan.assessment, earlier.last, options);
  options.last = std::move(earlier.last);
  return {std::move(session),       std::move(plan.assessment), loaded.amends,
          *std::move(changes),      std::move(options),         std::move(earlier.answers),
          loaded.draft.has_value(), plan.must_be_saved};
}

}  // namespace rung::cli
