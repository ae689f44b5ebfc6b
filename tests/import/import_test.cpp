#include "catch.hpp"
#include "golden.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <fmt/format.h>

#include <rung/import/import.hpp>
#include <rung/ladder/parse.hpp>

using namespace rung;

namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

Parsed<Import> import_text(const std::string& text, const std::filesystem::path& path, Levels levels = Levels::all,
                           std::optional<std::string> level = {}) {
  DocumentForm form = DocumentForm::markdown;
  if (path.extension() == ".csv") form = DocumentForm::csv;
  if (path.extension() == ".html") form = DocumentForm::html;
  return import_document(text, form, path.filename().string(), {path.stem().string(), std::move(level), "", levels});
}

std::string describe(const Import& import) {
  std::ostringstream text;
  for (const ImportedLadder& imported : import.ladders)
    text << write_ladder(imported.ladder, imported.comments) << "---\n";
  text << import.units << " units, " << import.behaviors << " behaviors, " << import.headings << " headings\n";
  for (const LeftOver& left : import.left)
    text << "left at " << left.line << " (" << left.units << "): " << left.why << ": " << left.text << "\n";
  return text.str();
}

void check_sum(const Import& import) {
  int sum = import.behaviors + import.headings;
  for (const LeftOver& left : import.left) sum += left.units;
  CHECK(import.units == sum);
}

const char* first_message(const Parsed<Import>& parsed) {
  return parsed.diagnostics.empty() ? "" : parsed.diagnostics.front().message.c_str();
}

}  // namespace

TEST_CASE("every shape of document becomes the ladders that are expected of it", "[import]") {
  int documents = 0;
  for (const auto& entry : std::filesystem::directory_iterator(RUNG_TEST_DATA "/import")) {
    const std::filesystem::path& path = entry.path();
    INFO(path);
    const auto parsed = import_text(read_file(path), path);
    REQUIRE(parsed);
    check_golden(describe(*parsed.value), fmt::format("import/{}.txt", path.filename().string()));
    check_sum(*parsed.value);
    for (const ImportedLadder& imported : parsed.value->ladders) {
      const auto checked = parse_ladder(write_ladder(imported.ladder, imported.comments), "imported");
      REQUIRE(checked);
      CHECK(*checked.value == imported.ladder);
    }
    ++documents;
  }
  CHECK(documents >= 10);
}

TEST_CASE("one of several levels is chosen by its name, in upper or lower case", "[import]") {
  const std::filesystem::path path = RUNG_TEST_DATA "/import/levels-by-heading.md";
  const auto parsed = import_text(read_file(path), path, Levels::one, "mate");
  REQUIRE(parsed);
  REQUIRE(parsed.value->ladders.size() == 1);
  CHECK(parsed.value->ladders.front().ladder.level == "Mate");
  CHECK(parsed.value->behaviors == 2);
  check_sum(*parsed.value);
}

TEST_CASE("a level is chosen by its full name, not by the part that an id would keep", "[import]") {
  const auto pick = [](const std::string& levels, const std::string& wanted) {
    const auto parsed =
        import_text(fmt::format("pillar,behavior,level\nA,One.,{}\n", levels), "sheet.csv", Levels::one, wanted);
    return parsed ? parsed.value->ladders.front().ladder.level : first_message(parsed);
  };
  const std::string grades = "L5\nA,Two.,L5+\nA,Three.,L5 - Senior";
  CHECK(pick(grades, "L5+") == "L5+");
  CHECK(pick(grades, "l5") == "L5");
  CHECK(pick(grades, "l5-senior") == "L5 - Senior");
  CHECK(pick("L5\nA,Two.,L6", "L5+") == "this document has no level \"L5+\"");
  CHECK(pick("L4 - Senior\nA,Two.,L5 - Staff", "l4") == "L4 - Senior");
  CHECK(pick("L4 - Senior\nA,Two.,L4 (Lead)", "L4") ==
        "\"L4\" may be more than one level: \"L4 - Senior\", \"L4 (Lead)\"");
  CHECK(pick("L4\nA,Two.,l4", "l4") == "l4");
}

