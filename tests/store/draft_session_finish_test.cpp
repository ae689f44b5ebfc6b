#include "catch.hpp"

#include <random>

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

/// What a person would find again: the notes of the draft and of the finished assessments.
struct FoundFiles {
  std::optional<std::string> draft;
  Names finished;
};

FoundFiles look(Filesystem& filesystem) {
  FoundFiles found;
  DraftSession session(filesystem, memory_home, sample_owner());
  if (const auto loaded = session.load(); loaded.draft) found.draft = loaded.draft->answers.front().note;
  const AssessmentList list = list_assessments(filesystem, memory_home);
  CHECK(list.unreadable.empty());
  for (const auto& stored : list.finished) found.finished.push_back(stored.assessment.answers.front().note);
  return found;
}

MemoryFilesystem make_finish_disk() {
  MemoryFilesystem disk;
  DraftSession session(disk, memory_home, sample_owner());
  session.save(sample_draft("old"));
  return disk;
}

/// Runs `action` in a session that resumes the old draft; whether it came to its end.
template <class Action>
bool resume(Filesystem& filesystem, const Action& action) {
  try {
    DraftSession session(filesystem, memory_home, sample_owner());
    session.load();
    action(session);
    return true;
  } catch (const Error& error) {
    INFO(error.what());
    CHECK_THAT(error.what(), ContainsSubstring(" /"));
    return false;
  }
}

/// Cuts the power at each call of `action`, forgets what was not synced in many ways, and has `check` look.
template <class Action, class Check>
void cut_power_everywhere(const Action& action, const Check& check) {
  MemoryFilesystem whole = make_finish_disk();
  const int calls = count_calls(whole, [&](Filesystem& counted) { REQUIRE(resume(counted, action)); });
  for (int at = 0; at <= calls; ++at) {
    for (unsigned seed = 0; seed < 24; ++seed) {
      MemoryFilesystem disk = make_finish_disk();
      FaultyFilesystem faulty(disk, power_off(at));
      const bool completed = resume(faulty, action);
      std::mt19937 random(seed);
      disk.lose_power([&] { return seed == 0 ? false : seed == 1 ? true : random() % 2 == 0; });
      INFO("power off at call " << at << ", seed " << seed);
      check(look(disk), completed);
    }
  }
}

}  // namespace

TEST_CASE("a finished assessment is stored under its id and the draft goes", "[store]") {
  const Scratch scratch;
  PosixFilesystem filesystem;
  const Home home{scratch.path()};
  DraftSession session(filesystem, home, sample_owner());
  session.save(sample_draft("done"));
  const FinishedAssessment finished = session.finish(sample_finished("done", 30));
  CHECK(finished.id == "2026-03-14-ann");
  CHECK(finished.path == scratch / "assessments/ic3-mle/2026-03-14-ann.json");
  CHECK_FALSE(finished.draft_left);
  CHECK(scratch.names("drafts/ic3-mle") == Names{"ann.lock"});
  CHECK(scratch.names("assessments/ic3-mle") == Names{"2026-03-14-ann.json"});
  CHECK(scratch.mode("assessments/ic3-mle/2026-03-14-ann.json") == 0600);
  CHECK(scratch.mode("assessments/ic3-mle") == 0700);
}

TEST_CASE("finished assessments of one day are numbered and none is replaced", "[store]") {
  const Scratch scratch;
  PosixFilesystem filesystem;
  const Home home{scratch.path()};
  scratch.write("assessments/ic3-mle/2026-03-14-ann.json", "not even an assessment");
  DraftSession session(filesystem, home, sample_owner());
  CHECK(session.finish(sample_finished("second", 30)).id == "2026-03-14-ann-2");
  Assessment third = sample_finished("third", 40);
  third.sitting = "52";
  CHECK(session.finish(third).id == "2026-03-14-ann-3");
  CHECK(scratch.read("assessments/ic3-mle/2026-03-14-ann.json") == "not even an assessment");
  const auto stored = load_assessment(filesystem, scratch / "assessments/ic3-mle/2026-03-14-ann-3.json");
  REQUIRE(stored);
  CHECK(stored.value->id == "2026-03-14-ann-3");
  CHECK(stored.value->answers.front().note == "third");
}

