#include "catch.hpp"
#include "cli/program.hpp"

#include <fmt/format.h>

using namespace rung;

namespace {

const char* const two_levels = "# Crew\n## Junior\n### Ropes\n- I tie.\n- I coil.\n## Senior\n### Ropes\n- I choose.\n";

}  // namespace

TEST_CASE("a page becomes a ladder that can be assessed at once", "[import]") {
  Program program;
  program.write("page.md", "# Gardener\n## Beds\n- I dig.\n- I water.\n");
  const Ran ran = program.run({"ladder", "import", "page.md", "-o", "mine.yaml"});
  CHECK(ran.code == ExitCode::success);
  CHECK(ran.out.empty());
  CHECK(unwrap(ran.err) ==
        "Gardener (gardener): 1 pillar, 1 responsibility, 2 behaviors. 2 list items and cells in the document: 2 "
        "behaviors, 0 titles or added to a behavior, 0 left out. Wrote mine.yaml. Read it through, then begin with: "
        "rung assess mine.yaml");
  CHECK(program.run({"ladder", "check", "mine.yaml"}).code == ExitCode::success);
  CHECK(program.run({"assess", "mine.yaml", "--set", "dig=3", "--set", "water=3"}).code == ExitCode::success);
}

TEST_CASE("a document from standard input goes to standard output, and omissions are reported separately", "[import]") {
  Program program;
  program.in = "# Work\n## Craft\n- I sweep.\n- I sweep.\n";
  const Ran ran = program.run({"ladder", "import", "-", "--track", "House", "--level", "H1"});
  CHECK(ran.code == ExitCode::success);
  CHECK_THAT(ran.out, ContainsSubstring("track: House\nlevel: H1\n") && ContainsSubstring("text: I sweep.\n"));
  CHECK_THAT(unwrap(ran.err), ContainsSubstring("line 4: the same text stands above it: I sweep."));
}

TEST_CASE("an import replaces a file only with --force", "[import]") {
  Program program;
  program.write("page.md", "# Gardener\n## Beds\n- I dig.\n");
  program.write("mine.yaml", "mine");
  const Ran refused = program.run({"ladder", "import", "page.md", "-o", "mine.yaml"});
  CHECK(refused.code == ExitCode::bad_input);
  CHECK_THAT(unwrap(refused.err), ContainsSubstring("mine.yaml already exists; nothing was written"));
  CHECK(program.read("mine.yaml") == "mine");
  CHECK(program.run({"ladder", "import", "page.md", "-o", "mine.yaml", "--force"}).code == ExitCode::success);
  CHECK_THAT(program.read("mine.yaml"), ContainsSubstring("id: gardener"));
}

TEST_CASE("each level of a document becomes a file, or none if one of them exists", "[import]") {
  Program program;
  program.write("crew.md", two_levels);
  const Ran asked = program.run({"ladder", "import", "crew.md"});
  CHECK(asked.code == ExitCode::bad_input);
  CHECK_THAT(unwrap(asked.err), ContainsSubstring("this document has 2 levels: \"Junior\", \"Senior\""));
  program.write("crew-senior.yaml", "mine");
  CHECK(program.run({"ladder", "import", "crew.md", "--all-levels"}).code == ExitCode::bad_input);
  CHECK_FALSE(program.exists("crew-junior.yaml"));
  CHECK(program.run({"ladder", "import", "crew.md", "--all-levels", "--force"}).code == ExitCode::success);
  CHECK_THAT(program.read("crew-junior.yaml"), ContainsSubstring("level: Junior"));
  CHECK_THAT(program.read("crew-senior.yaml"), ContainsSubstring("level: Senior"));
}

TEST_CASE("input that is not a document is rejected by name", "[import]") {
  Program program;
  struct Case {
    std::string name;
    std::string bytes;
    const char* message;
  };
  for (const Case& one : {Case{"a.pdf", "%PDF-1.7\n", "this is a PDF, not a text"},
                          Case{"a.html",
                               std::string("\x7F"
                                           "ELF\0\0",
                                           6),
                               "this is not a text"},
                          Case{"a.md", "", "the document is empty"},
                          Case{"b.md", std::string("\xFF\xFE#\0a\0", 6), "this text is UTF-16, not UTF-8"},
                          Case{"c.html", "<p>hello</p>", "nothing in this document looks like a ladder"},
                          Case{"d.md", std::string((4U << 20U) + 1, 'a'), "larger than"}}) {
    INFO(one.name);
    program.write(one.name, one.bytes);
    const Ran ran = program.run({"ladder", "import", one.name, "-o", "out.yaml"});
    CHECK(ran.code == ExitCode::bad_input);
    CHECK_THAT(unwrap(ran.err), ContainsSubstring(one.message));
    CHECK_FALSE(program.exists("out.yaml"));
  }
  CHECK(program.run({"ladder", "import", "missing.md"}).code == ExitCode::bad_input);
}

TEST_CASE("a document is imported the same in a child process", "[import]") {
  for (const auto& [name, text] : {std::pair{"good.md", "# Gardener\n## Beds\n- I dig.\n- I dig.\n- I water.\n"},
                                   {"bad.csv", "pillar,behavior\nA,\"B\n"},
                                   {"levels.md", two_levels}}) {
    INFO(name);
    Program program;
    program.write(name, text);
    const Ran alone = program.run({"ladder", "import", name});
    program.confine = run_confined;
    const Ran confined = program.run({"ladder", "import", name});
    CHECK(confined.code == alone.code);
    CHECK(confined.out == alone.out);
    CHECK(confined.err == alone.err);
  }
}

TEST_CASE("a document that is too expensive to read is rejected, and nothing is written", "[import]") {
  Program program;
  program.confine = [](const Confines& confines, const std::function<std::string()>& function) {
    return run_confined({1, confines.mebibytes}, function);
  };
  // The parser repeats tags that are never closed in every paragraph.
  std::string page = "<h2>Beds</h2>";
  for (int tag = 0; tag < 200; ++tag) page += fmt::format("<font id={}>", tag);
  for (int paragraph = 0; paragraph < 200'000; ++paragraph) page += "<p>x";
  program.write("page.html", page);
  const Ran ran = program.run({"ladder", "import", "page.html", "-o", "mine.yaml"});
  CHECK(ran.code == ExitCode::bad_input);
  CHECK(unwrap(ran.err) ==
        "rung: page.html costs too much to read: more than 5 seconds or 512 MiB of memory hint: copy the part that "
        "holds the ladder into a file of its own, or save the page as Markdown");
  CHECK_FALSE(program.exists("mine.yaml"));
  CHECK_FALSE(program.exists("home"));
}
