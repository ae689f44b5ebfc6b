#include <sstream>

#include <rung/report/compose.hpp>
#include <rung/report/render.hpp>

#include "catch.hpp"
#include "golden.hpp"
#include "report/fixtures.hpp"

using namespace rung;

namespace {

Assessment rated_in(int year, unsigned month, const std::string& label, std::vector<Rating> ratings) {
  Assessment one = fixtures::assess(fixtures::ladder(), std::move(ratings));
  one.id = std::to_string(year) + "-" + (month < 10 ? "0" : "") + std::to_string(month) + "-14-kim-doe";
  one.label = label;
  one.started_at = one.finished_at.emplace(fixtures::noon(year, month, 14));
  one.on = date_of(one.started_at);
  return one;
}

/// Four half years: one behavior that never moved, one that regressed twice, one that does not apply in the end.
HistoryReport half_years() {
  const Rated low{1};
  const Rated some{2};
  const Rated good{3};
  HistoryReport report;
  report.trend = trace_trend(std::vector<Assessment>{
      rated_in(2024, 9, "", {low, good, some, Unrated{}, good, some, low, some, Unrated{}}),
      rated_in(2025, 3, "Spring \"25\", late", {some, low, some, good, good, some, some, some, good}),
      rated_in(2025, 9, "=SUM(A1)", {good, good, some, good, good, some, good, good, good}),
      rated_in(2026, 3, "", {good, some, some, good, good, good, good, NotApplicable{"No on-call."}, good})});
  report.ladder_id = "ic2-baker";
  report.ladder_title = "IC2 Baker";
  report.subject = {"Kim Doe"};
  report.rater = {"Kim Doe", RaterRole::self};
  return report;
}

/// The words of a document, one element a line, as far as a history has such elements.
class Words {
 public:
  void operator()(const Heading& heading) {
    line(std::string(static_cast<std::size_t>(heading.level), '#') + " " + words(heading.text));
  }
  void operator()(const Paragraph& paragraph) { line(words(paragraph.text)); }
  void operator()(const Facts& facts) {
    for (const Fact& fact : facts.facts) line(fact.label + ": " + words(fact.value));
  }
  void operator()(const Table& table) {
    std::string heading;
    for (const Column& column : table.columns) heading += "| " + column.heading + " ";
    line(heading + "|");
    for (const Row& row : table.rows) {
      std::string cells;
      for (const Cell& cell : row.cells) cells += "| " + words(cell.text) + " ";
      line(cells + "|");
    }
  }
  void operator()(const Curves& curves) {
    for (const Curve& curve : curves.curves) {
      std::string text = curve.name + ":";
      for (std::size_t index = 0; index < curve.values.size(); ++index) {
        const auto& share = curve.values[index];
        text += " " + curves.times[index] + " " +
                (share ? std::to_string(share->part) + "/" + std::to_string(share->whole) : "none");
      }
      line(text);
    }
  }
  void operator()(const Items& items) {
    for (const Item& item : items.items) {
      line("- " + words(item.title));
      for (const Inline& detail : item.details) line("  " + words(detail));
    }
  }
  template <class Element>
  void operator()(const Element& /*element*/) {
    FAIL("a history has no such element");
  }

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  static std::string words(const Inline& runs) {
    std::string text;
    for (const Run& run : runs) text += run.text;
    for (std::size_t at = text.find("\u00A0"); at != std::string::npos; at = text.find("\u00A0"))
      text.replace(at, 2, " ");
    return text;
  }
  void line(const std::string& words) { text_ += words + "\n"; }

  std::string text_;
};

std::string words_of(const HistoryReport& report) {
  Words words;
  for (const Element& element : compose(report)) std::visit(words, element);
  return words.text();
}

}  // namespace

TEST_CASE("a history is told in the same words as ever", "[report]") {
  HistoryReport report = half_years();
  report.others = {{{"Kim Doe"}, {"Dana O'Neill", RaterRole::manager}, 2}};
  check_golden(words_of(report), "report/history.words.txt");
}

