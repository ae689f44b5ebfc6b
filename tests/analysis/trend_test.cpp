#include <rung/analysis/trend.hpp>

#include <string>
#include <vector>

#include "assessment/sample_ladder.hpp"
#include "catch.hpp"

using namespace rung;

namespace {

/// Finished on that day of 2026, with these ratings of the four behaviors; 0 leaves one unrated.
Assessment finished(const std::string& day, const std::vector<int>& ratings, const Ladder& ladder = make_ladder()) {
  Assessment assessment = make_assessment(ladder);
  assessment.finished_at = make_time("2026-" + day + "T10:00:00Z");
  assessment.on = date_of(*assessment.finished_at);
  assessment.id = "2026-" + day + "-ann";
  for (std::size_t index = 0; index < ratings.size(); ++index)
    if (ratings[index] > 0) assessment.answers[index].rating = Rated{ratings[index]};
  return assessment;
}

std::vector<std::string> keys_of(const Trend& trend, const std::vector<BehaviorTrend>& behaviors) {
  std::vector<std::string> keys;
  for (const auto& behavior : behaviors) keys.push_back(place(trend.ladder, behavior.at).behavior->key);
  return keys;
}

/// `1 unrated 3c`: a `c` for what was carried.
std::string states_of(const BehaviorTrend& behavior) {
  std::string text;
  for (const TrendAnswer& answer : behavior.answers) {
    constexpr const char* names[] = {"unrated",     "n/a",         "no-opportunity", "rated",
                                     "other-words", "other-scale", "absent"};
    const bool is_rated = answer.state == TrendState::rated;
    if (!text.empty()) text += ' ';
    text += is_rated ? std::to_string(answer.rating) : names[static_cast<std::size_t>(answer.state)];
    if (answer.is_carried) text += 'c';
  }
  return text;
}

using Keys = std::vector<std::string>;

}  // namespace

TEST_CASE("the points of a trend are in the order of time, whatever order they came in", "[analysis]") {
  const Assessment march = finished("03-01", {3, 4, 3, 3});
  const Assessment june = finished("06-01", {1, 0, 0, 0});
  const std::vector<Assessment> shuffled{june, march};
  const Trend trend = trace_trend(shuffled);
  REQUIRE(trend.points.size() == 2);
  CHECK(trend.points[0].head.id == "2026-03-01-ann");
  CHECK(trend.points[0].overall.share_at_target() == Share{4, 4});
  CHECK(trend.points[0].gates_passed == 6);
  CHECK(trend.points[1].overall.coverage() == Share{1, 4});
  CHECK(trend.points[1].overall.widest_gap == 2);
  CHECK(trend.points[1].gates == 7);
}

TEST_CASE("each pillar of the latest ladder has its share at target each time", "[analysis]") {
  Ladder grown = make_ladder();
  grown.pillars.push_back(
      {"craft", "Craft", "", {{"code", "Code", "", {make_behavior("craft.code", "tests", "I test.")}}}});
  const std::vector<Assessment> both{finished("03-01", {3, 1, 3, 1}), finished("06-01", {3, 4, 3, 3, 3}, grown)};
  const Trend trend = trace_trend(both);
  REQUIRE(trend.pillars.size() == 3);
  CHECK(trend.pillars[0].at_target == std::vector<std::optional<Share>>{Share{2, 3}, Share{3, 3}});
  CHECK(trend.pillars[1].at_target == std::vector<std::optional<Share>>{Share{0, 1}, Share{1, 1}});
  CHECK(trend.overall.at_target == std::vector<std::optional<Share>>{Share{2, 4}, Share{4, 4}});
  CHECK(trend.ladder.pillars[2].title == "Craft");
  CHECK(trend.pillars[2].at_target == std::vector<std::optional<Share>>{std::nullopt, std::nullopt});
}

TEST_CASE("a trend has every behavior of the latest ladder, with whether it had evidence that counts", "[analysis]") {
  Assessment march = finished("03-01", {3, 4, 3, 3});
  march.answers[1].evidence = {{"Shipped it", {}, march.on, ""}, {"Older", {}, march.on, ""}};
  march.answers[1].origin = Origin::carried;
  march.answers[2].evidence = {{"Long ago", {}, parse_date("2020-01-01").value(), ""}};
  const Trend trend = trace_trend(std::vector<Assessment>{march});
  REQUIRE(trend.behaviors.size() == 4);
  CHECK(trend.behaviors[1].answers[0] == TrendAnswer{TrendState::rated, 4, true, true});
  CHECK(trend.behaviors[2].answers[0] == TrendAnswer{TrendState::rated, 3, false, false});
}

TEST_CASE("what stood still below target in the latest three is told, widest gap first", "[analysis]") {
  const std::vector<Assessment> four{finished("01-01", {1, 3, 3, 2}), finished("02-01", {2, 2, 3, 1}),
                                     finished("03-01", {2, 2, 3, 1}), finished("04-01", {2, 2, 3, 1})};
  const Trend trend = trace_trend(four);
  CHECK(keys_of(trend, trend.never_moved) == Keys{quality, mentoring, impact});
  CHECK(trend.never_moved[0].target == 4);
  CHECK(states_of(trend.never_moved[2]) == "1 2 2 2");
  CHECK(trace_trend(std::span(four).first(2)).never_moved.empty());
}

TEST_CASE("a time without a rating is no standstill", "[analysis]") {
  const std::vector<Assessment> three{finished("01-01", {1}), finished("02-01", {0}), finished("03-01", {1})};
  CHECK(trace_trend(three).never_moved.empty());
}