TEST_CASE("an empty cell of a sheet repeats the one above within the same pillar", "[import]") {
  const auto parsed = import_text(
      "pillar,responsibility,behavior\nDough,Mixing,One.\nDough,,Two.\n,,Three.\nBread,,Four.\n", "sheet.csv");
  REQUIRE(parsed);
  const auto& pillars = parsed.value->ladders.front().ladder.pillars;
  REQUIRE(pillars.size() == 2);
  REQUIRE(pillars.front().responsibilities.size() == 1);
  CHECK(pillars.front().responsibilities.front().title == "Mixing");
  CHECK(pillars.front().responsibilities.front().behaviors.size() == 3);
  CHECK(pillars.back().responsibilities.front().title != "Mixing");
}

TEST_CASE("a level carries down a sheet, but never into the next pillar", "[import]") {
  const std::string sheet =
      "level,pillar,behavior\nL5,Dough,I knead.\n,Dough,I proof.\n,Bread,I bake.\nL5,Bread,I score.\nL6,Bread,I "
      "sell.\n";
  const auto parsed = import_text(sheet, "sheet.csv", Levels::one, "L5");
  REQUIRE(parsed);
  std::vector<std::string> texts;
  for (const PlacedBehavior& placed : list_behaviors(parsed.value->ladders.at(0).ladder))
    texts.push_back(placed.behavior->text);
  CHECK(texts == std::vector<std::string>{"I knead.", "I proof.", "I score."});
  REQUIRE(parsed.value->left.size() == 2);
  CHECK(parsed.value->left.front() == LeftOver{4, 1, "I bake.", "outside of the levels"});
  check_sum(*parsed.value);
}

TEST_CASE("a byte order mark is not part of a document", "[import]") {
  for (const auto& [text, name] : {std::pair{"pillar,behavior\nDough,I knead.\n", "a.csv"},
                                   {"\"pillar\";behavior\nDough;I knead.\n", "b.csv"},
                                   {"# Baker\n## Dough\n- I knead.\n", "c.md"},
                                   {"<h1>Baker</h1><h2>Dough</h2><ul><li>I knead.</ul>", "d.html"}}) {
    INFO(name);
    const auto parsed = import_text(fmt::format("\xEF\xBB\xBF{}", text), name);
    REQUIRE(parsed);
    CHECK(parsed.value->behaviors == 1);
    CHECK(parsed.value->left.empty());
    CHECK(parsed.value->ladders.at(0).ladder.pillars.at(0).title == "Dough");
  }
}

TEST_CASE("a document of several levels asks which one, and suggests it", "[import]") {
  const std::filesystem::path path = RUNG_TEST_DATA "/import/levels-by-heading.md";
  const auto none = import_text(read_file(path), path, Levels::one);
  REQUIRE(none.diagnostics.size() == 1);
  CHECK(none.diagnostics.front().message == "this document has 2 levels: \"Deckhand\", \"Mate\"");
  CHECK(none.diagnostics.front().hint == "pick one with --level NAME, or take them all with --all-levels");
  const auto wrong = import_text(read_file(path), path, Levels::one, "Deckhnad");
  REQUIRE(wrong.diagnostics.size() == 1);
  CHECK(wrong.diagnostics.front().message == "this document has no level \"Deckhnad\"");
  CHECK(wrong.diagnostics.front().hint == "did you mean `Deckhand`?");
}

TEST_CASE("a document without levels gets the given level", "[import]") {
  const auto parsed = import_text("# Work\n## Craft\n- I sweep.\n", "work.md", Levels::one, "L2");
  REQUIRE(parsed);
  CHECK(parsed.value->ladders.front().ladder.level == "L2");
}

TEST_CASE("the same document gives the same ids, and another item does not change them", "[import]") {
  const std::string text = "# Work\n## Craft\n- I sweep the floor each evening.\n- I polish brass handles.\n";
  const auto before = import_text(text, "work.md");
  const auto again = import_text(text, "work.md");
  const auto more = import_text(
      fmt::format("# Work\n## Craft\n- I open windows.\n{}", text.substr(text.find("- I sweep"))), "work.md");
  REQUIRE((before && again && more));
  CHECK(describe(*before.value) == describe(*again.value));
  const auto& behaviors = before.value->ladders[0].ladder.pillars[0].responsibilities[0].behaviors;
  const auto& others = more.value->ladders[0].ladder.pillars[0].responsibilities[0].behaviors;
  REQUIRE(others.size() == 3);
  CHECK(behaviors[0].id == others[1].id);
  CHECK(behaviors[1].id == others[2].id);
}

