#include "catch.hpp"

#include <random>

#include <unistd.h>

#include <rung/assessment/json.hpp>
#include <rung/store/assessments.hpp>
#include <rung/store/draft_session.hpp>

#include "store/faulty_filesystem.hpp"
#include "store/memory_filesystem.hpp"
#include "store/sample.hpp"
#include "store/scratch.hpp"

using namespace rung;

namespace {

using Names = std::vector<std::string>;
const std::string id = "2026-03-14-ann";
const std::string stored = "/home/ann/rung/assessments/ic3-mle/2026-03-14-ann.json";

/// What stands on the disk once "old" was finished.
std::string finished_bytes() { return to_json(sample_finished("old", 30)); }

/// The answers of 09:00, corrected at 10:00.
Assessment corrected(const std::string& note) {
  Assessment assessment = sample_finished(note, 60);
  assessment.answers.front().answered_at = sample_time(60);
  return assessment;
}

std::string amended_bytes() {
  Assessment assessment = corrected("new");
  assessment.finished_at = sample_time(30);
  return to_json(assessment);
}

Assessment without_end(Assessment assessment) {
  assessment.finished_at.reset();
  return assessment;
}

struct AmendDesk {
  Scratch scratch;
  PosixFilesystem filesystem;
  Home home{scratch.path()};
  std::string file = "assessments/ic3-mle/2026-03-14-ann.json";

  AmendDesk() { open().finish(sample_finished("old", 30)); }
  DraftSession open() { return DraftSession(filesystem, home, sample_owner()); }
};

MemoryFilesystem make_amend_disk() {
  MemoryFilesystem disk;
  DraftSession session(disk, memory_home, sample_owner());
  session.finish(sample_finished("old", 30));
  return disk;
}

void amend(Filesystem& filesystem) {
  DraftSession session(filesystem, memory_home, sample_owner());
  session.amend(id);
  session.save(without_end(corrected("new")));
  session.finish(corrected("new"));
}

bool try_to(Filesystem& filesystem) {
  try {
    amend(filesystem);
    return true;
  } catch (const Error&) {
    return false;
  }
}

}  // namespace

TEST_CASE("an amendment begins with the finished answers and saves nothing by itself", "[store]") {
  AmendDesk desk;
  DraftSession session = desk.open();
  const LoadedDraft loaded = session.amend(id);
  CHECK(loaded.draft == sample_amendment("old"));
  REQUIRE(loaded.amends);
  CHECK(loaded.amends->id == id);
  CHECK(loaded.amends->path == desk.scratch / desk.file);
  CHECK(desk.scratch.names("drafts/ic3-mle") == Names{"ann.lock"});
}

TEST_CASE("an amendment takes the place of the old file, which is kept; its id and end stay", "[store]") {
  AmendDesk desk;
  DraftSession session = desk.open();
  session.amend(id);
  session.save(without_end(corrected("new")));
  const FinishedAssessment finished = session.finish(corrected("new"));
  CHECK(finished.outcome == FinishOutcome::amended);
  CHECK(finished.id == id);
  CHECK(finished.kept_path == desk.scratch / (desk.file + ".bak"));
  CHECK(desk.scratch.read(desk.file) == amended_bytes());
  CHECK(desk.scratch.read(desk.file + ".bak") == finished_bytes());
  CHECK(desk.scratch.mode(desk.file + ".bak") == 0600);
  CHECK(desk.scratch.names("drafts/ic3-mle") == Names{"ann.lock"});

  const AssessmentList list = list_assessments(desk.filesystem, desk.home);
  CHECK(list.finished.size() == 1);
  CHECK(list.unreadable.empty());
}

TEST_CASE("a second amendment keeps the first one too", "[store]") {
  AmendDesk desk;
  for (const char* note : {"second", "third"}) {
    DraftSession session = desk.open();
    session.amend(id);
    session.finish(corrected(note));
  }
  CHECK(desk.scratch.names("assessments/ic3-mle") == Names{id + ".json", id + ".json.bak", id + ".json.bak-2"});
  CHECK(desk.scratch.read(desk.file + ".bak") == finished_bytes());
  CHECK_THAT(desk.scratch.read(desk.file + ".bak-2"), ContainsSubstring("second"));
  CHECK_THAT(desk.scratch.read(desk.file), ContainsSubstring("third"));
}