TEST_CASE("what was rated lower than before at least twice is told, most often first", "[analysis]") {
  const std::vector<Assessment> five{finished("01-01", {3, 4, 3, 3}), finished("02-01", {2, 3, 2, 2}),
                                     finished("03-01", {3, 2, 0, 3}), finished("04-01", {2, 1, 1, 3}),
                                     finished("05-01", {3, 4, 3, 3})};
  const Trend trend = trace_trend(five);
  CHECK(keys_of(trend, trend.regressed_twice) == Keys{quality, impact, planning});
  CHECK(trend.regressed_twice[0].regressions == 3);
  CHECK(trend.regressed_twice[2].regressions == 2);
}

TEST_CASE("a renamed behavior keeps its history, one on another scale is not compared", "[analysis]") {
  Ladder old = make_ladder();
  old.pillars[0].responsibilities[0].behaviors[0].key = "results.delivery.on-time";
  Ladder rescaled = make_ladder();
  rescaled.scale.points.push_back({5, "Exceeds", ""});
  std::vector<Assessment> times{finished("01-01", {2}, old), finished("02-01", {2}), finished("03-01", {2})};
  const Trend renamed = trace_trend(times);
  CHECK(keys_of(renamed, renamed.never_moved) == Keys{impact});
  times[1] = finished("02-01", {2}, rescaled);
  const Trend trend = trace_trend(times);
  CHECK(trend.never_moved.empty());
  CHECK(trend.points.size() == 3);
}

TEST_CASE("another text under the same key is another question, never a regression", "[analysis]") {
  Ladder harder = make_ladder();
  Ladder hardest = make_ladder();
  harder.pillars[0].responsibilities[0].behaviors[0].text = "My team ships on time.";
  hardest.pillars[0].responsibilities[0].behaviors[0].text = "The company ships on time.";
  const std::vector<Assessment> three{finished("01-01", {4, 3, 3, 3}), finished("02-01", {3, 3, 3, 3}, harder),
                                      finished("03-01", {1, 3, 3, 3}, hardest)};
  const Trend trend = trace_trend(three);
  CHECK(trend.regressed_twice.empty());
  CHECK(trend.points[0].compared == 3);
  CHECK(trend.points[2].compared == 4);
  // 3 of 3 at first would be a fall to 2 of 3; of what compares each time it was 1 of 2. Quality has a target of 4.
  CHECK(trend.pillars[0].at_target == std::vector<std::optional<Share>>{Share{1, 2}, Share{1, 2}, Share{1, 2}});
}

TEST_CASE("a standstill shows what each time said, in states that stay apart", "[analysis]") {
  Ladder other = make_ladder();
  other.pillars[0].responsibilities[0].behaviors[0].text = "My team ships on time.";
  std::vector<Assessment> all{finished("01-01", {2}, other), finished("02-01", {}),  finished("03-01", {}),
                              finished("04-01", {}),         finished("05-01", {2}), finished("06-01", {2}),
                              finished("07-01", {2})};
  all[1].answers[0].rating = NotApplicable{"No shipping."};
  all[2].answers[0].rating = NoOpportunity{};
  const Trend trend = trace_trend(all);
  REQUIRE(keys_of(trend, trend.never_moved) == Keys{impact});
  CHECK(states_of(trend.never_moved[0]) == "other-words n/a no-opportunity unrated 2 2 2");
}

TEST_CASE("carried answers are no new judgment", "[analysis]") {
  std::vector<Assessment> all{finished("01-01", {2}), finished("02-01", {2}), finished("03-01", {2}),
                              finished("04-01", {2})};
  for (const std::size_t index : {2U, 3U}) all[index].answers[0].origin = Origin::carried;
  CHECK(trace_trend(all).never_moved.empty());
  CHECK(trace_trend(all).points[3].carried == 1);
  all.push_back(finished("05-01", {2}));
  const Trend trend = trace_trend(all);
  REQUIRE(keys_of(trend, trend.never_moved) == Keys{impact});
  CHECK(states_of(trend.never_moved[0]) == "2 2 2c 2c 2");
}

TEST_CASE("the date judged is what orders a trend, then when it was finished, then the id", "[analysis]") {
  Assessment late = finished("06-01", {1});
  late.on = parse_date("2026-01-01").value();  // about the winter, written in June
  Assessment twin = finished("03-01", {2});
  twin.id = "2026-03-01-ann-2";
  const std::vector<Assessment> all{twin, finished("03-01", {2}), late};
  const Trend trend = trace_trend(all);
  REQUIRE(trend.points.size() == 3);
  CHECK(trend.points[0].head.id == "2026-06-01-ann");
  CHECK(trend.points[1].head.id == "2026-03-01-ann");
  CHECK(trend.points[2].head.id == "2026-03-01-ann-2");
}

TEST_CASE("a gate that asked something else is not counted", "[analysis]") {
  Ladder softer = make_ladder();
  softer.gates.at_target = 0.1;
  const std::vector<Assessment> both{finished("01-01", {3, 4, 3, 3}, softer), finished("02-01", {3, 4, 3, 3})};
  const Trend trend = trace_trend(both);
  CHECK(trend.points[0].gates == trend.points[1].gates - 1);
}

TEST_CASE("nothing gives an empty trend", "[analysis]") { CHECK(trace_trend({}) == Trend{}); }
