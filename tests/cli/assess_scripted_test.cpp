#include "catch.hpp"
#include "cli/program.hpp"

using namespace rung;

TEST_CASE("complete answers from a file are finished and reported at once", "[cli]") {
  Bakery bakery;
  bakery.write("answers.yaml",
               "weigh: 2\n"
               "dough.mixing.fold: Hot\n"
               "wait: no opportunity\n"
               "steam: {rating: 4, note: Every morning., evidence: [2026-03-01 the crust shone]}\n"
               "colour: {rating: n/a, reason: the oven is not ours}\n");
  const Ran ran = bakery.run({"assess", "baker", "--answers", "answers.yaml", "--label", "spring"});
  CHECK(ran.code == ExitCode::success);
  CHECK_THAT(ran.err, ContainsSubstring("Saved as baker/2026-03-14-ana."));
  CHECK_THAT(ran.out, ContainsSubstring("ana · Baker"));
  CHECK_THAT(ran.out, ContainsSubstring("  Dough  23 o") && ContainsSubstring("  Oven   4n"));

  CHECK(bakery.files("home/drafts").empty());
  CHECK(bakery.files("home/assessments") == std::vector<std::string>{"baker/2026-03-14-ana.json"});
  const std::string saved = bakery.read("home/assessments/baker/2026-03-14-ana.json");
  for (const char* part : {"\"label\": \"spring\"", "\"note\": \"Every morning.\"", "\"on\": \"2026-03-01\"",
                           "\"reason\": \"the oven is not ours\"", "\"finished_at\": \"2026-03-14T09:26:53+01:00\""})
    CHECK_THAT(saved, ContainsSubstring(part));
}

TEST_CASE("answers are read from standard input, as YAML or JSON", "[cli]") {
  for (const char* text : {"weigh: 3\nfold: 3\nwait: 3\nsteam: 3\ncolour: 3\n",
                           R"({"weigh": 3, "fold": 3, "wait": 3, "steam": 3, "colour": {"rating": "Hot"}})"}) {
    Bakery bakery;
    bakery.in = text;
    CHECK(bakery.run({"assess", "baker", "--answers", "-"}).code == ExitCode::success);
    CHECK(bakery.files("home/assessments").size() == 1);
  }
}

TEST_CASE("--set and --note go on top of the file, in this order", "[cli]") {
  Bakery bakery;
  bakery.write("answers.yaml", "weigh: 1\nfold: {rating: 2, note: from the file}\n");
  const Ran ran = bakery.run({"assess", "baker", "--answers", "answers.yaml", "--set", "weigh=4", "--note",
                              "fold=from the = command line", "--set", "colour=n/a:no oven", "--set", "wait=unrated"});
  CHECK(ran.code == ExitCode::unfinished);
  const std::string saved = bakery.read(draft);
  CHECK_THAT(saved, ContainsSubstring("\"rating\": 4"));
  CHECK_THAT(saved, ContainsSubstring("\"note\": \"from the = command line\""));
  CHECK_THAT(saved, ContainsSubstring("\"reason\": \"no oven\""));
  CHECK_THAT(saved, !ContainsSubstring("from the file"));
}

TEST_CASE("incomplete answers become a draft, with how to go on; the next ones are added to it", "[cli]") {
  Bakery bakery;
  const Ran first = bakery.run({"assess", "baker", "--set", "weigh=2", "--set", "fold=3"});
  CHECK(first.code == ExitCode::unfinished);
  CHECK(first.out.empty());
  CHECK_THAT(unwrap(first.err), ContainsSubstring("Saved as a draft in home/drafts/baker/ana.json."));
  CHECK_THAT(unwrap(first.err), ContainsSubstring("2 of 5 answered. Continue with: rung assess baker"));
  CHECK(bakery.files("home/assessments").empty());

  const Ran second = bakery.run({"assess", "baker", "--set", "wait=3", "--set", "steam=3", "--set", "colour=3"});
  CHECK(second.code == ExitCode::success);
  CHECK_THAT(second.out, ContainsSubstring("  Dough  23 3"));
  CHECK(bakery.files("home/drafts").empty());
}

TEST_CASE("how to go on names the rater so that it is the same one", "[cli]") {
  Bakery bakery;
  const auto go_on = [&bakery](const std::string& rater) {
    std::vector<std::string> words{"assess", "baker", "--as", rater, "--set", "weigh=2"};
    if (rater.find(':') != std::string::npos) words.insert(words.end(), {"--about", "Kim"});
    return unwrap(bakery.run(std::move(words)).err);
  };
  CHECK_THAT(go_on("Ines"), Catch::Matchers::EndsWith("rung assess baker --as Ines"));
  CHECK_THAT(go_on("Ines Sol:peer"), Catch::Matchers::EndsWith("rung assess baker --as 'Ines Sol:peer' --about Kim"));
  CHECK_THAT(go_on("O'Neill:manager"),
             Catch::Matchers::EndsWith("rung assess baker --as 'O'\\''Neill:manager' --about Kim"));
}

TEST_CASE("--partial finishes with behaviors left unrated", "[cli]") {
  Bakery bakery;
  const Ran ran = bakery.run({"assess", "baker", "--set", "weigh=2", "--partial"});
  CHECK(ran.code == ExitCode::success);
  CHECK_THAT(ran.out, ContainsSubstring("  Dough  2· ·"));
  CHECK(bakery.files("home/drafts").empty());
  CHECK(bakery.files("home/assessments").size() == 1);
}

