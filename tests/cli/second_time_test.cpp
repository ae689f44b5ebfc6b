#include "cli/second_time.hpp"

using namespace rung;

namespace {

using Names = std::vector<std::string>;
using Keys = std::vector<std::string>;

}  // namespace

// What the next assessment makes of the one before, by the whole program.

TEST_CASE("three assessments begun in one second are three, and a session begun then amends none", "[cli]") {
  Bakery bakery;
  for (const char* label : {"one", "two", "three"}) {
    const Ran ran = bakery.run({"assess", "baker", "--partial", "--set", "weigh=2", "--label", label});
    CHECK(ran.code == ExitCode::success);
    CHECK_THAT(ran.err, ContainsSubstring("Saved as baker/2026-03-14-ana"));
  }
  CHECK(bakery.files("home/assessments/baker") ==
        Names{"2026-03-14-ana-2.json", "2026-03-14-ana-3.json", "2026-03-14-ana.json"});
  CHECK(read_stored(bakery, "home/assessments/baker/2026-03-14-ana.json").label == "one");
  CHECK(read_stored(bakery, "home/assessments/baker/2026-03-14-ana-2.json").label == "two");
  CHECK(read_stored(bakery, "home/assessments/baker/2026-03-14-ana-3.json").label == "three");

  const Ran session = bakery.type_in({"assess", "baker"}, U"3q");
  CHECK_THAT(session.err, !ContainsSubstring("Amending"));
  CHECK(read_stored(bakery, draft).amends.empty());
}

TEST_CASE("--update asks what is worth asking and carries the rest as it was", "[cli]") {
  SecondTime bakery;
  const Assessment before = read_stored(bakery, winter_assessment);
  const Ran ran = bakery.type_in({"assess", "baker", "--update"}, U"33f");
  CHECK(ran.code == ExitCode::success);
  CHECK_THAT(unwrap(ran.screen), ContainsSubstring("2 of 5 asked, 3 carried from earlier assessments."));
  for (const char* asked : {"\n2   ", "\n5   "}) CHECK_THAT(ran.screen, ContainsSubstring(asked));
  for (const char* carried : {"\n1   ", "\n3   ", "\n4   "}) CHECK_THAT(ran.screen, !ContainsSubstring(carried));

  const Assessment after = read_stored(bakery, spring_assessment);
  CHECK(after.asked == Keys{"dough.mixing.fold", "oven.baking.colour"});
  for (const char* id : {"weigh", "wait", "steam"}) {
    INFO(id);
    Answer expected = answer_to(before, id);
    expected.origin = Origin::carried;
    expected.from = AnswerSource{before.sitting, before.on};
    CHECK(answer_to(after, id) == expected);
  }
  CHECK(answer_to(after, "weigh").note == "Scales for everyone.");
  REQUIRE(answer_to(after, "weigh").evidence.size() == 1);
  CHECK(answer_to(after, "weigh").evidence[0].links == Names{"https://example.org/salt"});
  CHECK(answer_to(after, "fold").rating == Rating(Rated{3}));
  CHECK(answer_to(after, "fold").origin == Origin::asked);
  CHECK_FALSE(answer_to(after, "fold").from);
  CHECK_THAT(unwrap(bakery.run({"diff"}).out), ContainsSubstring("3 not asked again"));
}

TEST_CASE("what was carried twice still names the assessment that asked it", "[cli]") {
  SecondTime bakery;
  bakery.type_in({"assess", "baker", "--update"}, U"33f");
  bakery.at = "2026-05-15T09:00:00Z";
  const Ran none = bakery.type_in({"assess", "baker", "--only", "gaps"}, U"f");
  CHECK(none.code == ExitCode::success);
  CHECK_THAT(unwrap(none.screen), ContainsSubstring("None of 5 asked, 5 carried"));
  const Assessment winter_one = read_stored(bakery, winter_assessment);
  const Assessment spring_one = read_stored(bakery, spring_assessment);
  const Assessment last = read_stored(bakery, "home/assessments/baker/2026-05-15-ana.json");
  CHECK(answer_to(last, "weigh").from == AnswerSource{winter_one.sitting, winter_one.on});
  CHECK(answer_to(last, "fold").from == AnswerSource{spring_one.sitting, spring_one.on});
  CHECK(answer_to(last, "weigh").note == "Scales for everyone.");

  // A year after, what was asked only then is worth asking again, however often it was carried.
  bakery.at = "2027-01-16T09:00:00Z";
  CHECK_THAT(unwrap(bakery.type_in({"assess", "baker", "--update"}, U"q").screen), ContainsSubstring("3 of 5 asked"));
}

