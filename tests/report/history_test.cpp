#include <rung/report/compose.hpp>
#include <rung/report/render.hpp>

#include <fmt/format.h>

#include "catch.hpp"
#include "golden.hpp"
#include "report/document_words.hpp"
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

std::string words_of_history(const HistoryReport& report) { return fixtures::words_of(compose(report)); }

}  // namespace

TEST_CASE("a history has the same words as ever", "[report]") {
  HistoryReport report = half_years();
  report.others = {{{"Kim Doe"}, {"Dana O'Neill", RaterRole::manager}, 2}};
  check_golden(words_of_history(report), "report/history.words.txt");
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

TEST_CASE("a history of one assessment says when there is more", "[report]") {
  HistoryReport report = half_years();
  report.trend = trace_trend(std::vector<Assessment>{rated_in(2026, 3, "", {})});
  CHECK(words_of_history(report) ==
        "# History: IC2 Baker (Kim Doe (self))\n"
        "Finished: 1 assessment, 2026-03-14\n"
        "Target: 3 Consistently\n"
        "Ladder: version 1\n"
        "| Date | At target | Gates | Rated | · |\n"
        "| 2026-03-14 | 0/9   0% | 0/7 | 0 | 9 |\n"
        "At target: of the behaviors that apply. Gates: how many passed. · unrated.\n"
        "From the second assessment on, this also shows the trend.\n");
}

TEST_CASE("a history looks good at every width", "[report]") {
  for (const int width : {40, 80, 120})
    check_golden(render(half_years(), Format::text, {width, {}}), fmt::format("report/history.{}.txt", width));
  check_golden(render(half_years(), Format::markdown), "report/history.md");
}

TEST_CASE("targets and versions that differ have columns of their own", "[report]") {
  Assessment first = rated_in(2025, 9, "", std::vector<Rating>(9, Rated{3}));
  Assessment second = rated_in(2026, 3, "", std::vector<Rating>(9, Rated{3}));
  second.ladder.target = 4;
  second.ladder.version = "2";
  HistoryReport report = half_years();
  report.trend = trace_trend(std::vector<Assessment>{first, second});
  const std::string words = words_of_history(report);
  CHECK_THAT(words, ContainsSubstring("| Target | Version |"));
  CHECK_THAT(words, ContainsSubstring("| 3 | 1 |"));
  CHECK_THAT(words, ContainsSubstring("| 4 | 2 |"));
  CHECK(words.find("Target:") == std::string::npos);
}

TEST_CASE("times have their places by the date judged", "[report]") {
  HistoryReport report = half_years();
  report.trend = trace_trend(
      std::vector<Assessment>{rated_in(2024, 1, "", {}), rated_in(2025, 1, "", {}), rated_in(2028, 1, "", {})});
  for (const Element& element : compose(report)) {
    const auto* curves = std::get_if<Curves>(&element);
    if (curves == nullptr) continue;
    REQUIRE(curves->places.size() == 3);
    CHECK(curves->places[0] == 0);
    CHECK(fmt::format("{:.2f}", curves->places[1]) == "0.25");
    CHECK(curves->places[2] == 1);
    CHECK(curves->curves.front().name == "All pillars");
    CHECK(curves->curves.front().gate == 0.8);
    CHECK(curves->curves.back().gate == 0.6);
    return;
  }
  FAIL("there are no curves");
}

TEST_CASE("a matrix has the latest times only", "[report]") {
  std::vector<Assessment> years;
  for (int year = 2001; year <= 2026; ++year) years.push_back(rated_in(year, 3, "", std::vector<Rating>(9, Rated{2})));
  HistoryReport report = half_years();
  report.trend = trace_trend(years);
  CHECK_THAT(words_of_history(report), ContainsSubstring("The latest 12 of 26 times."));
}

TEST_CASE("a history without assessments says so", "[report]") {
  HistoryReport report = half_years();
  report.trend = {};
  CHECK_THAT(words_of_history(report), ContainsSubstring("No finished assessment is in it."));
  CHECK_THAT(render(report, Format::json), ContainsSubstring("\"assessments\": []"));
}

TEST_CASE("a history says whom it is about if that is somebody else than the rater", "[report]") {
  HistoryReport report = half_years();
  CHECK(words_of_history(report).find("About:") == std::string::npos);
  report.rater = {"Dana", RaterRole::manager};
  CHECK_THAT(words_of_history(report), ContainsSubstring("# History: IC2 Baker (Dana (manager))\nAbout: Kim Doe\n"));
  report.subject = {};
  CHECK_THAT(words_of_history(report), ContainsSubstring("About: unknown\n"));
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
  const std::string words = words_of_history(report);
  CHECK_THAT(words, ContainsSubstring("| Rated | Carried | Same text |"));
  CHECK_THAT(words, ContainsSubstring("| 9 | 0 | 8/9 |"));
  CHECK_THAT(words, ContainsSubstring("| 9 | 4 | 9/9 |"));
  CHECK_THAT(words, ContainsSubstring("Gates that have changed since are not counted."));
}