TEST_CASE("a name that is taken between looking and claiming is left alone", "[store]") {
  const Scratch scratch;
  PosixFilesystem real;
  const Home home{scratch.path()};
  FaultyFilesystem racing(real);
  DraftSession session(racing, home, sample_owner());
  racing.set_fault([&](int, const std::string& call, const std::string& name) {
    if (call == "rename_new" && name == "2026-03-14-ann.json")
      scratch.write("assessments/ic3-mle/2026-03-14-ann.json", "faster");
    return 0;
  });
  CHECK(session.finish(sample_finished("slower", 30)).id == "2026-03-14-ann-2");
  CHECK(scratch.read("assessments/ic3-mle/2026-03-14-ann.json") == "faster");
}

TEST_CASE("the draft of a finished assessment does not come back after a power cut", "[store]") {
  MemoryFilesystem disk = make_finish_disk();
  REQUIRE(resume(disk, [](DraftSession& session) { session.finish(sample_finished("old", 30)); }));
  disk.lose_power([] { return false; });
  CHECK_FALSE(disk.bytes_of("/home/ann/rung/drafts/ic3-mle/ann.json"));
  CHECK(disk.bytes_of("/home/ann/rung/assessments/ic3-mle/2026-03-14-ann.json"));
}

TEST_CASE("a draft that is already finished is removed at the next start", "[store]") {
  MemoryFilesystem disk = make_finish_disk();
  FaultyFilesystem faulty(disk);
  {
    DraftSession session(faulty, memory_home, sample_owner());
    session.load();
    faulty.set_fault(fail_call("remove", "ann.json", EIO));
    const auto finished = session.finish(sample_finished("old", 30));
    CHECK(finished.draft_left == "/home/ann/rung/drafts/ic3-mle/ann.json");
  }
  DraftSession session(disk, memory_home, sample_owner());
  const LoadedDraft loaded = session.load();
  CHECK_FALSE(loaded.draft);
  CHECK(loaded.finished_path == "/home/ann/rung/assessments/ic3-mle/2026-03-14-ann.json");
  CHECK(disk.names_in("/home/ann/rung/drafts/ic3-mle") == Names{"ann.lock"});
}

TEST_CASE("a draft whose open answers were carried at its end is removed at the next start", "[store]") {
  MemoryFilesystem disk = make_finish_disk();
  FaultyFilesystem faulty(disk);
  {
    DraftSession session(faulty, memory_home, sample_owner());
    Assessment draft = *session.load().draft;
    draft.answers[0].rating = Unrated{};
    session.save(draft);
    faulty.set_fault(fail_call("remove", "ann.json", EIO));
    Assessment finished = sample_finished("old", 30);
    finished.answers[0].origin = Origin::carried;
    finished.answers[0].from = AnswerSource{std::string(32, '1'), finished.on};
    session.finish(finished);
  }
  DraftSession session(disk, memory_home, sample_owner());
  const LoadedDraft loaded = session.load();
  CHECK_FALSE(loaded.draft);
  CHECK_FALSE(loaded.amends);
  CHECK(disk.names_in("/home/ann/rung/drafts/ic3-mle") == Names{"ann.lock"});
}

TEST_CASE("a draft that differs from a finished assessment of the same sitting is kept", "[store]") {
  MemoryFilesystem disk = make_finish_disk();
  {
    DraftSession session(disk, memory_home, sample_owner());
    session.load();
    session.finish(sample_finished("other answers", 30));
    session.save(sample_draft("old"));
  }
  const FoundFiles found = look(disk);
  CHECK(found.draft == "old");
  CHECK(found.finished == Names{"other answers"});
}

TEST_CASE("a draft that something else changed stays when its session finishes", "[store]") {
  const Scratch scratch;
  PosixFilesystem filesystem;
  DraftSession session(filesystem, Home{scratch.path()}, sample_owner());
  session.save(sample_draft("mine"));
  scratch.write("drafts/ic3-mle/ann.json", "theirs");
  CHECK(session.finish(sample_finished("mine", 30)).draft_left == scratch / "drafts/ic3-mle/ann.json");
  CHECK(scratch.read("drafts/ic3-mle/ann.json") == "theirs");
}

