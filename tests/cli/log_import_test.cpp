#include <string>

#include "catch.hpp"
#include "program.hpp"

using namespace rung;

namespace {

const std::string brag =
    "# Brag document\n\n## January 2026\n- Wrote the postmortem of the outage\n- Booked the dinner\n\n"
    "## February\n- Feb 9: Mentored two juniors https://example.org/2\n";

bool mentions(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a brag document is imported as it is, and only once", "[cli]") {
  Program program;
  program.write("brag.md", brag);
  const Ran first = program.run({"log", "import", "brag.md", "--all"});
  CHECK(first.code == ExitCode::success);
  CHECK(first.out == "Imported 3 entries. `rung log review` goes through the inbox.\n");
  const std::string csv = program.run({"log", "list", "--format", "csv"}).out;
  CHECK(mentions(csv, "2026-02-09,Mentored two juniors,https://example.org/2"));
  CHECK(mentions(csv, "2026-01-01,Booked the dinner"));
  const Ran again = program.run({"log", "import", "brag.md", "--all"});
  CHECK(again.out.empty());
  CHECK(mentions(again.err, "There is nothing new to import."));
}

TEST_CASE("candidates are taken, tied, and left out at single keys, and what was left out stays out", "[cli]") {
  Program program;
  program.write("brag.md", brag);
  const Ran ran = program.type_in({"log", "import", "brag.md"}, U"1ns");
  CHECK(ran.code == ExitCode::success);
  CHECK(mentions(ran.screen, "from brag.md"));
  CHECK(mentions(ran.err, "1 tied, 1 left out, 0 in the inbox, 1 undecided."));
  CHECK(mentions(program.run({"log", "list"}).out, "→ Own failures"));
  CHECK_FALSE(mentions(program.run({"log", "list"}).out, "dinner"));
  const Ran again = program.type_in({"log", "import", "brag.md"}, U"y");
  CHECK(mentions(again.screen, "Mentored two juniors"));
  CHECK_FALSE(mentions(again.screen, "dinner"));
  CHECK(mentions(program.run({"log", "list", "--inbox"}).out, "Mentored two juniors"));
}

TEST_CASE("a table that the listing wrote is imported with its ties", "[cli]") {
  Program program;
  program.run({"log", "2026-01-05 first thing", "-b", "learn-from-failure", "-t", "red"});
  program.write("table.csv", "Date,What,Behaviors\n2026-01-06,second thing,learn-from-failure\n2027-01-01,later,\n");
  const Ran ran = program.run({"log", "import", "table.csv", "--all"});
  CHECK(ran.code == ExitCode::bad_input);
  CHECK(mentions(ran.out, "Imported 1 entry, 1 of them tied to behaviors."));
  CHECK(mentions(ran.err, "table.csv:3"));
  CHECK(mentions(program.run({"log", "list", "-b", "learn-from-failure", "--format", "csv"}).out, "second thing"));
}

TEST_CASE("what cannot be imported says so, and words are no source", "[cli]") {
  Program program;
  program.write("notes.pdf", "x");
  program.write("empty.csv", "a,b\n1,2\n");
  const auto refuse = [&program](std::vector<std::string> arguments, const std::string& reason) {
    const Ran ran = program.run(std::move(arguments));
    INFO(ran.err);
    CHECK(ran.code != ExitCode::success);
    CHECK(mentions(ran.err, reason));
  };
  refuse({"log", "import", "nowhere.md"}, "there is no file nowhere.md");
  refuse({"log", "import", "notes.pdf"}, "cannot import notes.pdf: it is not Markdown, CSV, or JSON Lines");
  refuse({"log", "import", "pipeline", "cleanup"}, "`rung log -- import pipeline cleanup`");
  refuse({"log", "import", "empty.csv", "--all"}, "empty.csv:1");
  refuse({"log", "import"}, "`rung log import` needs SOURCE");
  CHECK_FALSE(program.exists("home/log.jsonl"));
}
