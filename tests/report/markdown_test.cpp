#include <string>
#include <utility>

#include <rung/report/render.hpp>

#include "catch.hpp"

using namespace rung;

namespace {

std::string write_page(const Document& document) { return render(document, Format::markdown); }

Square square(std::string mark, TargetSide side, bool has_evidence = false) {
  return {std::move(mark), "in words", {side, has_evidence}, "an.id"};
}

Item section_item(std::string title, std::string id) {
  Item item;
  item.title = {text(std::move(title))};
  item.id = std::move(id);
  item.body = {text("I ask for feedback.")};
  return item;
}

}  // namespace

TEST_CASE("in Markdown a judgment is a quotation with its gauges below", "[report]") {
  const Judgement judgement{
      Tone::bad,
      {text("One gate is short: "), text("Talent*", Tone::strong), text(" needs 5.")},
      {{"✓", "passed", {text("coverage")}, Tone::good}, {"✗", "short", {text("Talent 3 of 7")}, Tone::bad}}};
  CHECK(write_page({judgement}) ==
        "> **One gate is short: Talent\\* needs 5.**\n"
        ">\n"
        "> ✓ coverage · ✗ Talent 3 of 7\n");
  CHECK(write_page({Judgement{Tone::plain, {text("Nothing to judge.")}, {}}}) == "> **Nothing to judge.**\n");
}

TEST_CASE("in Markdown steps are a numbered list", "[report]") {
  CHECK(write_page({Steps{{{"Talent", {text("Ask for feedback")}, "2 → 3", "never moved"},
                           {"", {text("Add <evidence>")}, "", ""}}}}) ==
        "1. **Talent:** Ask for feedback 2 → 3 · never moved\n"
        "2. Add \\<evidence\\>\n");
}

TEST_CASE("in Markdown a map is a table with a row for each pillar and a legend", "[report]") {
  Map map{{"Pillar", "Behaviors", "At target"}, {}, {{"n not applicable"}}};
  map.rows.push_back({"Results",
                      {{"Impact", {square("4", TargetSide::above, true), square("2", TargetSide::below)}},
                       {"Ownership", {square("n", TargetSide::none), square("1", TargetSide::below, true)}}},
                      Share{3, 7},
                      0.6,
                      "needs 5"});
  map.rows.push_back({"A | B", {{"C", {square("·", TargetSide::none)}}}, {}, {}, ""});
  map.rows.push_back({"Craft", {{"D", {square("3", TargetSide::at)}}}, Share{1, 1}, {}, ""});
  CHECK(write_page({map}) ==
        "| Pillar | Behaviors | At target |  |  |\n"
        "| --- | --- | --- | ---: | --- |\n"
        "| **Results** | 4• **2** │ n **1**• | `████░░┊░░░` | 3/7 | needs 5 |\n"
        "| **A \\| B** | · |  |  |  |\n"
        "| **Craft** | 3 | `██████████` | 1/1 |  |\n"
        "\n"
        "**Bold** below target; • evidence; n not applicable\n");
}

TEST_CASE("in Markdown an item with a text is a section of its own", "[report]") {
  Item item = section_item("Ask for feedback", "ask");
  item.aside = {text("2 → 3")};
  item.tags = {{"no evidence", Tone::warning}};
  item.details = {{text("never moved")}};
  item.notes = {fact("Note", "one\ntwo"), fact("Evidence", "2026-03-14 Asked")};
  Item plain;
  plain.title = {text("A line")};
  CHECK(write_page({Items{ItemForm::full, {plain, item, plain, plain}}}) ==
        "- A line\n"
        "\n"
        "### Ask for feedback\n"
        "\n"
        "I ask for feedback.\n"
        "\n"
        "2 → 3 **\\[no evidence\\]**\\\n"
        "never moved\n"
        "\n"
        "- *Note:* one\\\n"
        "  two\n"
        "- *Evidence:* 2026-03-14 Asked\n"
        "\n"
        "- A line\n"
        "- A line\n");
  CHECK(write_page({Items{ItemForm::brief, {item}}}).starts_with("- Ask for feedback **\\[no evidence\\]** (2 → 3)"));
}

