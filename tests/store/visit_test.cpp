#include <algorithm>
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

using Names = std::vector<std::string>;

struct VisitShelf {
  Scratch scratch;
  PosixFilesystem filesystem;
  Home home{scratch.path()};

  void put_on_shelf(const std::string& id, int minutes, const std::string& rater = "Ann",
                    const std::string& ladder = "ic3-mle") const {
    Assessment assessment = sample_finished(id, minutes, rater, ladder);
    assessment.id = id;
    scratch.write("assessments/" + ladder + "/" + id + ".json", to_json(assessment));
  }

  /// Two raters, two ladders, a name without a date, a draft and a file that is no assessment.
  void fill_shelf() const {
    put_on_shelf("2026-03-15-ann", 90);
    put_on_shelf("2026-03-14-ann", 60);
    put_on_shelf("2026-03-13-bob", 30, "Bob", "ic4-mle");
    put_on_shelf("2026-03-16-bob", 95, "Bob");
    put_on_shelf("2026-03-15-ann-2", 91);
    put_on_shelf("2026-03-15-ann-10", 92);
    put_on_shelf("copied", 10);
    scratch.write("drafts/ic3-mle-ann.json", to_json(sample_draft("draft")));
    scratch.write("assessments/ic3-mle/2026-03-14-torn.json", "{");
  }

  Names visit(const AssessmentFilter& filter = {}) {
    Names references;
    unreadable = visit_finished(filesystem, home, filter,
                                {[&](const StoredAssessment& stored) { references.push_back(stored.reference); }});
    return references;
  }

  std::vector<UnreadableFile> unreadable;
};

}  // namespace

TEST_CASE("finished assessments are visited by the date of their names, across the ladders", "[store]") {
  VisitShelf shelf;
  CHECK(shelf.visit().empty());
  shelf.fill_shelf();
  CHECK(shelf.visit() == Names{"ic4-mle/2026-03-13-bob", "ic3-mle/2026-03-14-ann", "ic3-mle/2026-03-15-ann",
                               "ic3-mle/2026-03-15-ann-2", "ic3-mle/2026-03-15-ann-10", "ic3-mle/2026-03-16-bob",
                               "ic3-mle/copied"});
  REQUIRE(shelf.unreadable.size() == 1);
  CHECK(shelf.unreadable.front().path == shelf.scratch / "assessments/ic3-mle/2026-03-14-torn.json");
  CHECK_FALSE(shelf.unreadable.front().diagnostics.empty());
}

TEST_CASE("a visit takes only what passes its filter", "[store]") {
  VisitShelf shelf;
  shelf.fill_shelf();
  CHECK(shelf.visit({"ic4-mle", {}}) == Names{"ic4-mle/2026-03-13-bob"});
  CHECK(shelf.visit({{}, "Bob"}) == Names{"ic4-mle/2026-03-13-bob", "ic3-mle/2026-03-16-bob"});
  CHECK(shelf.visit({"ic3-mle", "Bob"}) == Names{"ic3-mle/2026-03-16-bob"});
  CHECK(shelf.visit({"ic5-mle", {}}).empty());
}

TEST_CASE("a visit and a list find the same assessments", "[store]") {
  VisitShelf shelf;
  shelf.fill_shelf();
  // Not the place for it, but it is finished all the same.
  shelf.scratch.write("drafts/stray.json", to_json(sample_finished("stray", 5)));
  Names listed;
  for (const auto& stored : list_assessments(shelf.filesystem, shelf.home).finished) listed.push_back(stored.reference);
  Names visited = shelf.visit();
  std::sort(listed.begin(), listed.end());
  std::sort(visited.begin(), visited.end());
  CHECK(visited == listed);
  CHECK(visited.size() == 8);
}

TEST_CASE("a visit tells its progress after each file", "[store]") {
  VisitShelf shelf;
  shelf.fill_shelf();
  std::vector<std::size_t> told;
  visit_finished(shelf.filesystem, shelf.home, {"ic4-mle", {}},
                 {[](const StoredAssessment&) {},
                  [&](std::size_t done, std::size_t all) {
                    told.push_back(done);
                    CHECK(all == 9);
                  }});
  CHECK(told == std::vector<std::size_t>{1, 2, 3, 4, 5, 6, 7, 8, 9});
}

TEST_CASE("a file or directory that cannot be opened does not end a visit", "[store]") {
  VisitShelf shelf;
  shelf.fill_shelf();
  FaultyFilesystem faulty(shelf.filesystem, fail_call("open", "2026-03-15-ann.json", EACCES));
  Names references;
  const AssessmentVisitor visitor{[&](const StoredAssessment& stored) { references.push_back(stored.reference); }};
  CHECK(visit_finished(faulty, shelf.home, {}, visitor).size() == 2);
  CHECK(references == Names{"ic4-mle/2026-03-13-bob", "ic3-mle/2026-03-14-ann", "ic3-mle/2026-03-15-ann-2",
                            "ic3-mle/2026-03-15-ann-10", "ic3-mle/2026-03-16-bob", "ic3-mle/copied"});

  references.clear();
  faulty.set_fault(fail_call("open", shelf.home.assessments() + "/ic3-mle", EACCES));
  const auto unreadable = visit_finished(faulty, shelf.home, {}, visitor);
  REQUIRE(unreadable.size() == 1);
  CHECK(unreadable.front().path == shelf.scratch / "assessments/ic3-mle");
  CHECK(references == Names{"ic4-mle/2026-03-13-bob"});

  faulty.set_fault(fail_call("open", shelf.home.assessments(), EACCES));
  CHECK(error_of([&] { visit_finished(faulty, shelf.home, {}, visitor); }).code() == ExitCode::input_output);
}
