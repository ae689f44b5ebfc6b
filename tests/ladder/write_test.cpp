#include "catch.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <rung/ladder/builtin.hpp>
#include <rung/ladder/parse.hpp>
#include <rung/ladder/write.hpp>

using namespace rung;

namespace {

Ladder parse_or_fail(std::string_view yaml, std::string_view name) {
  auto parsed = parse_ladder(yaml, name);
  INFO(name << "\n" << yaml);
  for (const auto& diagnostic : parsed.diagnostics)
    UNSCOPED_INFO(diagnostic.at.line << ":" << diagnostic.at.column << " " << diagnostic.message);
  REQUIRE(parsed);
  return *std::move(parsed.value);
}

Ladder small_ladder() {
  return parse_or_fail(
      "format: rung-ladder/1\nid: baker\ntitle: Baker\npillars:\n- id: dough\n  title: Dough\n  responsibilities:\n"
      "  - id: mixing\n    title: Mixing\n    behaviors:\n    - {id: weigh, text: I weigh every ingredient.}\n",
      "small");
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("a ladder that only has defaults is written without them", "[ladder]") {
  CHECK(write_ladder(small_ladder()) ==
        "format: rung-ladder/1\n"
        "id: baker\n"
        "title: Baker\n"
        "\n"
        "pillars:\n"
        "  - id: dough\n"
        "    title: Dough\n"
        "    responsibilities:\n"
        "      - id: mixing\n"
        "        title: Mixing\n"
        "        behaviors:\n"
        "          - id: weigh\n"
        "            text: I weigh every ingredient.\n");
}

TEST_CASE("comments are at the top and above their subject", "[ladder]") {
  const LadderComments comments{{"Imported."}, {{"dough", "A heading."}, {"dough.mixing.weigh", "Line 7."}}};
  const std::string yaml = write_ladder(small_ladder(), comments);
  CHECK(yaml.starts_with("# Imported.\nformat:"));
  CHECK_THAT(yaml, ContainsSubstring("  # A heading.\n  - id: dough\n"));
  CHECK_THAT(yaml, ContainsSubstring("          # Line 7.\n          - id: weigh\n"));
  CHECK(parse_or_fail(yaml, "commented") == small_ladder());
}

TEST_CASE("every built-in ladder and every good fixture is read back equal to what was written", "[ladder]") {
  std::vector<std::pair<std::string, std::string>> texts;
  for (const BuiltinLadder& builtin : builtin_ladders()) texts.emplace_back(builtin.id, builtin.yaml);
  for (const auto& entry : std::filesystem::recursive_directory_iterator(RUNG_TEST_DATA "/ladder")) {
    if (entry.path().extension() != ".yaml") continue;
    std::string yaml = read_file(entry.path());
    if (parse_ladder(yaml, "fixture")) texts.emplace_back(entry.path().string(), std::move(yaml));
  }
  REQUIRE(texts.size() > 5);
  for (const auto& [name, yaml] : texts) {
    const Ladder ladder = parse_or_fail(yaml, name);
    CHECK(parse_or_fail(write_ladder(ladder), name) == ladder);
  }
}

TEST_CASE("texts that YAML would read as something else survive a round trip", "[ladder]") {
  const std::vector<std::string> texts{"yes",
                                       "null",
                                       "~",
                                       "3",
                                       "0x10",
                                       "1e5",
                                       "- dash",
                                       "a: b",
                                       "a #b",
                                       "ends:",
                                       "[bracket]",
                                       "{brace}",
                                       "\"quoted\"",
                                       "it's",
                                       "'single'",
                                       "back\\slash",
                                       "tab\there",
                                       "two\nlines",
                                       "two\n\nparas",
                                       "a\n  b",
                                       "trailing \nspace",
                                       "*star",
                                       "&and",
                                       "!bang",
                                       "%percent",
                                       "@at",
                                       "`tick`",
                                       "? what",
                                       "a, b, c",
                                       "# hash",
                                       "12:30",
                                       "---",
                                       "... and so on",
                                       "\"",
                                       "=",
                                       "no\u00A0break",
                                       "gr\u00FC\u00DFe",
                                       "a  b",
                                       "|",
                                       ">",
                                       "<<",
                                       "3 things"};
  for (const std::string& text : texts) {
    Ladder ladder = small_ladder();
    ladder.pillars[0].responsibilities[0].behaviors[0].text = text;
    ladder.pillars[0].responsibilities[0].behaviors[0].probes = {text, "plain"};
    ladder.summary = text;
    ladder.terms = {{"term", text}};
    if (text.find('\n') == std::string::npos) {
      ladder.title = text;
      ladder.scale.points[0].label = text;
    }
    ladder.scale.points[0].anchor = text;
    CHECK(parse_or_fail(write_ladder(ladder), text) == ladder);
  }
}

TEST_CASE("a label with a question mark survives a round trip", "[ladder]") {
  Ladder ladder = small_ladder();
  for (const char* label : {"r? 1", "r?", "? r", "a ? b"}) {
    ladder.scale.points.front().label = label;
    CHECK(parse_or_fail(write_ladder(ladder), "written") == ladder);
  }
}

TEST_CASE("a long text is folded so that no line is longer than 110 characters", "[ladder]") {
  Ladder ladder = small_ladder();
  std::string text = "It";
  for (int word = 0; word < 80; ++word) text += " grows: one # word \"more\"";
  ladder.pillars[0].responsibilities[0].behaviors[0].text = text;
  ladder.pillars[0].responsibilities[0].behaviors[0].probes = {text};
  ladder.scale.points[1].anchor = text;
  const std::string yaml = write_ladder(ladder);
  CHECK(parse_or_fail(yaml, "long") == ladder);
  std::istringstream lines(yaml);
  for (std::string line; std::getline(lines, line);) CHECK(line.size() <= 110);
}
