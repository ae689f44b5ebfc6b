#include "catch.hpp"

#include <rung/assessment/json.hpp>
#include <rung/store/assessments.hpp>
#include <rung/store/diagnosed_error.hpp>

#include "store/faulty_filesystem.hpp"
#include "store/sample.hpp"
#include "store/scratch.hpp"

using namespace rung;

namespace {

struct Shelf {
  Scratch scratch;
  PosixFilesystem filesystem;
  Home home{scratch.path()};

  void put(const std::string& id, int minutes, const std::string& rater = "Ann",
           const std::string& ladder = "ic3-mle") {
    Assessment assessment = sample_finished(id, minutes, rater, ladder);
    assessment.id = id;
    scratch.write("assessments/" + ladder + "/" + id + ".json", to_json(assessment));
  }
  std::string find(const std::string& reference, const AssessmentFilter& filter = {}) {
    return find_assessment(filesystem, home, reference, filter).found.reference;
  }
  Error refusal(const std::string& reference, const AssessmentFilter& filter = {}) {
    Error error = error_of([&] { find(reference, filter); });
    CHECK(error.code() == ExitCode::bad_input);
    return error;
  }
};

/// Three finished ones, finished in another order than their names are in, and a draft.
void fill(Shelf& shelf) {
  shelf.put("2026-03-14-ann", 60);
  shelf.put("2026-03-14-ann-2", 90);
  shelf.put("2026-03-14-bob", 30, "Bob", "ic4-mle");
  shelf.scratch.write("drafts/ic3-mle-ann.json", to_json(sample_draft("draft")));
}

}  // namespace

TEST_CASE("assessments are listed by the moment they were finished", "[store]") {
  Shelf shelf;
  CHECK(list_assessments(shelf.filesystem, shelf.home).finished.empty());
  fill(shelf);
  const AssessmentList list = list_assessments(shelf.filesystem, shelf.home);
  std::vector<std::string> references;
  for (const auto& one : list.finished) references.push_back(one.reference);
  CHECK(references ==
        std::vector<std::string>{"ic4-mle/2026-03-14-bob", "ic3-mle/2026-03-14-ann", "ic3-mle/2026-03-14-ann-2"});
  REQUIRE(list.drafts.size() == 1);
  CHECK(list.drafts.front().path == shelf.scratch / "drafts/ic3-mle-ann.json");
  CHECK(list.unreadable.empty());
}

TEST_CASE("assessments finished at the same moment are listed by id", "[store]") {
  Shelf shelf;
  shelf.put("b", 5);
  shelf.put("a", 5);
  CHECK(shelf.find("latest") == "ic3-mle/b");
}

TEST_CASE("a bad file is named and the others are listed", "[store]") {
  Shelf shelf;
  fill(shelf);
  shelf.scratch.write("assessments/ic3-mle/2026-01-01-ann.json", "{");
  shelf.scratch.write("assessments/ic3-mle/directory.json/x", "");
  shelf.scratch.write("assessments/ic3-mle/.ann.tmp", "half");
  shelf.scratch.write("assessments/ic3-mle/README", "no assessment");
  shelf.scratch.write("assessments/notes.txt", "no ladder");
  FaultyFilesystem faulty(shelf.filesystem, fail_call("open", "2026-03-14-bob.json", EACCES));

  const AssessmentList list = list_assessments(faulty, shelf.home);
  CHECK(list.finished.size() == 2);
  REQUIRE(list.unreadable.size() == 3);
  const std::string bad = shelf.scratch / "assessments/ic3-mle/2026-01-01-ann.json";
  CHECK(list.unreadable[0].path == bad);
  CHECK(list.unreadable[0].reason == bad + " is not an assessment that Rung can read");
  REQUIRE_FALSE(list.unreadable[0].diagnostics.empty());
  CHECK(list.unreadable[0].diagnostics.front().source == bad);
  CHECK(list.unreadable[1].reason == shelf.scratch / "assessments/ic3-mle/directory.json" + " is a directory");
  CHECK(list.unreadable[2].reason ==
        "cannot read " + shelf.scratch / "assessments/ic4-mle/2026-03-14-bob.json" + ": Permission denied");
}

TEST_CASE("a directory that may not be opened is named", "[store]") {
  Shelf shelf;
  fill(shelf);
  FaultyFilesystem inner(shelf.filesystem, fail_call("open", shelf.scratch / "assessments/ic4-mle", EACCES));
  const AssessmentList list = list_assessments(inner, shelf.home);
  CHECK(list.finished.size() == 2);
  REQUIRE(list.unreadable.size() == 1);
  CHECK(list.unreadable.front().path == shelf.scratch / "assessments/ic4-mle");

  FaultyFilesystem top(shelf.filesystem, fail_call("open", shelf.home.assessments(), EACCES));
  CHECK(error_of([&] { list_assessments(top, shelf.home); }).what() ==
        "cannot open the directory " + shelf.home.assessments() + ": Permission denied");
}

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
