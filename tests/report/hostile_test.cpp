#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <rung/report/render.hpp>
#include <rung/text/utf8.hpp>
#include <rung/text/width.hpp>

#include "catch.hpp"
#include "csv_reader.hpp"
#include "fixtures.hpp"

using namespace rung;
using namespace rung::fixtures;

namespace {

void poison(std::string& field, std::string_view text) { field = text; }

void poison(Answer& answer, std::string_view text) {
  poison(answer.note, text);
  answer.evidence = {{std::string(text), {std::string(text)}, std::chrono::year(2026) / 3 / 14, ""}};
  if (auto* state = std::get_if<NotApplicable>(&answer.rating)) poison(state->reason, text);
}

// `text` in every field that a file could fill, whatever the doors would have refused.
Assessment poisoned(Assessment assessment, std::string_view text) {
  auto& ladder = assessment.ladder;
  for (auto* field : {&assessment.id, &assessment.label, &assessment.rater.name, &ladder.id, &ladder.title,
                      &ladder.level, &ladder.version, &ladder.track, &ladder.summary, &ladder.source.title,
                      &ladder.source.url, &ladder.source.license})
    poison(*field, text);
  ladder.terms = {{std::string(text), std::string(text)}};
  for (auto& point : ladder.scale.points) {
    poison(point.label, text);
    poison(point.anchor, text);
  }
  for (auto& pillar : ladder.pillars) {
    poison(pillar.title, text);
    poison(pillar.summary, text);
    for (auto& responsibility : pillar.responsibilities) {
      poison(responsibility.title, text);
      poison(responsibility.summary, text);
      for (auto& one : responsibility.behaviors) {
        one.text = std::string(text) + " " + one.id;
        one.key += text;
        one.probes = {std::string(text)};
        poison(one.source, text);
      }
    }
  }
  for (auto& answer : assessment.answers) {
    answer.behavior += text;
    poison(answer, text);
  }
  return assessment;
}

std::vector<Report> poisoned_reports(std::string_view text) {
  return {
      make_gap_report(poisoned(typical(), text)),
      make_gap_report(poisoned(nothing_applies(), text)),
      make_change_report(poisoned(earlier(), text), poisoned(typical(), text)),
      make_change_report(earlier(), poisoned(typical(), text)),
      make_change_report(poisoned(earlier(), text), poisoned(on_reworded_ladder(), text)),
      LadderDiffReport{compare_ladders(poisoned(typical(), text).ladder, poisoned(on_reworded_ladder(), text).ladder)},
      LadderDiffReport{compare_ladders(typical().ladder, poisoned(on_five_points(), text).ladder)},
      NextLevelReport{judge_against(poisoned(typical(), text), poisoned(on_reworded_ladder(), text).ladder)}};
}

std::vector<Report> poisoned_listings(std::string_view text) {
  const std::string name(text);
  auto listed = summarize(poisoned(typical(), text), name);
  listed.amends = name;
  const Date day = typical().on;
  HomeReport home;
  home.today = day;
  home.name = name;
  home.ladder_title = name;
  home.draft = HomeDraft{name, name, "Somebody else", name, {1, 2}, day};
  home.last = HomeResult{name, "Another ladder", day, {1, 2}, 7, 1};
  const std::vector<Assessment> series{poisoned(earlier(), text), poisoned(typical(), text)};
  return {
      AssessmentListing{{listed}, {listed}},
      LadderListing{{{name, name, name, name, 9, 0}, {name, {}, {}, name, 0, 1}}},
      LadderPage{series.back().ladder},
      HistoryReport{trace_trend(series),
                    name,
                    name,
                    {name},
                    {name, RaterRole::peer},
                    {},
                    {{{name}, {name, RaterRole::manager}, 1}}},
      HealthReport{name,
                   1,
                   1,
                   1,
                   {{Ailment::damaged, name, name, name, {name, name}, {{name, {1, 1}, 1, name, name, name, {}, {}}}}}},
      home};
}

std::vector<Report> everything_poisoned(std::string_view text) {
  auto reports = poisoned_reports(text);
  for (auto& listing : poisoned_listings(text)) reports.push_back(std::move(listing));
  return reports;
}

bool is_inert(std::string_view bytes) {
  while (true) {
    bytes.remove_prefix(count_plain_ascii(bytes));
    if (bytes.empty()) return true;
    const auto decoded = decode_utf8(bytes);
    if (!decoded) return false;
    if (decoded->value != U'\n' && is_unsafe_to_show(decoded->value)) return false;
    bytes.remove_prefix(decoded->bytes);
  }
}

// Which cells a spreadsheet computes is told apart here once more: by their first character that is neither white nor
// an apostrophe of the text's own.
bool is_formula(std::string_view cell) {
  const auto at = cell.find_first_not_of(" \t\n");
  if (at == std::string::npos || std::string_view("\t\n").find(cell.front()) != std::string_view::npos) return at == 0;
  const std::string_view rest = cell.substr(at);
  if (rest.starts_with("-") && rest.size() > 1 && rest.find_first_not_of("0123456789", 1) == std::string_view::npos)
    return false;
  for (const std::string_view sign : {"=", "+", "-", "@", "＝", "＋", "－", "＠"})
    if (rest.starts_with(sign)) return true;
  return false;
}

// Where semicolons separate cells, quotes inside of one are text, and each line is a row.
bool has_formula(const std::string& cell) {
  if (is_formula(cell)) return true;
  std::size_t begin = cell.find_first_of(";\n");
  for (; begin != std::string::npos; begin = cell.find_first_of(";\n", begin + 1)) {
    const std::size_t end = std::min(cell.find_first_of(";\n", begin + 1), cell.size());
    const std::string_view part = std::string_view(cell).substr(begin + 1, end - begin - 1);
    if (!part.empty() && is_formula(part)) return true;
  }
  return false;
}

bool is_inert_csv(const std::string& csv) {
  const auto rows = read_csv(csv);
  if (!rows) return false;
  for (const auto& row : *rows) {
    for (auto cell : row) {
      if (has_formula(cell)) return false;
      std::replace(cell.begin(), cell.end(), '\t', ' ');
      if (!is_inert(cell)) return false;
    }
  }
  return true;
}

bool is_inert(const Report& report, Format format) {
  const auto bytes = render(report, format);
  return format == Format::csv ? is_inert_csv(bytes) : is_inert(std::string_view(bytes));
}

constexpr Format inert_formats[] = {Format::text, Format::markdown, Format::json, Format::csv, Format::html};

// Texts that mean something to whatever may read a report.
std::vector<std::string> hostile_texts() {
  return {"<script>alert(1)</script>",
          "\" onload=\"alert(1)",
          "</title></svg>]]><!--",
          "{{7*7}} ${7*7} &lt;b&gt; &#60;",
          "[click](javascript:alert(1))",
          "a | b || c",
          "one\n\n# heading\n- item",
          "``` code `` `",
          "=1+1",
          "hello;=1+1;bye",
          " =HYPERLINK(\"http://e.org\")",
          "\t@SUM(A1)",
          "-2+3",
          "\"quoted\", \"twice\"\"",
          "\r\n=1,2\r\n",
          "\xEF\xBC\x9D"
          "1",
          "\x1b[2J\x1b]0;owned\x07",
          "a\rb\tc\x7f",
          "\xC2\x9b"
          "31m",
          "\xE2\x80\xAE"
          "desrever\xE2\x81\xA6",
          "\xE2\x80\xA8 line \xE2\x80\xA9",
          "broken \xC3 \xFF bytes",
          std::string("nul\0here", 8),
          std::string(16U << 10U, 'w')};
}

}  // namespace

