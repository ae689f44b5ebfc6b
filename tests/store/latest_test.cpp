#include <algorithm>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include <rung/assessment/json.hpp>
#include <rung/store/assessments.hpp>

#include "catch.hpp"
#include "store/faulty_filesystem.hpp"
#include "store/sample.hpp"
#include "store/scratch.hpp"

using namespace rung;

namespace {

using Offset = std::chrono::minutes;

struct LatestShelf {
  Scratch scratch;
  PosixFilesystem filesystem;
  Home home{scratch.path()};

  /// Finished `hours` after 14 March 2026, 09:00 UTC; named as Rung does, with the date of the place.
  std::string put(int hours, const std::string& rater = "Ann", Offset offset = Offset{0}) {
    Assessment assessment = sample_finished("note", hours * 60, rater);
    assessment.finished_at->offset = offset;
    const std::string start = format_date(date_of(*assessment.finished_at)) + (rater == "Ann" ? "-ann" : "-bob");
    std::string id = start;
    for (int n = 2; std::find(ids.begin(), ids.end(), id) != ids.end(); ++n) id = start + "-" + std::to_string(n);
    ids.push_back(id);
    scratch.write("assessments/ic3-mle/" + id + ".json", to_json(assessment));
    return id;
  }

  std::vector<std::string> ids;
};

std::vector<std::string> list_ids(const AssessmentList& list) {
  std::vector<std::string> ids;
  for (const auto& one : list.finished) ids.push_back(one.id);
  return ids;
}

}  // namespace

TEST_CASE("looking for the latest leaves earlier files unread", "[store]") {
  LatestShelf shelf;
  const std::string old = shelf.put(-1'000);
  const std::string before = shelf.put(-500);
  const std::string latest = shelf.put(0);
  CHECK(list_ids(list_latest(shelf.filesystem, shelf.home, 0, {})) == std::vector<std::string>{latest});
  CHECK(list_ids(list_latest(shelf.filesystem, shelf.home, 1, {})) == std::vector<std::string>{before, latest});
  CHECK(list_latest(shelf.filesystem, shelf.home, 0, {{}, "Bob"}).finished.size() == 3);
  CHECK(list_latest(shelf.filesystem, shelf.home, std::numeric_limits<std::size_t>::max(), {}).finished.size() == 3);

  FaultyFilesystem faulty(shelf.filesystem, fail_call("open", old + ".json", EACCES));
  CHECK(list_latest(faulty, shelf.home, 1, {}).unreadable.empty());
  CHECK(list_latest(faulty, shelf.home, 2, {}).unreadable.size() == 1);
}

TEST_CASE("a bad file that could be the latest is named", "[store]") {
  LatestShelf shelf;
  shelf.put(0);
  shelf.scratch.write("assessments/ic3-mle/2026-03-13-ann.json", "{");
  shelf.scratch.write("assessments/ic3-mle/2026-03-14-ann-2.json", "{");
  shelf.scratch.write("assessments/ic3-mle/copy.json", "{");
  CHECK(find_assessment(shelf.filesystem, shelf.home, "latest").unreadable.size() == 3);
}

TEST_CASE("what a file holds decides which is the latest, not the date in its name", "[store]") {
  LatestShelf shelf;
  const std::string west = shelf.put(20, "Ann", Offset{-18 * 60});
  const std::string east = shelf.put(19, "Ann", Offset{18 * 60});
  REQUIRE(west < east);
  CHECK(find_assessment(shelf.filesystem, shelf.home, "latest").found.id == west);

  shelf.scratch.write("assessments/ic3-mle/renamed.json", to_json(sample_finished("note", 100 * 60)));
  CHECK(find_assessment(shelf.filesystem, shelf.home, "latest").found.id == "renamed");
}

TEST_CASE("reading few files or all of them gives the same assessment", "[store]") {
  std::mt19937 numbers(7);
  for (int round = 0; round < 20; ++round) {
    LatestShelf shelf;
    for (int i = 0; i < 12; ++i) {
      const int hours = static_cast<int>(numbers() % 200);
      const auto offset = Offset(60 * (static_cast<int>(numbers() % 37) - 18));
      shelf.put(hours, numbers() % 2 == 0 ? "Ann" : "Bob", offset);
    }
    const AssessmentList all = list_assessments(shelf.filesystem, shelf.home);
    REQUIRE(all.finished.size() == 12);
    for (const AssessmentFilter& filter : {AssessmentFilter{}, AssessmentFilter{{}, "Ann"}}) {
      std::vector<std::string> expected;
      for (const auto& one : all.finished)
        if (passes(one.assessment, filter)) expected.push_back(one.id);
      for (std::size_t back = 0; back < expected.size(); ++back) {
        const std::string reference = "latest~" + std::to_string(back);
        INFO("round " << round << ", " << reference);
        REQUIRE(find_assessment(shelf.filesystem, shelf.home, reference, filter).found.id ==
                expected[expected.size() - 1 - back]);
      }
    }
  }
}
