#include <string>
#include <utility>
#include <vector>

#include <rung/report/render.hpp>
#include <rung/text/utf8.hpp>

#include "catch.hpp"
#include "fixtures.hpp"
#include "golden.hpp"
#include "markup.hpp"
#include "sample_document.hpp"

using namespace rung;
using namespace rung::fixtures;

namespace {

struct NamedPage {
  std::string name;
  std::string html;
};

Document history() {
  return {Heading{1, {{"History of IC2 Baker"}}}, Heading{2, {{"At target"}}},
          Curves{{"2025-03-14", "2025-09-14", "2026-03-14"},
                 {{"All pillars", {Share{4, 9}, Share{5, 9}, Share{6, 8}}},
                  {"Results", {Share{0, 4}, std::nullopt, Share{4, 4}}},
                  {"Talent", {std::nullopt, std::nullopt, Share{1, 3}}},
                  {"Craft", {Share{1, 2}, Share{2, 2}, Share{0, 0}}}}}};
}

std::string page_of(const Document& document) { return render(document, Format::html); }
std::string drawing_of(const Document& document) { return render(document, Format::svg); }

// `text` in every place of a document where there can be one, ids included.
Document everywhere(const std::string& text) {
  const Inline runs = {{text, Tone::plain, text}, {text, Tone::key, "#" + text}, {text, Tone::gone}, {text, Tone::bad}};
  const Share half{1, 2};
  const Table table{{{text}, {text, Align::right}},
                    {{0, {{runs}, {runs, half}}}, {1, {{runs}, {runs}}, text, Standpoint{TargetSide::at, true}}}};
  const Square square{text, text, {TargetSide::below, true}, text};
  const Item item{runs,        {{text, Tone::warning}}, {runs}, {{text, runs}, {text, {{text}}}}, runs, runs, text,
                  Standpoint{}};
  return {Heading{1, runs, text, runs},
          Judgement{Tone::bad, runs, {{text, text, runs, Tone::bad}}},
          Contents{},
          Heading{2, runs, text},
          Map{{text, text, text}, {{text, {{text, {square, square}}}, half, 0.6, text}, {text, {}}}, {{text}}},
          Steps{{{text, runs, text, text}}},
          Paragraph{runs},
          Facts{{{text, runs}}},
          table,
          Items{ItemForm::full, {item}},
          Items{ItemForm::brief, {item}},
          Items{ItemForm::joined, {item}},
          Callout{runs},
          Dumbbells{{text, text, text, text}, {{text, half, half, 0.6, text}, {text, {}, half, {}, text}}},
          Matrix{text, {text, text}, {{text, {}, text}, {text, {square, square}, text}}, {{text}}},
          Curves{{text, text}, {{text, {half, std::nullopt}, 0.6}}, {0, 1}},
          Fold{Heading{2, runs, text}, {table, Fold{Heading{3, runs}, {Items{ItemForm::full, {item}}}}}}};
}

std::vector<NamedPage> all_pages() {
  const auto page = [](const Report& report) { return render(report, Format::html); };
  return {{"typical", page(make_gap_report(typical()))},
          {"nothing_rated", page(make_gap_report(nothing_rated()))},
          {"nothing_applies", page(make_gap_report(nothing_applies()))},
          {"one_behavior", page(make_gap_report(one_behavior(Rated{2})))},
          {"in_japanese", page(make_gap_report(in_japanese()))},
          {"twelve_pillars", page(make_gap_report(of_pillars(12)))},
          {"changes", page(make_change_report(earlier(), typical()))},
          {"changes_of_scale", page(make_change_report(earlier(), on_five_points()))},
          {"changes_of_ladder", page(make_change_report(earlier(), on_reworded_ladder()))},
          {"curves", page_of(history())},
          {"report_by_hand", page_of(report_by_hand())},
          {"changes_by_hand", page_of(changes_by_hand())},
          {"history_by_hand", page_of(history_by_hand())},
          {"hostile", page_of(everywhere("<script>alert(1)</script> \xE2\x80\xAE" + std::string(600, 'w')))}};
}

bool is_visible(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto decoded = decode_utf8(bytes);
    if (!decoded || (decoded->value != U'\n' && is_unsafe_to_show(decoded->value))) return false;
    bytes.remove_prefix(decoded->bytes);
  }
  return true;
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("pages look as they did", "[report]") {
  for (const auto& [name, html] : all_pages()) check_golden(html, "report/" + name + ".html");
}

TEST_CASE("every page is well formed, and every link inside it leads to one place", "[report]") {
  for (const auto& [name, html] : all_pages()) {
    INFO(name);
    CHECK(MarkupCheck(html).run() == "");
    CHECK(count(html, "<h1") == 1);
    CHECK(count(html, "<main id=\"_0\">") == 1);
  }
}

TEST_CASE("the check of markup sees what is wrong", "[report]") {
  for (const char* bad :
       {"<p>", "<p></b></p>", "<p>a & b</p>", "<p a=\"x\"y></p>", "<b id=\"a\"></b><b aria-labelledby=\"c\"></b>",
        "<p>a > b</p>", "<p", "<b id=\"a\"></b><b id=\"a\"></b>", "<a href=\"#b\"></a>"})
    CHECK(MarkupCheck(bad).run() != "");
}

TEST_CASE("a page asks for nothing from elsewhere and runs nothing", "[report]") {
  for (const auto& [name, html] : all_pages()) {
    INFO(name);
    CHECK_THAT(html, ContainsSubstring("default-src 'none'; style-src 'unsafe-inline'"));
    for (const auto* active : {"<script", "<img", "<link", "@import", "url(", "<iframe", " onload"})
      CHECK(html.find(active) == std::string::npos);
  }
}

TEST_CASE("text cannot become HTML, wherever it stands", "[report]") {
  for (const std::string text : {"<script>alert(1)</script>", "\" onmouseover=\"alert(1)", "' onmouseover='alert(1)",
                                 "</title></style></main>", "]]><!--", "&lt;b&gt; & &copy;", "\x1b[2J\a\b",
                                 "\xE2\x80\xAE"
                                 "desrever\xE2\x81\xA6 \xE2\x80\xA8 line",
                                 "broken \xC3 \xFF bytes", "\xEF\xBF\xBF\xEF\xBF\xBE", "one\n\n<b>two",
                                 "javascript:alert(1)", "https://e.org/\"><script>", "", " "}) {
    const auto html = page_of(everywhere(text));
    INFO(text);
    CHECK(MarkupCheck(html).run() == "");
    CHECK(is_visible(html));
    for (const auto* active :
         {"<script", " onmouseover=\"", " onmouseover='", "href=\"javascript", "<!--", "\xEF\xBF\xBF"})
      CHECK(html.find(active) == std::string::npos);
    const auto svg = drawing_of(everywhere(text));
    CHECK(MarkupCheck(svg).run() == "");
    CHECK(is_visible(svg));
  }
}

TEST_CASE("only addresses that may be links become links on a page", "[report]") {
  const auto html = page_of({Paragraph{{{"good", Tone::plain, "https://e.org/a?x=1&y=2"}}},
                             Paragraph{{{"bad", Tone::plain, "javascript:alert(1)"}}}});
  CHECK_THAT(html, ContainsSubstring("<a class=\"x\" href=\"https://e.org/a?x=1&amp;y=2\">good</a>"));
  CHECK_THAT(html, ContainsSubstring("<p>bad (javascript:alert(1))</p>"));
}

TEST_CASE("a link to a place that the page does not have is plain text", "[report]") {
  const auto html = page_of({heading(1, "Title"), paragraph("x"), heading(2, "Gaps", "gaps"),
                             Paragraph{{link_to("gaps", "here"), text(" "), link_to("nowhere", "there")}}});
  CHECK_THAT(html, ContainsSubstring("<p><a href=\"#gaps\">here</a> there</p>"));
}

TEST_CASE("an id stands once, where it comes first, and none that a page makes up is a key", "[report]") {
  const Item item{{text("one")}, {}, {}, {}, {}, {}, "talent.hiring.a"};
  const auto html = page_of(
      {heading(1, "Title"), heading(2, "Made up"), Items{ItemForm::full, {item}}, Items{ItemForm::brief, {item}}});
  CHECK(count(html, "id=\"talent.hiring.a\"") == 1);
  CHECK_THAT(html, ContainsSubstring("<li id=\"talent.hiring.a\"><h3>one</h3>"));
  for (auto at = html.find(" id=\""); at != std::string::npos; at = html.find(" id=\"", at + 1)) {
    const bool is_key = html.compare(at + 5, 7, "talent.") == 0;
    CHECK((is_key || html[at + 5] == '_'));
  }
}

TEST_CASE("ids that could not stand in HTML are left out", "[report]") {
  for (const std::string id : {"a b", "a\"b", "", "_1", "#", "é"}) {
    const auto html = page_of({heading(1, "Title"), heading(2, "Gaps", id), Paragraph{{link_to(id, "there")}}});
    INFO(id);
    CHECK_THAT(html, ContainsSubstring("<h2 id=\"_2\">Gaps</h2>"));
    CHECK_THAT(html, ContainsSubstring("<p>there</p>"));
  }
}

TEST_CASE("contents list the headings of level 2 that follow, folded ones included", "[report]") {
  const auto html =
      page_of({heading(1, "Title"), heading(2, "Before", "before"), Contents{}, heading(2, "Gaps", "gaps"),
               heading(3, "Talent", "talent"), Fold{heading(2, "Answers", "answers"), {}}});
  CHECK_THAT(html, ContainsSubstring("<nav aria-label=\"Contents\">\n<a href=\"#gaps\">Gaps</a>\n"
                                     "<a href=\"#answers\">Answers</a>\n</nav>"));
  CHECK_THAT(html, ContainsSubstring("<summary><h2 id=\"answers\">Answers</h2></summary>"));
  CHECK(count(page_of({heading(1, "Title"), Contents{}}), "<nav") == 0);
}

TEST_CASE("a page has one filter, and only with a map that it can dim", "[report]") {
  const Map map{{"", "", ""}, {{"Talent", {{"Hiring", {{"3", "Interview: 3", {TargetSide::at, true}}}}}}}};
  CHECK(count(page_of({heading(1, "Title"), map, map}), "<fieldset") == 1);
  CHECK(count(page_of({heading(1, "Title"), Map{{"", "", ""}, {{"Talent", {}}}}}), "<fieldset") == 0);
}

TEST_CASE("rows, items, and squares of a behavior say where it stands", "[report]") {
  const auto html = page_of(report_by_hand());
  CHECK_THAT(html, ContainsSubstring("<li id=\"pillar-3.part-1.behavior-1\" class=\"lo\">"));
  CHECK_THAT(html, ContainsSubstring(
                       "<a class=\"hi ev\" href=\"#pillar-0.part-1.behavior-1\" title=\"Lead projects: 4, evidence\">"
                       "<i aria-hidden=\"true\">4</i></a>"));
  CHECK_THAT(html, ContainsSubstring("<tr class=\"hi ev\"><th scope=\"row\">"));
}

TEST_CASE("the name and the date at the foot of each sheet cannot end the style sheet", "[report]") {
  const auto html = page_of({Heading{1, {text("</style>\"; } *")}, {}, {text("2026")}}});
  CHECK_THAT(html,
             ContainsSubstring("content:\"\\3c \\2f style\\3e \\22 \\3b \\20 \\7d \\20 \\2a \\20 \\b7 \\20 2026\";"));
  CHECK(count(html, "</style>") == 1);
}

TEST_CASE("without facts in the title, the paragraph that follows it stands at the foot of each sheet", "[report]") {
  CHECK_THAT(page_of({heading(1, "Ines"), paragraph("May"), paragraph("June")}),
             ContainsSubstring("content:\"Ines\\20 \\b7 \\20 May\";"));
  CHECK_THAT(page_of({heading(1, "Ines"), heading(2, "May")}), ContainsSubstring("content:\"Ines\";"));
}

TEST_CASE("a report of 53 behaviors takes at most 60 KB", "[report]") {
  CHECK(page_of(report_by_hand()).size() <= 60'000);
}

TEST_CASE("a word of 16 KiB stays whole in the text and is cut in a drawing", "[report]") {
  const std::string word(16 * 1024, 'w');
  const auto html = page_of(everywhere(word));
  CHECK(MarkupCheck(html).run() == "");
  CHECK_THAT(html, ContainsSubstring("<p class=\"callout\">" + word));
  CHECK_THAT(drawing_of(everywhere(word)), ContainsSubstring("ww…</text>"));
}