TEST_CASE("finishing again after a failure does not store it twice", "[store]") {
  const auto finish = [](DraftSession& session) { session.finish(sample_finished("old", 30)); };
  MemoryFilesystem whole = make_finish_disk();
  const int calls = count_calls(whole, [&](Filesystem& counted) { REQUIRE(resume(counted, finish)); });
  const int error = GENERATE(EIO, ENOSPC, EACCES);
  for (int at = 0; at < calls; ++at) {
    MemoryFilesystem disk = make_finish_disk();
    FaultyFilesystem faulty(disk, fail_once(at, error));
    INFO("call " << at);
    const bool completed = resume(faulty, finish);
    if (!completed) resume(faulty, finish);
    disk.lose_power([] { return false; });
    const FoundFiles found = look(disk);
    CHECK(found.finished == Names{"old"});
    CHECK_FALSE(found.draft);
  }
}

TEST_CASE("finishing again in the same session survives a power cut", "[store]") {
  const auto try_to_finish = [](FaultyFilesystem& faulty, const FaultyFilesystem::Fault& fault) {
    int calls = 0;
    resume(faulty, [&](DraftSession& session) {
      faulty.set_fault(fault);
      const Error error = error_of([&] { session.finish(sample_finished("old", 30)); });
      calls = faulty.calls();
      faulty.set_fault({});
      if (error.code() != ExitCode::success) session.finish(sample_finished("old", 30));
    });
    return calls;
  };
  MemoryFilesystem whole = make_finish_disk();
  FaultyFilesystem counted(whole);
  const int calls = try_to_finish(counted, {});
  REQUIRE(calls > 0);
  for (int at = 0; at < calls; ++at) {
    MemoryFilesystem disk = make_finish_disk();
    FaultyFilesystem faulty(disk);
    INFO("call " << at);
    try_to_finish(faulty, fail_once(at, EIO));
    disk.lose_power([] { return false; });
    CHECK(look(disk).finished == Names{"old"});
  }
}

TEST_CASE("a first session that failed at any call does not endanger the next one", "[store]") {
  const auto save = [](DraftSession& session) { session.save(sample_draft("new")); };
  MemoryFilesystem whole;
  const int calls = count_calls(whole, [&](Filesystem& counted) { REQUIRE(resume(counted, save)); });
  for (int at = 0; at < calls; ++at) {
    MemoryFilesystem disk;
    FaultyFilesystem faulty(disk, fail_once(at, EIO));
    if (!resume(faulty, save)) resume(faulty, save);
    disk.lose_power([] { return false; });
    INFO("call " << at);
    CHECK(look(disk).draft == "new");
  }
}

TEST_CASE("a failure of any call of a session loses no answer that was saved", "[store]") {
  const auto save = [](DraftSession& session) { session.save(sample_draft("new")); };
  MemoryFilesystem whole = make_finish_disk();
  const int calls = count_calls(whole, [&](Filesystem& counted) { REQUIRE(resume(counted, save)); });
  const int error = GENERATE(EIO, ENOSPC, EACCES, EROFS, EDQUOT);
  for (int at = 0; at < calls; ++at) {
    MemoryFilesystem disk = make_finish_disk();
    FaultyFilesystem faulty(disk, fail_once(at, error));
    INFO("call " << at);
    const bool completed = resume(faulty, save);
    const FoundFiles found = look(disk);
    CHECK((found.draft == "new" || (!completed && found.draft == "old")));
    CHECK(disk.names_in("/home/ann/rung/drafts/ic3-mle") == Names{"ann.json", "ann.lock"});
  }
}

TEST_CASE("a session goes on saving after a save that failed at any call", "[store]") {
  int calls = 1;
  // The first round has no fault: it counts the calls.
  for (int at = -1; at < calls; ++at) {
    MemoryFilesystem disk = make_finish_disk();
    FaultyFilesystem faulty(disk);
    DraftSession session(faulty, memory_home, sample_owner());
    session.load();
    faulty.set_fault(fail_once(at, EIO));
    (void)error_of([&] { session.save(sample_draft("new")); });
    if (at < 0) calls = faulty.calls();
    faulty.set_fault({});
    INFO("call " << at << " of " << calls);
    CHECK(session.save(sample_draft("newer")).outcome == SaveOutcome::saved);
    CHECK(disk.names_in("/home/ann/rung/drafts/ic3-mle") == Names{"ann.json", "ann.lock"});
  }
}