TEST_CASE("an amendment that says nothing else writes nothing and goes", "[store]") {
  AmendDesk desk;
  DraftSession session = desk.open();
  session.amend(id);
  session.save(without_end(corrected("new")));
  const FinishedAssessment finished = session.finish(corrected("old"));
  CHECK(finished.outcome == FinishOutcome::unchanged);
  CHECK(desk.scratch.names("assessments/ic3-mle") == Names{id + ".json"});
  CHECK(desk.scratch.read(desk.file) == finished_bytes());
  CHECK(desk.scratch.names("drafts/ic3-mle") == Names{"ann.lock"});
}

TEST_CASE("a new label alone is a change", "[store]") {
  AmendDesk desk;
  DraftSession session = desk.open();
  session.amend(id);
  Assessment labelled = sample_finished("old", 60);
  labelled.label = "spring";
  CHECK(session.finish(labelled).outcome == FinishOutcome::amended);
}

TEST_CASE("a saved amendment is found again, by either way in", "[store]") {
  AmendDesk desk;
  {
    DraftSession session = desk.open();
    session.amend(id);
    session.save(without_end(corrected("half")));
  }
  const bool by_name = GENERATE(true, false);
  DraftSession session = desk.open();
  const LoadedDraft loaded = by_name ? session.amend(id) : session.load();
  CHECK(loaded.draft == without_end(corrected("half")));
  REQUIRE(loaded.amends);
  CHECK(loaded.amends->id == id);
  CHECK(session.finish(corrected("half")).outcome == FinishOutcome::amended);
}

TEST_CASE("a draft of another sitting stands in the way of an amendment", "[store]") {
  AmendDesk desk;
  Assessment other = sample_draft("other");
  other.sitting = "52";
  desk.open().save(other);
  DraftSession session = desk.open();
  const Error error = error_of([&] { session.amend(id); });
  CHECK(error.what() ==
        "another draft is open, " + (desk.scratch / "drafts/ic3-mle/ann.json") + ": it does not correct `" + id + "`");
  CHECK(error.code() == ExitCode::bad_input);
  CHECK_THAT(error.hint(), ContainsSubstring("--new"));
  session.set_aside();
  CHECK(session.amend(id).draft == sample_amendment("old"));
}

TEST_CASE("what is not there, not finished or someone else's cannot be amended", "[store]") {
  AmendDesk desk;
  CHECK(error_of([&] { desk.open().amend("2026-03-15-ann"); }).code() == ExitCode::bad_input);
  desk.scratch.write("assessments/ic3-mle/broken.json", "{");
  CHECK(error_of([&] { desk.open().amend("broken"); }).code() == ExitCode::bad_input);
  desk.scratch.write("assessments/ic3-mle/draft.json", to_json(sample_draft("x")));
  CHECK_THAT(error_of([&] { desk.open().amend("draft"); }).what(), ContainsSubstring("is not a finished assessment"));
  desk.scratch.write("assessments/ic3-mle/bob.json", to_json(sample_finished("x", 30, "Bob")));
  CHECK_THAT(error_of([&] { desk.open().amend("bob"); }).what(), ContainsSubstring("by `Ann`"));
}

TEST_CASE("a finished file that something else changed is left alone, and the draft stays", "[store]") {
  AmendDesk desk;
  DraftSession session = desk.open();
  session.amend(id);
  session.save(without_end(corrected("mine")));
  const std::string theirs = GENERATE(std::string("theirs"), std::string());
  if (theirs.empty())
    std::filesystem::remove(desk.scratch / desk.file);
  else
    desk.scratch.write(desk.file, theirs);
  const Error error = error_of([&] { session.finish(corrected("mine")); });
  CHECK(error.code() == ExitCode::bad_input);
  CHECK_THAT(error.what(), ContainsSubstring("changed by something else"));
  CHECK_THAT(error.hint(), ContainsSubstring("drafts/ic3-mle/ann.json"));
  CHECK(desk.scratch.names("assessments/ic3-mle") == (theirs.empty() ? Names{} : Names{id + ".json"}));
  CHECK(desk.scratch.names("drafts/ic3-mle") == Names{"ann.json", "ann.lock"});
}

