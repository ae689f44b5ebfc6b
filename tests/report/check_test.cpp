#include <rung/report/check.hpp>

#include <rung/diagnostic/show.hpp>
#include <rung/ladder/builtin.hpp>
#include <rung/ladder/starter.hpp>
#include <rung/text/paint.hpp>

#include "catch.hpp"

using namespace rung;

namespace {

const std::string flawed =
    "format: rung-ladder/1\n"
    "id: baker\n"
    "title: Baker\n"
    "scale: [{value: 1, label: No, anchor: Never.}, {value: 2, label: Yes}]\n"
    "pillars:\n"
    "  - id: dough\n"
    "    title: Dough\n"
    "    responsibilities:\n"
    "      - id: mixing\n"
    "        title: Mixing\n"
    "        behaviors:\n"
    "          - {id: weigh, text: I weigh each ingredient of it.}\n"
    "          - {id: scales, text: I always weigh each ingredient of it.}\n"
    "      - id: proving\n"
    "        title: Proving\n"
    "        behaviors:\n"
    "          - {id: wait, text: I wait and I watch and I smell.}\n";

std::string shown(const CheckedLadder& checked) {
  Diagnostics diagnostics;
  for (const RuledDiagnostic& remark : checked.diagnostics) diagnostics.push_back(remark.diagnostic);
  return paint(show(diagnostics, 100), Paint{});
}

}  // namespace