TEST_CASE("a duplicate text in one place is imported once and reported", "[import]") {
  const auto parsed = import_text("# Work\n## Craft\n- I sweep.\n- I dust.\n- I sweep.\n", "work.md");
  REQUIRE(parsed);
  CHECK(parsed.value->behaviors == 2);
  REQUIRE(parsed.value->left.size() == 1);
  CHECK(parsed.value->left.front() == LeftOver{5, 1, "I sweep.", "the same text stands above it"});
}

TEST_CASE("a document without a ladder is rejected with a hint", "[import]") {
  for (const char* text : {"Just a sentence.", "# Only\n## headings\n", "<p>A page</p>"}) {
    const auto parsed = import_text(text, "page.md");
    REQUIRE(parsed.diagnostics.size() == 1);
    CHECK(parsed.diagnostics.front().message == "nothing in this document looks like a ladder");
    CHECK_THAT(parsed.diagnostics.front().hint, ContainsSubstring("rung help import"));
  }
}

TEST_CASE("a document from which nothing fits into a ladder is rejected with the reason", "[import]") {
  const auto parsed = import_text(fmt::format("# Work\n## Craft\n- {:a>17000}\n", ""), "work.md");
  REQUIRE(parsed.diagnostics.size() == 1);
  CHECK(parsed.diagnostics.front().message == "none of the behaviors in this document can be imported");
  CHECK(parsed.diagnostics.front().hint == "the first one, in line 3, is left out: longer than a text may be");
}

TEST_CASE("errors in CSV are reported with their places", "[import]") {
  struct Case {
    const char* text;
    const char* message;
    Position at;
  };
  for (const Case& one : {
           Case{"", "there is nothing in this document", {1, 1}},
           Case{"pillar,text\nA,B\n", "there is no column `behavior`", {1, 1}},
           Case{"behavior\nB\n", "there is no column `pillar`", {1, 1}},
           Case{"pillar,behavior,Pillar\n", "the column `pillar` is there twice", {1, 17}},
           Case{"pillar,behavior\n,B\n", "a behavior without a pillar", {2, 2}},
           Case{"pillar,behavior\nA,\"B\n", "this quote never ends", {2, 3}},
           Case{"pillar,behavior\nA,\"B\"C\n", "text after the closing quote", {2, 6}},
           Case{"pillar,behavior,target\nA,B,9\n", "`9` is not on the scale", {2, 5}},
       }) {
    const auto parsed = import_text(one.text, "sheet.csv");
    INFO(one.text);
    REQUIRE(parsed.diagnostics.size() == 1);
    CHECK(first_message(parsed) == std::string(one.message));
    CHECK(parsed.diagnostics.front().at == one.at);
  }
}

TEST_CASE("the form of a document is recognized by its start", "[import]") {
  CHECK(guess_form("<!DOCTYPE html><p>") == DocumentForm::html);
  CHECK(guess_form("\xEF\xBB\xBF  <html>") == DocumentForm::html);
  CHECK(guess_form("# Title\n") == DocumentForm::markdown);
  CHECK(guess_form("<table>") == DocumentForm::markdown);
  CHECK(guess_form("Pillar;Behavior\n") == DocumentForm::csv);
  CHECK(guess_form("| pillar | behavior, too |\n") == DocumentForm::markdown);
  CHECK(guess_form("") == DocumentForm::markdown);
}

TEST_CASE("text after the bold words of a line keeps its quotation marks", "[import]") {
  const auto parsed =
      import_text("# Baker\n\n## Bread\n\n**Dough** – “Rise first” matters.\n\n- I weigh.\n", "bread.md");
  REQUIRE(parsed);
  REQUIRE(parsed.value->ladders.size() == 1);
  const Ladder& ladder = parsed.value->ladders.front().ladder;
  CHECK(ladder.pillars.at(0).responsibilities.at(0).title == "Dough");
  CHECK_THAT(write_ladder(ladder), ContainsSubstring("“Rise first” matters."));
}

TEST_CASE("typed bullets are items, with any number of blank lines before them", "[import]") {
  const std::string blank(500, '\n');
  const auto parsed =
      import_text(fmt::format("<h2>Bread</h2><p>Dough:{0}x{0}• I weigh.\n• I knead.</p>", blank), "b.html");
  REQUIRE(parsed);
  CHECK(parsed.value->behaviors == 2);
}