TEST_CASE("quitting at once leaves a run that plain assess resumes", "[cli]") {
  SecondTime bakery;
  Keys asked{"dough.mixing.fold", "oven.baking.colour"};
  std::vector<std::string> words{"assess", "baker"};
  SECTION("--update") { words.emplace_back("--update"); }
  SECTION("--only gaps") { words.insert(words.end(), {"--only", "gaps"}); }
  SECTION("--only a part") {
    words.insert(words.end(), {"--only", "dough.mixing"});
    asked = {"dough.mixing.weigh", "dough.mixing.fold"};
  }
  CHECK(bakery.type_in(words, U"q").code == ExitCode::unfinished);
  const Assessment left = read_stored(bakery, draft);
  CHECK(left.asked == asked);

  bakery.at = "2026-04-16T09:00:00Z";
  const Ran resumed = bakery.type_in({"assess", "baker"}, U"33q");
  CHECK_THAT(unwrap(resumed.screen), ContainsSubstring("2 of 5 asked, 3 carried"));
  const Assessment now = read_stored(bakery, draft);
  CHECK(now.sitting == left.sitting);
  CHECK(now.asked == asked);
  for (const Answer& answer : now.answers) {
    INFO(answer.behavior);
    const bool is_asked = std::find(asked.begin(), asked.end(), answer.behavior) != asked.end();
    CHECK((answer.origin == Origin::carried) != is_asked);
    if (is_asked) CHECK(answer.rating == Rating(Rated{3}));
  }
}

TEST_CASE("an asked behavior that is left without an answer is carried at the finish", "[cli]") {
  SecondTime bakery;
  const Ran ran = bakery.type_in({"assess", "baker", "--update"}, U"s4fy");
  CHECK(ran.code == ExitCode::success);
  CHECK_THAT(unwrap(ran.err), ContainsSubstring("1 behavior was left as it was: carried from the last time."));
  const Assessment after = read_stored(bakery, spring_assessment);
  CHECK(answer_to(after, "fold").rating == Rating(Rated{2}));
  CHECK(answer_to(after, "fold").note == "Too long.");
  CHECK(answer_to(after, "fold").origin == Origin::carried);
  CHECK(answer_to(after, "colour").origin == Origin::asked);
  CHECK(count_answered(after) == 5);
}

TEST_CASE("a carried answer that was cleared stays cleared when the draft is resumed", "[cli]") {
  SecondTime bakery;
  bakery.type_in({"assess", "baker", "--update"}, U"g3\nxq");
  const Ran resumed = bakery.type_in({"assess", "baker"}, U"q");
  CHECK_THAT(unwrap(resumed.screen), ContainsSubstring("3 of 5 asked, 2 carried"));
  const Assessment now = read_stored(bakery, draft);
  CHECK(now.asked == Keys{"dough.mixing.fold", "dough.proving.wait", "oven.baking.colour"});
  CHECK(answer_to(now, "wait").rating == Rating(Unrated{}));
  CHECK(answer_to(now, "wait").origin == Origin::asked);
}

TEST_CASE("a run counts the same everywhere: what it asks, and what is carried", "[cli]") {
  SecondTime bakery;
  // Two are asked; of the carried ones, one is rated unasked.
  const Ran left = bakery.type_in({"assess", "baker", "--update"}, U"3g1\n4q");
  CHECK_THAT(unwrap(left.err), ContainsSubstring("2 of 3 answered."));
  CHECK_THAT(bakery.run({"list"}).out, ContainsSubstring("2 of 3 answered"));
  CHECK_THAT(bakery.run_at_terminal({}).out, ContainsSubstring("2 of 3 answered"));
  CHECK_THAT(unwrap(bakery.type_in({"assess", "baker"}, U"4f").screen), ContainsSubstring("3 of 5 asked, 2 carried"));
  CHECK_THAT(unwrap(bakery.run({"report", "--full"}).out), ContainsSubstring("3 asked, 2 carried"));
  CHECK_THAT(unwrap(bakery.run({"diff"}).out), ContainsSubstring("2 not asked again"));
  CHECK_THAT(bakery.run({"report", "--json"}).out, ContainsSubstring("\"carried\": 2"));
}