TEST_CASE("no text of a file can drive what shows a report", "[report]") {
  for (const auto& text : hostile_texts()) {
    for (const auto& report : everything_poisoned(text)) {
      for (const auto format : inert_formats) {
        INFO(text.substr(0, 40) << " as format " << static_cast<int>(format));
        CHECK(is_inert(report, format));
        if (text.size() < 1024) CHECK(is_inert(redact(report), format));
      }
    }
  }
}

TEST_CASE("a bar in a code span does not end the cell of a table", "[report]") {
  for (const std::string text : {"a|b|c", "|", "||", "`a|b`", "a\\|b"}) {
    for (const auto& listing : poisoned_listings(text)) {
      const auto out = render(listing, Format::markdown);
      std::size_t columns = 0;
      std::istringstream lines(out);
      for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("|")) {
          columns = 0;
          continue;
        }
        // A bar behind an odd number of backslashes is none.
        std::size_t bars = 0;
        std::size_t backslashes = 0;
        for (const char byte : line) {
          if (byte == '|' && backslashes % 2 == 0) ++bars;
          backslashes = byte == '\\' ? backslashes + 1 : 0;
        }
        if (columns == 0) columns = bars;
        INFO(line);
        CHECK(bars == columns);
      }
    }
  }
}

TEST_CASE("hostile text keeps to the width", "[report]") {
  for (const std::string_view text :
       {"\x1b[2J\x1b]0;owned\x07 and a longer tail of words", "        indented far\nand broken",
        "一二三四五六七八九十一二三四五六七八九十", "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB🎉🎉🎉",
        "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww"}) {
    for (const auto& report : poisoned_reports(text)) {
      for (const int width : {20, 40, 80}) {
        const auto out = render(report, Format::text, {width, {}});
        std::size_t start = 0;
        for (std::size_t end = out.find('\n'); end != std::string::npos; end = out.find('\n', start)) {
          const auto line = out.substr(start, end - start);
          INFO(width << ": " << line);
          CHECK(cell_width(line) <= width);
          start = end + 1;
        }
      }
    }
  }
}

