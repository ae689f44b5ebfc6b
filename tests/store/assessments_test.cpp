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

  Names visit_by_head() {
    Names references;
    visit_heads(filesystem, home, {}, [&](const StoredHead& stored) { references.push_back(stored.reference); });
    return references;
  }

  std::vector<UnreadableFile> unreadable;
};

}  // namespace

TEST_CASE("of the finished assessments, heads alone are read", "[store]") {
  VisitShelf shelf;
  CHECK(shelf.visit_by_head().empty());
  shelf.fill_shelf();
  // A long text after the head, which a small read does not reach.
  Assessment wordy = sample_finished(std::string(30'000, 'x'), 99);
  wordy.id = "2026-03-17-ann";
  wordy.label = "spring";
  shelf.scratch.write("assessments/ic3-mle/2026-03-17-ann.json", to_json(wordy));
  CHECK(shelf.visit_by_head() == shelf.visit());
  std::size_t bytes = 0;
  FaultyFilesystem counted(shelf.filesystem);
  visit_heads(counted, shelf.home, {}, [&](const StoredHead& stored) {
    if (stored.id != "2026-03-17-ann") return;
    ++bytes;
    CHECK(stored.head == head_of(wordy));
    CHECK(stored.reference == "ic3-mle/2026-03-17-ann");
    CHECK(stored.path == shelf.scratch / "assessments/ic3-mle/2026-03-17-ann.json");
  });
  CHECK(bytes == 1);
}

TEST_CASE("a file whose head is spelled another way or of version 1 is read as a whole", "[store]") {
  Shelf shelf;
  std::string json = to_json(sample_finished("note", 60));
  std::string flat;
  for (const char c : json)
    if (c != '\n') flat += c;
  shelf.scratch.write("assessments/ic3-mle/2026-03-14-flat.json", flat);
  json.replace(json.find("rung-assessment/2"), 17, "rung-assessment/1");
  shelf.scratch.write("assessments/ic3-mle/2026-03-14-one.json", json);
  Names ids;
  visit_heads(shelf.filesystem, shelf.home, {}, [&](const StoredHead& stored) {
    ids.push_back(stored.id);
    CHECK(stored.head.rater.name == "Ann");
    CHECK(stored.head.finished_at == sample_time(60));
  });
  CHECK(ids == Names{"2026-03-14-one", "2026-03-14-flat"});
}

TEST_CASE("a head says for many keys asked what it says for none", "[store]") {
  Shelf shelf;
  Assessment assessment = sample_finished("note", 60);
  assessment.asked.emplace();
  for (const std::size_t count : {100U, 1'000U}) {
    INFO(count << " keys");
    assessment.asked->resize(count, "results.impact.on-time");
    shelf.scratch.write("assessments/ic3-mle/2026-03-14-ann.json", to_json(assessment));
    int heads = 0;
    const auto unreadable = visit_heads(shelf.filesystem, shelf.home, {}, [&](const StoredHead& stored) {
      ++heads;
      CHECK(stored.head == head_of(assessment));
    });
    CHECK(unreadable.empty());
    CHECK(heads == 1);
  }
}

TEST_CASE("drafts are listed by path, where version 1 kept them too", "[store]") {
  Shelf shelf;
  CHECK(list_drafts(shelf.filesystem, shelf.home).drafts.empty());
  shelf.scratch.write("drafts/ic3-mle-ann.json", to_json(sample_draft("old")));
  shelf.scratch.write("drafts/ic3-mle/bob--by--ann.json", to_json(sample_draft("new")));
  shelf.scratch.write("drafts/ic3-mle/ann.json", "{");
  shelf.scratch.write("drafts/ic3-mle/ann.lock", "");
  shelf.scratch.write("drafts/ic3-mle/ann.json.conflict", "{");
  shelf.scratch.write("removed/drafts/ic3-mle/ann-1.json", to_json(sample_draft("removed")));
  const DraftList list = list_drafts(shelf.filesystem, shelf.home);
  Names references;
  for (const auto& one : list.drafts) references.push_back(one.reference);
  CHECK(references == Names{"drafts/ic3-mle-ann", "drafts/ic3-mle/bob--by--ann"});
  REQUIRE(list.unreadable.size() == 1);
  CHECK(list.unreadable.front().path == shelf.scratch / "drafts/ic3-mle/ann.json");
}

TEST_CASE("assessments follow each other by the date judged, then by their end, then by id", "[store]") {
  AssessmentHead first = head_of(sample_finished("note", 60));
  AssessmentHead second = first;
  CHECK_FALSE(is_earlier(first, second));
  second.id = "2026-03-14-ann-2";
  CHECK(is_earlier(first, second));
  second.finished_at = sample_time(59);
  CHECK(is_earlier(second, first));
  first.on = parse_date("2026-03-13").value();
  CHECK(is_earlier(first, second));
}

TEST_CASE("a bad file is named and the others are visited", "[store]") {
  Shelf shelf;
  fill(shelf);
  shelf.scratch.write("assessments/ic3-mle/2026-01-01-ann.json", "{");
  shelf.scratch.write("assessments/ic3-mle/2026-01-02-ann.json", to_json(sample_draft("not finished")));
  shelf.scratch.write("assessments/ic3-mle/directory.json/x", "");
  shelf.scratch.write("assessments/ic3-mle/.ann.tmp", "half");
  shelf.scratch.write("assessments/ic3-mle/README", "no assessment");
  shelf.scratch.write("assessments/notes.txt", "no ladder");
  FaultyFilesystem faulty(shelf.filesystem,
                          fail_call("open", shelf.scratch / "assessments/ic4-mle/2026-03-14-bob.json", EACCES));

  int heads = 0;
  const auto unreadable = visit_heads(faulty, shelf.home, {}, [&](const StoredHead&) { ++heads; });
  CHECK(heads == 2);
  REQUIRE(unreadable.size() == 4);
  const std::string bad = shelf.scratch / "assessments/ic3-mle/2026-01-01-ann.json";
  CHECK(unreadable[0].path == bad);
  CHECK(unreadable[0].reason == bad + " is not an assessment that Rung can read");
  REQUIRE_FALSE(unreadable[0].diagnostics.empty());
  CHECK(unreadable[0].diagnostics.front().source == bad);
  CHECK(unreadable[1].reason ==
        shelf.scratch / "assessments/ic3-mle/2026-01-02-ann.json" + " is a draft among the finished ones");
  CHECK(unreadable[2].reason == shelf.scratch / "assessments/ic3-mle/directory.json" + " is a directory");
  CHECK(unreadable[3].reason ==
        "cannot read " + shelf.scratch / "assessments/ic4-mle/2026-03-14-bob.json" + ": Permission denied");
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
  CHECK(shelf.visit({"ic4-mle"}) == Names{"ic4-mle/2026-03-13-bob"});
  CHECK(shelf.visit({.rater = "Bob"}) == Names{"ic4-mle/2026-03-13-bob", "ic3-mle/2026-03-16-bob"});
  CHECK(shelf.visit({.ladder = "ic3-mle", .rater = "Bob"}) == Names{"ic3-mle/2026-03-16-bob"});
  CHECK(shelf.visit({"ic5-mle"}).empty());
}

TEST_CASE("a filter looks at subject, rater and role", "[store]") {
  AssessmentHead head = head_of(sample_finished("note", 60));
  head.rater = {"Ines", RaterRole::peer};
  CHECK(passes(head, {}));
  CHECK(passes(head, {.subject = "Ann"}));
  CHECK(passes(head, {.rater = "Ines", .role = RaterRole::peer}));
  CHECK(passes(head, same_series(head)));
  CHECK_FALSE(passes(head, {.subject = "Ines"}));
  CHECK_FALSE(passes(head, {.subject = ""}));
  CHECK_FALSE(passes(head, {.rater = "Ines", .role = RaterRole::manager}));
  CHECK_FALSE(is_self_rating(head));
  head.rater = {"Ann", RaterRole::self};
  CHECK(is_self_rating(head));
}

TEST_CASE("a visit tells its progress after each file", "[store]") {
  VisitShelf shelf;
  shelf.fill_shelf();
  std::vector<std::size_t> told;
  visit_finished(shelf.filesystem, shelf.home, {},
                 {[](const StoredAssessment&) {},
                  [&](std::size_t done, std::size_t all) {
                    told.push_back(done);
                    CHECK(all == 8);
                  }});
  CHECK(told == std::vector<std::size_t>{1, 2, 3, 4, 5, 6, 7, 8});
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

TEST_CASE("a file that vanishes once its head was read is passed over, and the others are visited", "[store]") {
  VisitShelf shelf;
  shelf.put("2026-03-14-ann", 60);
  shelf.put("2026-03-15-ann", 90);
  int opened = 0;
  FaultyFilesystem filesystem(shelf.filesystem, [&opened](int, const std::string& call, const std::string& name) {
    return call == "open" && name.ends_with("2026-03-14-ann.json") && ++opened == 2 ? ENOENT : 0;
  });
  Names visited;
  const auto unreadable = visit_finished(
      filesystem, shelf.home, {}, {[&](const StoredAssessment& stored) { visited.push_back(stored.reference); }});
  CHECK(opened == 2);
  CHECK(visited == Names{"ic3-mle/2026-03-15-ann"});
  CHECK(unreadable.empty());
}