TEST_CASE("a note on a behavior that is left joins what is carried to it", "[cli]") {
  SecondTime bakery;
  CHECK(bakery.type_in({"assess", "baker", "--update"}, U"eBetter now.\nns4fy").code == ExitCode::success);
  const Assessment after = read_stored(bakery, spring_assessment);
  CHECK(answer_to(after, "fold").rating == Rating(Rated{2}));
  CHECK(answer_to(after, "fold").note == "Too long.\nBetter now.");
}

TEST_CASE("scripted answers to an update finish it without the others", "[cli]") {
  SecondTime bakery;
  CHECK(bakery.run({"assess", "baker", "--update", "--set", "fold=3"}).code == ExitCode::success);
  const Assessment after = read_stored(bakery, spring_assessment);
  CHECK(answer_to(after, "fold").origin == Origin::given);
  CHECK(answer_to(after, "colour").rating == Rating(NoOpportunity{}));
  CHECK(answer_to(after, "colour").origin == Origin::carried);
}

TEST_CASE("--on judges an earlier day, and none that is still to come", "[cli]") {
  SecondTime bakery;
  const Ran refused = bakery.run({"assess", "baker", "--on", "2026-04-16", "--set", "weigh=2"});
  CHECK(refused.code == ExitCode::usage);
  CHECK_THAT(unwrap(refused.err), ContainsSubstring("--on 2026-04-16 is later than today"));
  CHECK(bakery.files("home/drafts").empty());
  CHECK(bakery.run({"assess", "baker", "--on", "tomorrow", "--set", "weigh=2"}).code == ExitCode::usage);
  CHECK(bakery.run({"assess", "baker", "--on", "2026-04-15", "--set", "weigh=2"}).code == ExitCode::unfinished);

  CHECK(bakery.run({"assess", "baker", "--new", "--partial", "--on", "2026-02-28", "--set", "weigh=2"}).code ==
        ExitCode::success);
  const Assessment judged = read_stored(bakery, "home/assessments/baker/2026-02-28-ana.json");
  CHECK(judged.on == *parse_date("2026-02-28"));
  CHECK(format_timestamp(judged.started_at) == "2026-04-15T09:00:00Z");
  CHECK(judged.finished_at == judged.started_at);
  // What is carried comes from times before the day that is judged.
  CHECK(bakery.type_in({"assess", "baker", "--on", "2026-01-20", "--update"}, U"ssfy").code == ExitCode::success);
  CHECK(answer_to(read_stored(bakery, "home/assessments/baker/2026-01-20-ana.json"), "weigh").rating ==
        Rating(Rated{3}));
}

TEST_CASE("an open draft keeps its date and its questions, and refuses to ask others", "[cli]") {
  SecondTime bakery;
  bakery.type_in({"assess", "baker", "--update"}, U"3q");
  const std::string bytes = bakery.read(draft);
  const auto refuses = [&](const Names& options, const std::string& message, const std::string& hint) {
    Names words{"assess", "baker", "--set", "weigh=2"};
    words.insert(words.end(), options.begin(), options.end());
    const Ran ran = bakery.run(words);
    CHECK(ran.code == ExitCode::usage);
    CHECK_THAT(unwrap(ran.err), ContainsSubstring(message));
    CHECK_THAT(unwrap(ran.err), ContainsSubstring(hint));
    CHECK(bakery.read(draft) == bytes);
  };
  refuses({"--on", "2026-02-28"}, "--on 2026-02-28: the open draft judges 2026-04-15",
          "leave --on out to go on with the draft, or add --new to start over");
  refuses({"--only", "oven"}, "--only oven: the open draft asks 2 of 5 behaviors, not those",
          "leave --only out to go on with the draft, or add --new to start over");
  bakery.type_in({"assess", "baker", "--on", "2026-04-15", "--update"}, U"q");
  CHECK(bakery.read(draft) == bytes);
  CHECK(bakery.run({"assess", "baker", "--new", "--on", "2026-02-28", "--set", "weigh=2"}).code ==
        ExitCode::unfinished);

  // A draft that asks everything is not narrowed either.
  const Ran narrower = bakery.run({"assess", "baker", "--update", "--set", "fold=3"});
  CHECK(narrower.code == ExitCode::usage);
  CHECK_THAT(unwrap(narrower.err), ContainsSubstring("--update: the open draft asks 5 of 5 behaviors, not those"));
}

