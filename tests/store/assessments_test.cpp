#include <rung/store/assessments.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "catch.hpp"
#include "store/faulty_filesystem.hpp"
#include "store/shelf.hpp"

using namespace rung;

namespace {

using Names = std::vector<std::string>;

struct VisitShelf : Shelf {
  /// Two raters, two ladders, a name without a date, a draft and a file that is no assessment.
  void fill_shelf() const {
    put("2026-03-15-ann", 90);
    put("2026-03-14-ann", 60);
    put("2026-03-13-bob", 30, "Bob", "ic4-mle");
    put("2026-03-16-bob", 95, "Bob");
    put("2026-03-15-ann-2", 91);
    put("2026-03-15-ann-10", 92);
    put("copied", 10);
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
  FaultyFilesystem faulty(shelf.filesystem,
                          fail_call("open", shelf.scratch / "assessments/ic4-mle/2026-03-14-bob.json", EACCES));

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
  FaultyFilesystem faulty(shelf.filesystem,
                          fail_call("open", shelf.scratch / "assessments/ic3-mle/2026-03-15-ann.json", EACCES));
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