TEST_CASE("in Markdown the facts beside a heading follow it, and those of the title have a line", "[report]") {
  Heading title = heading(1, "Ines");
  title.aside = {text("2026-11-16")};
  Heading part = heading(2, "Talent");
  part.aside = {text("3 of 7")};
  CHECK(write_page({title, part, heading(3, "In C #"), Contents{}}) ==
        "# Ines\n\n2026-11-16\n\n## Talent · 3 of 7\n\n### In C \\#\n");
}

TEST_CASE("in Markdown links inside the page lead to the anchors of GitHub, in order", "[report]") {
  Heading part = heading(2, "Talent & co.", "talent");
  part.aside = {text("3 of 7")};
  const Items items{
      ItemForm::full,
      {section_item("Ask", "one.ask"), section_item("Ask", "other.ask"), section_item("Ask", "third.ask")}};
  const std::string page =
      write_page({Paragraph{{link_to("other.ask", "second"), text(" "), link_to("third.ask", "third"), text(" "),
                             link_to("talent", "T"), text(" "), link_to("gone", "no*")}},
                  part, Fold{heading(2, "Fold", "fold"), {items}},
                  Paragraph{{link_to("one.ask", "first"), text(" "), link_to("fold", "fold")}}});
  CHECK_THAT(page, Catch::Matchers::StartsWith("[second](#ask-1) [third](#ask-2) [T](#talent--co--3-of-7) no\\*\n"));
  CHECK_THAT(page, Catch::Matchers::EndsWith("[first](#ask) fold\n"));
}

TEST_CASE("in Markdown nothing that was written can close what folds", "[report]") {
  const std::string attack = "</summary></details>\n\n<b>&amp;";
  Fold fold{heading(2, attack), {Paragraph{{text(attack)}}, heading(3, attack)}};
  fold.heading.aside = {text(attack)};
  CHECK(write_page({fold, Paragraph{{text("After.")}}}) ==
        "<details>\n"
        "<summary><b>&lt;/summary&gt;&lt;/details&gt; &lt;b&gt;&amp;amp;</b> · "
        "&lt;/summary&gt;&lt;/details&gt; &lt;b&gt;&amp;amp;</summary>\n"
        "\n"
        "\\</summary\\>\\</details\\> \\<b\\>\\&amp;\n"
        "\n"
        "### \\</summary\\>\\</details\\> \\<b\\>\\&amp;\n"
        "\n"
        "</details>\n"
        "\n"
        "After.\n");
}

TEST_CASE("in Markdown every address of a line is a link, and none is shown escaped", "[report]") {
  const auto write_line = [](const Inline& line) { return write_page({Paragraph{line}}); };
  CHECK(write_line({text("See https://e.org/a?x=1&y=2, then (http://e.org/b).")}) ==
        "See <https://e.org/a?x=1&y=2>, then (<http://e.org/b>\\).\n");
  CHECK(
      write_line(
          {{"done", Tone::plain, "https://e.org/1"}, text(" "), {"https://e.org/2", Tone::plain, "https://e.org/2"}}) ==
      "[done](https://e.org/1) <https://e.org/2>\n");
  // What angle brackets would change keeps the long form, or stays a text.
  CHECK(write_line({{"https://e.org/?a&copy;", Tone::plain, "https://e.org/?a&copy;"}}) ==
        "[https\\://e.org/?a\\&copy;](https://e.org/?a&amp;copy;)\n");
  CHECK(write_line({text("https://e.org/|x javascript:x mailto:a@e.org https://")}) ==
        "https\\://e.org/\\|x javascript:x mailto:a@e.org https\\://\n");
}

TEST_CASE("in Markdown items stand one level below the heading above them", "[report]") {
  const Items items{ItemForm::full, {section_item("Ask for feedback", "a.b")}};
  CHECK_THAT(write_page({Fold{heading(2, "Claimed"), {items}}}), ContainsSubstring("\n### Ask for feedback\n"));
  CHECK_THAT(write_page({heading(2, "Gaps"), items}), ContainsSubstring("\n### Ask for feedback\n"));
  CHECK_THAT(write_page({heading(3, "Talent"), items}), ContainsSubstring("\n#### Ask for feedback\n"));
}