TEST_CASE("--evidence makes evidence of its own date, of --on, or of today; --note sets the note", "[cli]") {
  Bakery bakery;
  const auto texts_of = [&bakery](const std::string& id) {
    Names texts;
    const Answer answer = answer_to(read_stored(bakery, draft), id);
    for (const Evidence& evidence : answer.evidence)
      texts.push_back(fmt::format("{} {}", format_date(evidence.on), evidence.text));
    return texts;
  };
  bakery.run({"assess", "baker", "--evidence", "weigh=Did it", "--evidence", "weigh=2025-12-24: Stollen", "--note",
              "weigh=2025-12-24 literally", "--note", "fold=First."});
  CHECK(texts_of("weigh") == Names{"2026-03-14 Did it", "2025-12-24 Stollen"});
  CHECK(answer_to(read_stored(bakery, draft), "weigh").note == "2025-12-24 literally");
  bakery.run({"assess", "baker", "--new", "--on", "2026-02-01", "--evidence", "fold=Folded", "--evidence",
              "fold=2026-01-31 Kneaded", "--note", "fold=Second."});
  CHECK(texts_of("fold") == Names{"2026-02-01 Folded", "2026-01-31 Kneaded"});
  CHECK(answer_to(read_stored(bakery, draft), "fold").note == "Second.");
  CHECK(bakery.run({"assess", "baker", "--evidence", "fold="}).code == ExitCode::bad_input);
}

TEST_CASE("without LADDER it is that of the open draft, else that of the latest assessment, else ic3-mle", "[cli]") {
  Bakery bakery;
  const auto resume = [&bakery](const Names& more) {
    Names words{"assess", "--set", "nothing-is-called-so=1"};
    words.insert(words.end(), more.begin(), more.end());
    return bakery.run(words).err;
  };
  CHECK_THAT(resume({}), ContainsSubstring("rung ladder show ic3-mle"));
  bakery.at = "2026-03-01T09:00:00Z";
  bakery.run({"assess", "baker", "--partial", "--set", "weigh=2"});
  CHECK_THAT(resume({}), ContainsSubstring("rung ladder show baker"));
  CHECK_THAT(resume({"--as", "bo"}), ContainsSubstring("rung ladder show ic3-mle"));
  bakery.at = "2026-03-02T09:00:00Z";
  bakery.run({"assess", "ic4-mle", "--partial", "--set", "own-projects=2"});
  CHECK_THAT(resume({}), ContainsSubstring("rung ladder show ic4-mle"));
  bakery.run({"assess", "baker", "--set", "weigh=3"});
  CHECK_THAT(resume({}), ContainsSubstring("rung ladder show baker"));
  bakery.run({"remove", "drafts/baker/ana", "--yes"});
  CHECK_THAT(resume({}), ContainsSubstring("rung ladder show ic4-mle"));
}