TEST_CASE("a change between keeping the old file and replacing it is noticed", "[store]") {
  AmendDesk desk;
  FaultyFilesystem racing(desk.filesystem);
  DraftSession session(racing, desk.home, sample_owner());
  session.amend(id);
  racing.set_fault([&](int, const std::string& call, const std::string& name) {
    if (call == "rename_new" && name == id + ".json.bak") desk.scratch.write(desk.file, "theirs");
    return 0;
  });
  CHECK_THAT(error_of([&] { session.finish(corrected("mine")); }).what(),
             ContainsSubstring("changed by something else"));
  CHECK(desk.scratch.read(desk.file) == "theirs");
}

TEST_CASE("a finished file behind a symbolic link stays behind it when amended", "[store]") {
  AmendDesk desk;
  desk.scratch.write("elsewhere/kept.json", finished_bytes());
  std::filesystem::remove(desk.scratch / desk.file);
  REQUIRE(::symlink("../../elsewhere/kept.json", (desk.scratch / desk.file).c_str()) == 0);
  DraftSession session = desk.open();
  session.amend(id);
  session.finish(corrected("new"));
  CHECK(std::filesystem::is_symlink(desk.scratch / desk.file));
  CHECK(desk.scratch.read("elsewhere/kept.json") == amended_bytes());
  CHECK(desk.scratch.read(desk.file + ".bak") == finished_bytes());
}

TEST_CASE("a power cut while amending leaves the old or the new, the new only beside the old", "[store]") {
  MemoryFilesystem whole = make_amend_disk();
  const int calls = count_calls(whole, [](Filesystem& counted) { amend(counted); });
  for (int at = 0; at <= calls; ++at) {
    for (unsigned seed = 0; seed < 24; ++seed) {
      MemoryFilesystem disk = make_amend_disk();
      FaultyFilesystem faulty(disk, power_off(at));
      const bool completed = try_to(faulty);
      std::mt19937 random(seed);
      disk.lose_power([&] { return seed == 0 ? false : seed == 1 ? true : random() % 2 == 0; });
      INFO("power off at call " << at << ", seed " << seed);
      const auto now = disk.bytes_of(stored);
      const auto kept = disk.bytes_of(stored + ".bak");
      CHECK((now == finished_bytes() || (now == amended_bytes() && kept == finished_bytes())));
      CHECK((!kept || kept == finished_bytes()));
      CHECK((!completed || now == amended_bytes()));
      // The next session finds either its draft or the finished amendment, and brings it to its end.
      amend(disk);
      CHECK(disk.bytes_of(stored) == amended_bytes());
      CHECK(disk.bytes_of(stored + ".bak") == finished_bytes());
      CHECK(disk.names_in("/home/ann/rung/assessments/ic3-mle").size() == 2);
      CHECK(disk.names_in("/home/ann/rung/drafts/ic3-mle") == Names{"ann.lock"});
    }
  }
}

TEST_CASE("finishing an amendment again after a failure of any call keeps the old one once", "[store]") {
  const int error = GENERATE(EIO, ENOSPC, EACCES);
  int calls = 1;
  // The first round has no fault: it counts the calls.
  for (int at = -1; at < calls; ++at) {
    MemoryFilesystem disk = make_amend_disk();
    FaultyFilesystem faulty(disk);
    DraftSession session(faulty, memory_home, sample_owner());
    session.amend(id);
    session.save(without_end(corrected("new")));
    faulty.set_fault(fail_once(at, error));
    const Error failed = error_of([&] { session.finish(corrected("new")); });
    if (at < 0) calls = faulty.calls();
    faulty.set_fault({});
    if (failed.code() != ExitCode::success) session.finish(corrected("new"));
    disk.lose_power([] { return false; });
    INFO("call " << at << " of " << calls);
    CHECK(disk.bytes_of(stored) == amended_bytes());
    CHECK(disk.bytes_of(stored + ".bak") == finished_bytes());
    CHECK(disk.names_in("/home/ann/rung/assessments/ic3-mle").size() == 2);
  }
}