TEST_CASE("every finding is told as a warning with its place and a way to mend it", "[report]") {
  const CheckedLadder checked = check_ladder(flawed, "baker.yaml");
  CHECK(describe_verdict(checked) == "baker.yaml: 3 behaviors, 4 warnings; all gates have their default");
  CHECK(shown(checked) ==
        "warning: point 2 of the scale has no anchor\n"
        " --> baker.yaml:4:66\n"
        "  |\n"
        "4 | …: [{value: 1, label: No, anchor: Never.}, {value: 2, label: Yes}]\n"
        "  |                                                              ^^^\n"
        "  = hint: write an `anchor`: what the point means, so that two people would agree\n"
        "\n"
        "warning: behavior `dough.mixing.scales` says nearly the same as `dough.mixing.weigh` (92% of the\n"
        "         words)\n"
        "  --> baker.yaml:13:32\n"
        "   |\n"
        "13 |           - {id: scales, text: I always weigh each ingredient of it.}\n"
        "   |                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "   = the first stands at 12:31\n"
        "   = hint: keep one of them, or say how they differ\n"
        "\n"
        "warning: responsibility `dough.proving` has one behavior only\n"
        "  --> baker.yaml:15:16\n"
        "   |\n"
        "15 |         title: Proving\n"
        "   |                ^^^^^^^\n"
        "   = hint: add another one, or move it to a neighbor\n"
        "\n"
        "warning: behavior `dough.proving.wait` seems to hold several behaviors in one text\n"
        "  --> baker.yaml:17:30\n"
        "   |\n"
        "17 |           - {id: wait, text: I wait and I watch and I smell.}\n"
        "   |                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "   = hint: one rating must fit all of it: make a behavior of each part\n");
}

TEST_CASE("a long text and a scale without any anchor are told too", "[report]") {
  std::string yaml = flawed;
  yaml.replace(yaml.find(", anchor: Never."), 16, "");
  std::string words;
  for (int i = 0; i < 61; ++i) words += " word";
  yaml.insert(yaml.find("I weigh each"), words);
  const CheckedLadder checked = check_ladder(yaml, "baker.yaml");
  const std::string told = shown(checked);
  CHECK_THAT(told, ContainsSubstring("warning: no point of the scale has an anchor"));
  CHECK_THAT(told, ContainsSubstring("the text of behavior `dough.mixing.weigh` has 66 words"));
}

TEST_CASE("a title that stands twice is shown at the later one", "[report]") {
  std::string yaml = flawed;
  yaml.replace(yaml.find("title: Proving"), 14, "title: Mixing");
  yaml +=
      "  - id: oven\n"
      "    title: Dough\n"
      "    responsibilities:\n"
      "      - {id: heat, title: Heat, behaviors: [{id: a, text: I heat it.}, {id: b, text: I watch the fire.}]}\n";
  const std::string told = shown(check_ladder(yaml, "baker.yaml"));
  CHECK_THAT(told, ContainsSubstring("warning: responsibility `dough.proving` has the same title as `dough.mixing`\n"
                                     "  --> baker.yaml:15:16\n"));
  CHECK_THAT(told, ContainsSubstring("warning: pillar `oven` has the same title as `dough`\n"
                                     "  --> baker.yaml:19:12\n"
                                     "   |\n"
                                     "19 |     title: Dough\n"
                                     "   |            ^^^^^\n"
                                     "   = the first stands at 7:12\n"
                                     "   = hint: give one of them another title: reports name pillars by title\n"));
}

TEST_CASE("a ladder with mistakes has no warnings beside them", "[report]") {
  std::string yaml = flawed;
  yaml.replace(yaml.find("title: Baker"), 12, "titel: Baker");
  const CheckedLadder checked = check_ladder(yaml, "baker.yaml");
  CHECK(count_diagnostics(checked, Severity::error) == 1);
  CHECK(count_diagnostics(checked, Severity::warning) == 0);
  CHECK(checked.behaviors == 0);
  CHECK(checked.diagnostics.front().rule == "format");
}

TEST_CASE("built-in ladders give no warning but of lone behaviors, and a ladder to begin with none", "[report]") {
  for (const BuiltinLadder& builtin : builtin_ladders()) {
    const CheckedLadder checked = check_ladder(builtin.yaml, builtin.id);
    INFO(shown(checked));
    CHECK(count_diagnostics(checked, Severity::error) == 0);
    // A responsibility has as many behaviors as its page has bullets.
    for (const RuledDiagnostic& diagnostic : checked.diagnostics) CHECK(diagnostic.rule == "lone-behavior");
  }
  CHECK(describe_verdict(check_ladder(write_starter("baker"), "x.yaml")) == "x.yaml: fine, 4 behaviors");
}

TEST_CASE("what was checked is one JSON object, mistakes and warnings with their places", "[report]") {
  const std::string json = write_json({check_ladder(flawed, "baker.yaml"), check_ladder("id: x", "x.yaml")});
  CHECK_THAT(json, ContainsSubstring("\"kind\": \"ladder check\",\n  \"errors\": 3,\n  \"warnings\": 4,\n"));
  CHECK_THAT(json,
             ContainsSubstring("\"source\": \"baker.yaml\",\n      \"behaviors\": 3,\n      \"default_gates\": [\n"
                               "        \"coverage\",\n        \"not_applicable\",\n        \"at_target\",\n"
                               "        \"pillar_at_target\",\n        \"responsibility_at_target\",\n"
                               "        \"floor\",\n        \"shown\"\n      ],\n      \"errors\": 0,\n"
                               "      \"warnings\": 4,\n"));
  CHECK_THAT(json, ContainsSubstring("\"severity\": \"warning\",\n          \"rule\": \"lone-behavior\",\n"
                                     "          \"line\": 15,\n          \"column\": 16,\n          \"length\": 7,\n"));
  CHECK_THAT(json, ContainsSubstring("\"severity\": \"error\",\n          \"rule\": \"format\",\n"));
}

TEST_CASE("the verdict names the gates that a ladder leaves to their default", "[report]") {
  std::string yaml = flawed;
  yaml.insert(yaml.find("pillars:"), "gates: {coverage: 0.9, at_target: 0.7, pillar_at_target: false, floor: 1}\n");
  const CheckedLadder checked = check_ladder(yaml, "baker.yaml");
  CHECK(checked.default_gates == std::vector<std::string>{"not_applicable", "responsibility_at_target", "shown"});
  CHECK(
      describe_verdict(checked) ==
      "baker.yaml: 3 behaviors, 4 warnings; gates with their default: not_applicable, responsibility_at_target, shown");
  CHECK(check_ladder(write_starter("baker"), "x.yaml").default_gates.empty());
}