TEST_CASE("another level is suggested from, never carried from, and a rating beyond it says nothing", "[cli]") {
  SecondTime bakery;
  // Fold is at the target of the lower level; wait and steam are rated 4, which only for steam is its target.
  std::string master = Bakery::read_data("baker.yaml");
  for (const auto& [what, by] : {std::pair("id: baker", "id: master"), {"title: Baker", "title: Master"}})
    master.replace(master.find(what), std::string(what).size(), by);
  bakery.write("home/ladders/master.yaml", master);
  const Ran ran = bakery.type_in({"assess", "master", "--from", "baker/2026-01-15-ana", "--update"}, U"==q");
  CHECK_THAT(unwrap(ran.screen), ContainsSubstring("4 of 5 have a suggestion from 2026-01-15-ana"));
  CHECK_THAT(ran.screen, !ContainsSubstring("carried"));
  const Assessment begun = read_stored(bakery, "home/drafts/master/ana.json");
  CHECK(count_answered(begun) == 1);
  CHECK(answer_to(begun, "weigh").origin == Origin::accepted);
  CHECK(answer_to(begun, "weigh").note == "Scales for everyone.");
  CHECK(answer_to(begun, "weigh").evidence.size() == 1);

  const Ran at_wait = bakery.type_in({"assess", "master", "--from", "baker/2026-01-15-ana"}, U"g3\n=g4\n=q");
  CHECK_THAT(at_wait.screen, ContainsSubstring("There is no earlier answer to accept."));
  CHECK_THAT(at_wait.screen, ContainsSubstring("suggested by ana (2026-01-15): 4"));
  CHECK(bakery.run({"assess", "master", "--partial"}).code == ExitCode::usage);
  CHECK(bakery.run({"assess", "master", "--partial", "--set", "fold=1"}).code == ExitCode::success);
  CHECK(count_answered(read_stored(bakery, "home/assessments/master/2026-04-15-ana.json")) == 2);
}

TEST_CASE("an update that was removed goes on once it is restored", "[cli]") {
  SecondTime bakery;
  bakery.type_in({"assess", "baker", "--update"}, U"4q");
  const std::string bytes = bakery.read(draft);
  CHECK(bakery.run({"remove", "drafts/baker/ana", "--yes"}).code == ExitCode::success);
  CHECK_THAT(bakery.type_in({"assess", "baker"}, U"q").screen, !ContainsSubstring("carried"));
  CHECK_FALSE(bakery.exists(draft));
  CHECK(bakery.run({"restore", "drafts/baker/ana-1"}).code == ExitCode::success);
  CHECK(bakery.read(draft) == bytes);
  CHECK_THAT(unwrap(bakery.type_in({"assess", "baker"}, U"q").screen), ContainsSubstring("2 of 5 asked, 3 carried"));
}

TEST_CASE("what was removed is carried no more, and again once it is restored", "[cli]") {
  SecondTime bakery;
  bakery.run({"remove", "2026-01-15-ana", "--yes"});
  CHECK_THAT(unwrap(bakery.type_in({"assess", "baker", "--update"}, U"q").screen),
             ContainsSubstring("0/5") && !ContainsSubstring("carried"));
  bakery.run({"restore", "baker/2026-01-15-ana"});
  CHECK_THAT(unwrap(bakery.type_in({"assess", "baker", "--update", "--new"}, U"q").screen),
             ContainsSubstring("2 of 5 asked, 3 carried"));
}

TEST_CASE("one value follows --set, and the ladder may come after it", "[cli]") {
  Bakery bakery;
  const Ran ran = bakery.run({"assess", "--set", "weigh=3", "baker"});
  CHECK(ran.code == ExitCode::unfinished);
  CHECK(bakery.exists("home/drafts/baker/ana.json"));
}

TEST_CASE("without LADDER a draft goes on by its own copy of a ladder that was given by its path", "[cli]") {
  Program program;
  program.write("own.yaml", Program::read_data("baker.yaml"));
  CHECK(program.run({"assess", "own.yaml", "--set", "weigh=3"}).code == ExitCode::unfinished);
  CHECK(program.run({"assess", "--set", "fold=2"}).code == ExitCode::unfinished);
  CHECK_THAT(program.run({"assess", "--set", "wait=2"}).err, ContainsSubstring("3 of 5 answered"));
}

TEST_CASE("an earlier assessment that cannot be read is named before the first question", "[cli]") {
  Bakery bakery;
  bakery.rate_all(3, "2026-01-15T09:00:00Z");
  bakery.write("home/assessments/baker/2026-01-15-ana.json", "{ torn");
  const Ran ran = bakery.type_in({"assess", "baker", "--update"}, U"q");
  CHECK_THAT(unwrap(ran.err), ContainsSubstring("warning: skipped: ") && ContainsSubstring("2026-01-15-ana.json"));
}