TEST_CASE("a history as JSON has every figure", "[report]") {
  HistoryReport report = half_years();
  report.others = {{{"Kim Doe"}, {"Dana O'Neill", RaterRole::manager}, 2}};
  report.since = std::chrono::year(2024) / std::chrono::January / std::chrono::day(1);
  check_golden(render(report, Format::json), "report/history.json");
}

TEST_CASE("a history as CSV has a row for each assessment", "[report]") {
  check_golden(render(half_years(), Format::csv), "report/history.csv");
}

TEST_CASE("a history of one assessment says from when on there is more to tell", "[report]") {
  HistoryReport report = half_years();
  report.trend = trace_trend(std::vector<Assessment>{rated_in(2026, 3, "", {})});
  CHECK(words_of(report) ==
        "# History: IC2 Baker\n"
        "Ladder: ic2-baker\n"
        "Rater: Kim Doe (self)\n"
        "Finished: 1 assessment, 2026-03-14\n"
        "| Date | Rated | – | At target | Gates |\n"
        "| 2026-03-14 | 0 | 9 | 0/9   0 % | 0/7 |\n"
        "– unrated. At target is of what applies.\n"
        "From the third assessment on, this also lists what never moved.\n");
}

TEST_CASE("a history without assessments says so", "[report]") {
  HistoryReport report = half_years();
  report.trend = {};
  CHECK_THAT(words_of(report), ContainsSubstring("No finished assessment is in it."));
  CHECK_THAT(render(report, Format::json), ContainsSubstring("\"assessments\": []"));
}

TEST_CASE("a history says whom it is about if that is somebody else than the rater", "[report]") {
  HistoryReport report = half_years();
  CHECK(words_of(report).find("About:") == std::string::npos);
  report.rater = {"Dana", RaterRole::manager};
  CHECK_THAT(words_of(report), ContainsSubstring("About: Kim Doe\nRater: Dana (manager)\n"));
  report.subject = {};
  CHECK_THAT(words_of(report), ContainsSubstring("About: unknown\n"));
  CHECK_THAT(render(report, Format::json), ContainsSubstring("\"subject\": \"\""));
}

TEST_CASE("a history tells other words and other gates apart from a change", "[report]") {
  Assessment first = rated_in(2025, 9, "", std::vector<Rating>(9, Rated{3}));
  Assessment second = rated_in(2026, 3, "", std::vector<Rating>(9, Rated{3}));
  first.ladder.pillars[0].responsibilities[0].behaviors[0].text = "I bake.";
  first.ladder.gates.coverage = 0.5;
  for (std::size_t index = 0; index < 4; ++index) second.answers[index].origin = Origin::carried;
  HistoryReport report = half_years();
  report.trend = trace_trend(std::vector<Assessment>{first, second});
  const std::string words = words_of(report);
  CHECK_THAT(words, ContainsSubstring("| Carried | Same text |"));
  CHECK_THAT(words, ContainsSubstring("| 2025-09-14 | 9 | 0 | 8/9 |"));
  CHECK_THAT(words, ContainsSubstring("| 2026-03-14 | 9 | 4 | 9/9 |"));
  CHECK_THAT(words, ContainsSubstring("Gates that have changed since are not counted."));
}

TEST_CASE("of many ratings the latest are written out", "[report]") {
  HistoryReport report = half_years();
  BehaviorTrend behavior =
      report.trend.regressed_twice.empty() ? BehaviorTrend{} : report.trend.regressed_twice.front();
  behavior.answers.clear();
  for (const int rating : {4, 3, 0, 2, 1, 4, 3, 2, 1, 4})
    behavior.answers.push_back({rating == 0 ? TrendState::no_opportunity : TrendState::rated, rating, false});
  report.trend.regressed_twice = {behavior};
  CHECK_THAT(words_of(report), ContainsSubstring("… → no opportunity → 2 → 1 → 4 → 3 → 2 → 1 → 4"));
}
