#include <rung/assessment/assessment_head.hpp>

#include <string>

#include <rung/assessment/json.hpp>

#include "assessment/sample_ladder.hpp"
#include "catch.hpp"
#include "random_record.hpp"

using namespace rung;

namespace {

std::string with_change(std::string text, const std::string& what, const std::string& with) {
  const auto at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

}  // namespace

TEST_CASE("the head of an assessment is read from the beginning of its file", "[assessment]") {
  Assessment assessment = make_assessment();
  assessment.label = "spring, the \"second\" one";
  assessment.finished_at = make_time("2026-03-14T10:26:53+01:00");
  assessment.asked = {"results.impact.on-time", "results.impact.quality"};
  const std::string json = to_json(assessment);
  const auto head = read_head(json);
  REQUIRE(head);
  CHECK(*head == head_of(assessment));
  CHECK(head->ladder_version == "1");
  CHECK(read_head(json.substr(0, 1024)) == head);
}

TEST_CASE("a head that is cut off anywhere is not read, and one that is whole is", "[assessment]") {
  const Assessment assessment = make_assessment();
  const std::string json = to_json(assessment);
  bool is_whole = false;
  for (std::size_t size = 0; size <= json.size(); ++size) {
    INFO("the first " << size << " bytes");
    const auto head = read_head(json.substr(0, size));
    if (head) REQUIRE(*head == head_of(assessment));
    if (is_whole) REQUIRE(head);
    is_whole = head.has_value();
  }
  CHECK(is_whole);
}

TEST_CASE("the head of any assessment is the same as from parsing all of it", "[assessment]") {
  for (unsigned seed = 0; seed < 200; ++seed) {
    INFO("seed " << seed);
    SeededSource source(seed);
    RandomRecord random(source);
    const Ladder ladder = random.ladder();
    const std::string json = to_json(random.assessment(ladder));
    const auto parsed = parse_assessment(json, "sample");
    REQUIRE(parsed);
    REQUIRE(read_head(json) == head_of(*parsed.value));
  }
}

TEST_CASE("a head that is not exactly as Rung writes it needs parsing", "[assessment]") {
  const std::string json = to_json(make_assessment());
  REQUIRE(read_head(json));
  const std::pair<const char*, const char*> changes[] = {
      {"rung-assessment/2", "rung-assessment/1"},
      {"rung-assessment/2", "rung-assessment/3"},
      {"\"on\": \"2026-03-14\"", "\"on\": \"2026-02-30\""},
      {"\"on\": \"2026-03-14\"", "\"on\": null"},
      {"\"started_at\": \"2026-03-14T09:26:53+01:00\"", "\"started_at\": \"yesterday\""},
      {"\"started_at\": \"2026-03-14T09:26:53+01:00\"", "\"started_at\": null"},
      {"\"finished_at\": null", "\"finished_at\": 3"},
      {"\"finished_at\": null", "\"finished_at\": \"\""},
      {"\"role\": \"self\"", "\"role\": \"friend\""},
      {"\"id\": \"2026-03-14-ann-b-smith\"", "\"id\": \"Ann\""},
      {"\"id\": \"ic3\"", "\"id\": \"\""},
      {"\"title\": \"IC3 Engineer\"", "\"title\": \" \""},
      {"\"label\": \"spring\"", "\"label\": \"\\u202e\""},
      {"\"label\": \"spring\"", "\"label\": \"\\q\""},
      {"\"label\": \"spring\"", "\"label\": [\"spring\"]"},
      {"\"label\": \"spring\"", "\"later\": \"spring\""},
      {"  \"label\"", " \"label\""},
      {"\"asked\": null", "\"asked\": {}"},
  };
  for (const auto& [what, with] : changes) {
    INFO(with);
    CHECK_FALSE(read_head(with_change(json, what, with)));
  }
  CHECK_FALSE(read_head(""));
  CHECK_FALSE(read_head("{}"));
}
