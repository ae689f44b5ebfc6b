#include <rung/store/find_assessment.hpp>

#include <algorithm>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include <rung/store/diagnosed_error.hpp>

#include "catch.hpp"
#include "store/faulty_filesystem.hpp"
#include "store/shelf.hpp"

using namespace rung;

namespace {

using Offset = std::chrono::minutes;

struct LatestShelf : Shelf {
  /// Finished `hours` after 14 March 2026, 09:00 UTC; named as Rung does, with the date of the place.
  std::string put(int hours, const std::string& rater = "Ann", Offset offset = Offset{0}) {
    Assessment assessment = sample_finished("note", hours * 60, rater);
    assessment.finished_at->offset = offset;
    const std::string start = format_date(date_of(*assessment.finished_at)) + (rater == "Ann" ? "-ann" : "-bob");
    std::string id = start;
    for (int n = 2; std::find(ids.begin(), ids.end(), id) != ids.end(); ++n) id = fmt::format("{}-{}", start, n);
    ids.push_back(id);
    scratch.write(fmt::format("assessments/ic3-mle/{}.json", id), to_json(assessment));
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

TEST_CASE("a reference is latest, one before it, an id, a unique start or a path", "[store]") {
  Shelf shelf;
  fill(shelf);
  CHECK(shelf.find("latest") == "ic3-mle/2026-03-14-ann-2");
  CHECK(shelf.find("latest~0") == "ic3-mle/2026-03-14-ann-2");
  CHECK(shelf.find("latest~2") == "ic4-mle/2026-03-14-bob");
  CHECK(shelf.find("latest", {"ic4-mle", std::nullopt}) == "ic4-mle/2026-03-14-bob");
  CHECK(shelf.find("latest~1", {std::nullopt, "Ann"}) == "ic3-mle/2026-03-14-ann");
  CHECK(shelf.find("2026-03-14-ann") == "ic3-mle/2026-03-14-ann");
  CHECK(shelf.find("ic3-mle/2026-03-14-ann") == "ic3-mle/2026-03-14-ann");
  CHECK(shelf.find("2026-03-14-b") == "ic4-mle/2026-03-14-bob");
  CHECK(shelf.find("ic4") == "ic4-mle/2026-03-14-bob");
  CHECK(shelf.find("ic3-mle-ann") == "drafts/ic3-mle-ann");
  const std::string path = shelf.scratch / "assessments/ic4-mle/2026-03-14-bob.json";
  CHECK(shelf.find(path) == path);
}

TEST_CASE("a start that several assessments share lists them", "[store]") {
  Shelf shelf;
  fill(shelf);
  const Error error = shelf.refusal("2026-03");
  CHECK(error.what() == std::string("`2026-03` can mean more than one assessment"));
  CHECK(error.hint() == "write one of `ic4-mle/2026-03-14-bob`, `ic3-mle/2026-03-14-ann`, `ic3-mle/2026-03-14-ann-2`");
}

TEST_CASE("an id that two ladders share asks for the ladder", "[store]") {
  Shelf shelf;
  shelf.put("2026-03-14-ann", 1);
  shelf.put("2026-03-14-ann", 2, "Ann", "ic4-mle");
  CHECK(shelf.refusal("2026-03-14-ann").hint() == "write one of `ic3-mle/2026-03-14-ann`, `ic4-mle/2026-03-14-ann`");
}

TEST_CASE("an unknown reference says what there is", "[store]") {
  Shelf shelf;
  CHECK(shelf.refusal("x").hint() == "`rung assess` makes one");
  fill(shelf);
  CHECK(shelf.refusal("2026-03-14-bbo").what() == std::string("there is no assessment `2026-03-14-bbo`"));
  CHECK(shelf.refusal("2026-03-14-bbo").hint() == "did you mean `2026-03-14-bob`?");
  CHECK(shelf.refusal("quite-another-thing").hint() ==
        "there is `ic4-mle/2026-03-14-bob`, `ic3-mle/2026-03-14-ann`, `ic3-mle/2026-03-14-ann-2`, "
        "`drafts/ic3-mle-ann`");
  CHECK(shelf.refusal("").what() == std::string("the name of the assessment is empty"));
  CHECK(shelf.refusal("no/such.json").what() == std::string("there is no file no/such.json"));
}

TEST_CASE("latest without a finished assessment says what to do", "[store]") {
  Shelf shelf;
  CHECK(shelf.refusal("latest").what() == std::string("there is no finished assessment yet"));
  CHECK(shelf.refusal("latest").hint() == "`rung assess` makes one");
  shelf.scratch.write("drafts/ic3-mle-ann.json", to_json(sample_draft("draft")));
  CHECK(shelf.refusal("latest").hint() == "`rung assess` goes on with the draft");
  fill(shelf);
  CHECK(shelf.refusal("latest", {"ic5", "Eve"}).what() ==
        std::string("there is no finished assessment on the ladder `ic5` by `Eve` yet"));
}

TEST_CASE("latest with a number too large or none says what can be written", "[store]") {
  Shelf shelf;
  fill(shelf);
  CHECK(shelf.refusal("latest~3").what() == std::string("`latest~3` is further back than the 3 assessments there are"));
  CHECK(shelf.refusal("latest~3").hint() == "the first one is `latest~2`");
  CHECK(shelf.refusal("latest~1", {"ic4-mle", std::nullopt}).what() ==
        std::string("`latest~1` is further back than the 1 assessment there is on the ladder `ic4-mle`"));
  for (const auto* reference : {"latest~", "latest~x", "latest~-1", "latest~1x", "latest~99999999999999999999999"})
    CHECK(shelf.refusal(reference).hint() == "write `latest~1` for the one before the latest");
}

TEST_CASE("a bad file that is meant by its whole name does not give way to another", "[store]") {
  Shelf shelf;
  fill(shelf);
  shelf.scratch.write("assessments/ic3-mle/2026-03-14-ann.json", "{");
  CHECK_THROWS_AS(shelf.find("2026-03-14-ann"), DiagnosedError);
  CHECK_THROWS_AS(shelf.find("ic3-mle/2026-03-14-ann"), DiagnosedError);
  CHECK_THROWS_AS(shelf.find(shelf.scratch / "assessments/ic3-mle/2026-03-14-ann.json"), DiagnosedError);
  const FoundAssessment latest = find_assessment(shelf.filesystem, shelf.home, "latest");
  CHECK(latest.unreadable.size() == 1);
}

TEST_CASE("looking for the latest leaves earlier files unread", "[store]") {
  LatestShelf shelf;
  const std::string old = shelf.put(-1'000);
  const std::string before = shelf.put(-500);
  const std::string latest = shelf.put(0);
  CHECK(list_ids(list_latest(shelf.filesystem, shelf.home, 0, {})) == std::vector<std::string>{latest});
  CHECK(list_ids(list_latest(shelf.filesystem, shelf.home, 1, {})) == std::vector<std::string>{before, latest});
  CHECK(list_latest(shelf.filesystem, shelf.home, 0, {{}, "Bob"}).finished.size() == 3);
  CHECK(list_latest(shelf.filesystem, shelf.home, std::numeric_limits<std::size_t>::max(), {}).finished.size() == 3);

  FaultyFilesystem faulty(shelf.filesystem,
                          fail_call("open", shelf.scratch / fmt::format("assessments/ic3-mle/{}.json", old), EACCES));
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
        const std::string reference = fmt::format("latest~{}", back);
        INFO("round " << round << ", " << reference);
        REQUIRE(find_assessment(shelf.filesystem, shelf.home, reference, filter).found.id ==
                expected[expected.size() - 1 - back]);
      }
    }
  }
}
