#include <string>
#include <utility>
#include <vector>

#include <rung/report/render.hpp>
#include <rung/text/utf8.hpp>

#include "catch.hpp"
#include "fixtures.hpp"
#include "golden.hpp"
#include "markup.hpp"

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

// `text` in every place of a document where there can be one.
Document everywhere(const std::string& text) {
  const Inline runs = {{text, Tone::plain, text}, {text, Tone::key}, {text, Tone::gone}, {text, Tone::bad}};
  const Table table{{{text}, {text, Align::right}}, {{0, {{runs}, {runs, Share{1, 2}}}}, {1, {{runs}, {runs}}}}};
  return {
      Heading{1, runs},
      Heading{2, runs},
      Paragraph{runs},
      Facts{{{text, runs}}},
      Checks{{text, text, text}, {{{"✓ passed", Tone::good}, runs, runs}, {{"– open", Tone::muted}, runs, runs}}},
      table,
      Items{ItemForm::full, {{runs, {{text, Tone::warning}}, {runs}, {{text, runs}, {text, {{text}}}}, runs}}},
      Items{ItemForm::brief, {{runs, {}, {}, {}, runs}}},
      Callout{runs},
      Strip{{text, text}, {{text, 0, {}}, {text, 1, {{"1", text, 0, {}}, {"n", text, {}, {}}}}}, text, {text, text}},
      Radar{text,
            text,
            {text, text, text},
            {{text, {Share{0, 1}, Share{1, 1}, std::nullopt}}},
            0.6,
            "Needed",
            "Rings, of what applies"},
      Curves{{text, text}, {{text, {Share{1, 2}, std::nullopt}}}},
      Details{text, {{runs, table}}}};
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

TEST_CASE("every page is well formed, with one first heading and each id once", "[report]") {
  for (const auto& [name, html] : all_pages()) {
    INFO(name);
    CHECK(MarkupCheck(html).run() == "");
    CHECK(count(html, "<h1") == 1);
    CHECK(count(html, "<main>") == 1);
  }
}

TEST_CASE("the check of markup sees what is wrong", "[report]") {
  for (const char* bad : {"<p>", "<p></b></p>", "<p>a & b</p>", "<p a=\"x\"y></p>",
                          "<b id=\"a\"></b><b aria-labelledby=\"c\"></b>", "<p>a > b</p>", "<p"})
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
  auto one = typical();
  one.answers[0].evidence = {{"good", {"https://e.org/a?x=1&y='2'"}, one.on, ""},
                             {"bad", {"javascript:alert(1)"}, one.on, ""}};
  const auto html = render(make_gap_report(one), Format::html);
  CHECK_THAT(html, ContainsSubstring("bad (javascript:alert(1))"));
  CHECK(count(html, "href=\"javascript") == 0);
  one.answers[0].evidence = {{"good", {"https://e.org/a?x=1&y=2"}, one.on, ""}};
  CHECK_THAT(render(make_gap_report(one), Format::html),
             ContainsSubstring("<a href=\"https://e.org/a?x=1&amp;y=2\" rel=\"noreferrer noopener\">good</a>"));
}

TEST_CASE("a word of 16 KiB stays whole in the text and is cut in a drawing", "[report]") {
  const std::string word(16 * 1024, 'w');
  const auto html = page_of(everywhere(word));
  CHECK(MarkupCheck(html).run() == "");
  CHECK_THAT(html, ContainsSubstring("<p class=\"callout\">" + word));
  CHECK(count(drawing_of(everywhere(word)), "ww…</tspan>") > 0);
}

TEST_CASE("the bar of a responsibility tells its counts in words", "[report]") {
  CHECK_THAT(render(make_gap_report(typical()), Format::html),
             ContainsSubstring("<span class=\"told\">1\u00A0× 2\u00A0Sometimes, 1\u00A0× 4\u00A0Beyond</span>"));
}

TEST_CASE("a point keeps its colour in every bar, and the ends of the scale take the ends of the palette", "[report]") {
  const auto html = render(make_gap_report(typical()), Format::html);
  CHECK_THAT(html, ContainsSubstring("<span class=\"swatch p0\" aria-hidden=\"true\"></span>1 Not yet"));
  CHECK_THAT(html, ContainsSubstring("<span class=\"swatch p8\" aria-hidden=\"true\"></span>4 Beyond"));
}