TEST_CASE("all mistakes of all answers are told with their places, and nothing is written", "[cli]") {
  Bakery bakery;
  bakery.write("answers.yaml", "weigh: 9\nfolt: 2\nsteam: 3\nwait: {rating: n/a}\n");
  const Ran ran = bakery.run({"assess", "baker", "--answers", "answers.yaml", "--set", "colur=1", "--note", "weigh"});
  CHECK(ran.code == ExitCode::bad_input);
  CHECK(ran.out.empty());
  const std::string told = unwrap(ran.err);
  for (const char* part :
       {"`9` is not on the scale --> answers.yaml:1:8", "no behavior `folt` --> answers.yaml:2:1",
        "did you mean `fold`?", "needs a reason --> answers.yaml:4:16", "no behavior `colur` --> --set:1:1",
        "did you mean `colour`?", "--note needs KEY=TEXT", "rung: the answers have errors; nothing was saved"})
    CHECK_THAT(told, ContainsSubstring(part));
  CHECK(bakery.files("home") == std::vector<std::string>{"ladders/baker.yaml"});
}

TEST_CASE("a mistake leaves a draft as it was", "[cli]") {
  Bakery bakery;
  bakery.run({"assess", "baker", "--set", "weigh=2"});
  const std::string before = bakery.read(draft);
  bakery.at = "2026-03-15T10:00:00Z";
  CHECK(bakery.run({"assess", "baker", "--set", "fold=2", "--set", "weigh=7"}).code == ExitCode::bad_input);
  CHECK(bakery.run({"assess", "baker", "--new", "--set", "weigh=7"}).code == ExitCode::bad_input);
  CHECK(bakery.read(draft) == before);
  CHECK(bakery.files("home/drafts").size() == 1);
}

TEST_CASE("answers that are not there or are too large are refused", "[cli]") {
  Bakery bakery;
  const Ran missing = bakery.run({"assess", "baker", "--answers", "nowhere.yaml"});
  CHECK(missing.code == ExitCode::bad_input);
  CHECK_THAT(unwrap(missing.err), ContainsSubstring("there is no file nowhere.yaml"));

  bakery.in = std::string((1U << 20U) + 1, '#');
  const Ran large = bakery.run({"assess", "baker", "--answers", "-"});
  CHECK(large.code == ExitCode::bad_input);
  CHECK_THAT(unwrap(large.err), ContainsSubstring("larger than 1 MiB"));
  CHECK(bakery.files("home/drafts").empty());
}

TEST_CASE("an unknown ladder gets a suggestion; a ladder with mistakes is refused with all of them", "[cli]") {
  Bakery bakery;
  const Ran unknown = bakery.run({"assess", "bakr", "--set", "weigh=2"});
  CHECK(unknown.code == ExitCode::bad_input);
  CHECK_THAT(unwrap(unknown.err), ContainsSubstring("did you mean `baker`?"));

  bakery.write("bad.yaml", Bakery::read_data("five-mistakes.yaml"));
  const Ran bad = bakery.run({"assess", "bad.yaml", "--set", "weigh=2"});
  CHECK(bad.code == ExitCode::bad_input);
  CHECK_THAT(unwrap(bad.err), ContainsSubstring("bad.yaml:2:5"));
  CHECK_THAT(unwrap(bad.err), ContainsSubstring("the ladder bad.yaml cannot be used"));
  CHECK(bakery.files("home/drafts").empty());
}

TEST_CASE("two assessments of one day get names of their own", "[cli]") {
  Bakery bakery;
  bakery.rate_all(2, "2026-03-14T09:00:00Z");
  bakery.rate_all(3, "2026-03-14T18:00:00Z");
  CHECK(bakery.files("home/assessments") ==
        std::vector<std::string>{"baker/2026-03-14-ana-2.json", "baker/2026-03-14-ana.json"});
}

TEST_CASE("the sample answers rate the built-in ladder completely", "[cli]") {
  Program program;
  const std::string sample = RUNG_SOURCE_ROOT "/examples/sample-answers.yaml";
  const Ran ran = program.run({"assess", "--answers", sample});
  CHECK(ran.code == ExitCode::success);
  CHECK(program.files("home/assessments") == std::vector<std::string>{"ic3-mle/2026-03-14-ana.json"});
}

TEST_CASE("where finishing fails, a draft is named only when there is one", "[cli]") {
  const std::string all = "weigh: 2\nfold: 2\nwait: 2\nsteam: 2\ncolour: 2\n";
  Bakery bakery;
  bakery.write("answers.yaml", all);
  std::filesystem::create_symlink("nowhere", "home/assessments");
  const std::vector<std::string> finish{"assess", "baker", "--answers", "answers.yaml"};
  const Ran nothing_before = bakery.run(finish);
  CHECK(nothing_before.code == ExitCode::input_output);
  CHECK_THAT(nothing_before.err, ContainsSubstring("not finished: cannot open the directory"));
  CHECK_THAT(nothing_before.err, ContainsSubstring("no draft holds these answers"));
  CHECK_FALSE(bakery.exists(draft));

  CHECK(bakery.run({"assess", "baker", "--set", "weigh=1"}).code == ExitCode::unfinished);
  const Ran begun_before = bakery.run(finish);
  CHECK(begun_before.code == ExitCode::input_output);
  CHECK_THAT(begun_before.err, ContainsSubstring("the answers are in the draft"));
  CHECK_THAT(bakery.read(draft), ContainsSubstring("\"rating\": 2"));
}