namespace {

/// Without code spans, in which nothing is active: they end at a run of as many backquotes as they began with. A bar
/// would end a table cell even there, so one that is not escaped stays.
std::string without_code(const std::string& markdown) {
  std::string outside;
  for (std::size_t at = 0; at < markdown.size();) {
    if (markdown[at] == '\\') {
      outside += markdown.substr(at, 2);
      at += 2;
      continue;
    }
    if (markdown[at] != '`') {
      outside += markdown[at++];
      continue;
    }
    const std::size_t inside = std::min(markdown.find_first_not_of('`', at), markdown.size());
    const std::string fence = markdown.substr(at, inside - at);
    std::size_t end = markdown.find(fence, inside);
    while (end != std::string::npos && markdown.find_first_not_of('`', end) - end != fence.size())
      end = markdown.find(fence, std::min(markdown.find_first_not_of('`', end), markdown.size()));
    REQUIRE(end != std::string::npos);
    for (std::size_t code = inside; code < end; ++code)
      if (markdown[code] == '|' && markdown[code - 1] != '\\') outside += " | ";
    at = end + fence.size();
  }
  return outside;
}

}  // namespace

TEST_CASE("text cannot become Markdown", "[report]") {
  struct Attack {
    std::string text;
    std::string active;  ///< what must not come out
  };
  for (const auto& [text, active] : std::vector<Attack>{{"<script>alert(1)</script>", " <script>"},
                                                        {"x<img src=x onerror=y>", "x<img"},
                                                        {"![pixel](http://e.org/p.png)", "![pixel](http"},
                                                        {"[click](javascript:alert)", "[click](java"},
                                                        {"see https://e.org now", "see https://e.org"},
                                                        {"see www.e.org now", "see www.e.org"},
                                                        {"a `code` b", "a `code`"},
                                                        {"a **bold** b", "a **bold"},
                                                        {"a | b", "a | b"},
                                                        {"one\n\n# heading", "\n# heading"},
                                                        {"one\n- item", "\n  - item"},
                                                        {"one\n1. item", "\n  1. item"},
                                                        {"one\n> quote", "\n  > quote"},
                                                        {"&lt;b&gt;", " &lt;"},
                                                        {"$x$ y", "$x$ y"},
                                                        {"one\n---", "\n  ---"},
                                                        {"~~gone~~ b", " ~~gone~~ b"}}) {
    for (const auto& report : poisoned_reports(text)) {
      const auto out = render(report, Format::markdown);
      const std::string outside = without_code(out);
      INFO(text << " in\n" << outside);
      CHECK(outside.find(active) == std::string::npos);
    }
  }
}

TEST_CASE("only addresses that may be links become links in Markdown, and they cannot break out", "[report]") {
  auto one = typical();
  one.answers[0].evidence = {{"good", {"https://e.org/a_(b)|c?x=1&copy;=2"}, one.on, ""},
                             {"bad", {"javascript:alert(1)"}, one.on, ""}};
  const auto out = render(make_gap_report(one), Format::markdown);
  CHECK_THAT(out, ContainsSubstring("[good](https://e.org/a_%28b%29%7Cc?x=1&amp;copy;=2)"));
  CHECK_THAT(out, ContainsSubstring("bad (javascript:alert(1))"));
}

TEST_CASE("JSON keeps hostile text to the letter, escaped", "[report]") {
  auto one = typical();
  one.answers[0].note = "\x1b[2J \xE2\x80\xAE \"quoted\" \xC2\x9b";
  CHECK_THAT(render(make_gap_report(one), Format::json),
             ContainsSubstring(R"("note": "\u001b[2J \u202e \"quoted\" \u009b")"));
}