TEST_CASE("where directories cannot be synced a session saves, finishes, and amends all the same", "[store]") {
  MemoryFilesystem disk;
  FaultyFilesystem faulty(disk, fail_call("sync", ".", EINVAL));
  CHECK(resume(faulty, [](DraftSession& session) {
    session.save(sample_draft("old"));
    session.finish(sample_finished("old", 30));
  }));
  CHECK(resume(faulty, [](DraftSession& session) {
    session.amend("2026-03-14-ann");
    CHECK(session.finish(sample_finished("new", 30)).outcome == FinishOutcome::amended);
  }));
  CHECK(look(disk).finished == Names{"new"});
}

TEST_CASE("a power cut during a session leaves the old or the new draft", "[store]") {
  cut_power_everywhere([](DraftSession& session) { session.save(sample_draft("new")); },
                       [](const FoundFiles& found, bool completed) {
                         CHECK((found.draft == "new" || (!completed && found.draft == "old")));
                       });
}

TEST_CASE("a power cut while finishing leaves the draft or the finished assessment, once", "[store]") {
  cut_power_everywhere([](DraftSession& session) { session.finish(sample_finished("old", 30)); },
                       [](const FoundFiles& found, bool completed) {
                         const bool only_draft = found.draft == "old" && found.finished.empty();
                         const bool only_finished = !found.draft && found.finished == Names{"old"};
                         CHECK((only_finished || (!completed && only_draft)));
                       });
}

TEST_CASE("a power cut while setting aside leaves the draft under one of its names", "[store]") {
  MemoryFilesystem whole = make_finish_disk();
  const auto set_aside = [](DraftSession& session) { session.set_aside(); };
  const int calls = count_calls(whole, [&](Filesystem& counted) { REQUIRE(resume(counted, set_aside)); });
  for (int at = 0; at <= calls; ++at) {
    MemoryFilesystem disk = make_finish_disk();
    FaultyFilesystem faulty(disk, power_off(at));
    const bool completed = resume(faulty, set_aside);
    disk.lose_power([] { return false; });
    const auto old_name = disk.bytes_of("/home/ann/rung/drafts/ic3-mle/ann.json");
    const auto new_name = disk.bytes_of("/home/ann/rung/removed/drafts/ic3-mle/ann-1.json");
    INFO("power off at call " << at);
    CHECK(old_name.value_or("") + new_name.value_or("") == to_json(sample_draft("old")));
    CHECK((!completed || new_name));
  }
}

TEST_CASE("a power cut while a draft is fitted to another ladder leaves what it said, in the draft or its backup",
          "[store]") {
  const auto fit = [](DraftSession& session) {
    session.back_up();
    session.save(sample_draft("fitted"));
  };
  MemoryFilesystem whole = make_finish_disk();
  const int calls = count_calls(whole, [&](Filesystem& counted) { REQUIRE(resume(counted, fit)); });
  for (int at = 0; at <= calls; ++at) {
    for (unsigned seed = 0; seed < 24; ++seed) {
      MemoryFilesystem disk = make_finish_disk();
      FaultyFilesystem faulty(disk, power_off(at));
      const bool completed = resume(faulty, fit);
      std::mt19937 random(seed);
      disk.lose_power([&] { return seed == 0 ? false : seed == 1 ? true : random() % 2 == 0; });
      INFO("power off at call " << at << ", seed " << seed);
      const auto now = disk.bytes_of("/home/ann/rung/drafts/ic3-mle/ann.json");
      const auto kept = disk.bytes_of("/home/ann/rung/drafts/ic3-mle/ann.json.bak");
      const bool is_old = now == to_json(sample_draft("old"));
      const bool is_fitted = now == to_json(sample_draft("fitted"));
      CHECK(((is_old && !completed) || (is_fitted && kept == to_json(sample_draft("old")))));
    }
  }
}
