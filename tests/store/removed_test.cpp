#include <rung/store/removed.hpp>

#include <random>
#include <string>
#include <vector>

#include "catch.hpp"
#include "store/faulty_filesystem.hpp"
#include "store/memory_filesystem.hpp"
#include "store/shelf.hpp"

using namespace rung;

namespace {

using Names = std::vector<std::string>;

const std::string ann_file = "assessments/ic3-mle/2026-03-14-ann.json";
const std::string ann_draft = "drafts/ic3-mle/ann.json";

/// A finished assessment with two backups, and a draft.
struct RemovalShelf : Shelf {
  RemovalShelf() {
    put("2026-03-14-ann", 60);
    scratch.write(ann_file + ".bak", "before");
    scratch.write(ann_file + ".bak-2", "before that was amended again");
    put_draft("draft");
  }

  void put_draft(const std::string& note) const { scratch.write(ann_draft, to_json(sample_draft(note))); }
  RemovedAssessment take_away(const std::string& name) { return remove_assessment(filesystem, home, scratch / name); }
  void bring_back(const std::string& reference) {
    restore_assessment(filesystem, home, find_removed(filesystem, home, reference));
  }
  Names references() {
    Names found;
    for (const RemovedAssessment& one : list_removed(filesystem, home)) found.push_back(one.reference);
    return found;
  }
};

/// A home in memory with what RemovalShelf has.
void fill_memory(MemoryFilesystem& memory) {
  for (const auto& [directory, name] :
       {std::pair("assessments/ic3-mle", "2026-03-14-ann.json"),
        std::pair("assessments/ic3-mle", "2026-03-14-ann.json.bak"), std::pair("drafts/ic3-mle", "ann.json")}) {
    const OpenFile opened = make_directory(memory, join_path(memory_home.root, directory));
    DurableWrite(opened, temporary_name(name), Leftover::remove, name, 0600, name).replace(name);
  }
}

std::string path_in_memory(const std::string& name) { return join_path(memory_home.root, name); }

/// Which of two places hold a file of memory that says its own name.
std::string places_of(MemoryFilesystem& memory, const std::string& name, const std::string& removed_name) {
  const std::string stored = memory.bytes_of(path_in_memory(name)).value_or("");
  const std::string removed = memory.bytes_of(path_in_memory(removed_name)).value_or("");
  return fmt::format("{}|{}", stored, removed);
}

}  // namespace

TEST_CASE("an assessment is removed with its backups, and restored with them", "[store]") {
  RemovalShelf shelf;
  const std::string bytes = shelf.scratch.read(ann_file);
  const RemovedAssessment removed = shelf.take_away(ann_file);
  CHECK(removed.reference == "ic3-mle/2026-03-14-ann");
  CHECK(removed.path == shelf.scratch / "removed/" + ann_file);
  CHECK(removed.place == shelf.scratch / ann_file);
  CHECK(shelf.scratch.names("assessments/ic3-mle") == Names{});
  CHECK(shelf.scratch.read("removed/" + ann_file) == bytes);
  CHECK(shelf.scratch.read("removed/" + ann_file + ".bak") == "before");
  CHECK(shelf.scratch.read("removed/" + ann_file + ".bak-2") == "before that was amended again");
  CHECK(shelf.scratch.mode("removed") == 0700);
  CHECK(shelf.references() == Names{"ic3-mle/2026-03-14-ann"});

  shelf.bring_back("2026-03-14-ann");
  CHECK(shelf.scratch.read(ann_file) == bytes);
  CHECK(shelf.scratch.names("assessments/ic3-mle").size() == 3);
  CHECK(shelf.scratch.names("removed/assessments/ic3-mle") == Names{});
  CHECK(shelf.references() == Names{});
}

TEST_CASE("a draft that is removed gets a number, so that the next one can be removed too", "[store]") {
  RemovalShelf shelf;
  CHECK(shelf.take_away(ann_draft).reference == "drafts/ic3-mle/ann-1");
  shelf.put_draft("second");
  const RemovedAssessment second = set_aside_draft(shelf.filesystem, shelf.home, shelf.scratch / ann_draft);
  CHECK(second.reference == "drafts/ic3-mle/ann-2");
  CHECK(second.place == shelf.scratch / ann_draft);
  CHECK(second.place_reference == "drafts/ic3-mle/ann");
  CHECK(shelf.references() == Names{"drafts/ic3-mle/ann-1", "drafts/ic3-mle/ann-2"});

  shelf.bring_back("ann-1");
  CHECK(shelf.scratch.read(ann_draft) == to_json(sample_draft("draft")));
  const Error taken = error_of([&] { shelf.bring_back("drafts/ic3-mle/ann-2"); });
  CHECK(taken.code() == ExitCode::bad_input);
  CHECK(taken.what() == fmt::format("{} is not restored: {} exists", second.path, second.place));
  CHECK(taken.hint() == "remove that one first: `rung remove drafts/ic3-mle/ann`");
  CHECK(shelf.scratch.read("removed/drafts/ic3-mle/ann-2.json") == to_json(sample_draft("second")));
}

TEST_CASE("a draft where version 1 kept it is removed and restored there", "[store]") {
  RemovalShelf shelf;
  shelf.scratch.write("drafts/ic3-mle-ann.json", "{ not even readable");
  CHECK(shelf.take_away("drafts/ic3-mle-ann.json").reference == "drafts/ic3-mle-ann-1");
  CHECK(shelf.scratch.read("removed/drafts/ic3-mle-ann-1.json") == "{ not even readable");
  shelf.bring_back("drafts/ic3-mle-ann-1");
  CHECK(shelf.scratch.read("drafts/ic3-mle-ann.json") == "{ not even readable");
}

TEST_CASE("a draft in use is neither removed nor covered by a restored one", "[store]") {
  RemovalShelf shelf;
  const std::string in_use = "the draft " + (shelf.scratch / ann_draft) + " is in use by another session";
  const auto lock_it = [&] {
    const OpenFile directory = make_directory(shelf.filesystem, shelf.scratch / "drafts/ic3-mle");
    OpenFile lock(shelf.filesystem, open_at(shelf.filesystem, directory.descriptor(), "ann.lock", O_CREAT | O_RDWR),
                  "ann.lock");
    REQUIRE(shelf.filesystem.lock(lock.descriptor()) == 0);
    return lock;
  };
  {
    const OpenFile lock = lock_it();
    CHECK(error_of([&] { shelf.take_away(ann_draft); }).what() == in_use);
    CHECK(shelf.scratch.read(ann_draft) == to_json(sample_draft("draft")));
  }
  shelf.take_away(ann_draft);
  const OpenFile lock = lock_it();
  CHECK(error_of([&] { shelf.bring_back("ann-1"); }).what() == in_use);
  CHECK(shelf.references() == Names{"drafts/ic3-mle/ann-1"});
}

TEST_CASE("an assessment is not put in place of another removed one of its id", "[store]") {
  RemovalShelf shelf;
  shelf.take_away(ann_file);
  shelf.put("2026-03-14-ann", 70);
  const Error refusal = error_of([&] { shelf.take_away(ann_file); });
  CHECK(refusal.code() == ExitCode::bad_input);
  CHECK(refusal.what() == std::string("another assessment `ic3-mle/2026-03-14-ann` was removed before"));
  CHECK(refusal.hint() ==
        fmt::format("it is in {}; move that file elsewhere first", shelf.scratch / "removed/" + ann_file));
  CHECK(shelf.scratch.read(ann_file) != shelf.scratch.read("removed/" + ann_file));
}

TEST_CASE("only what is stored is removed", "[store]") {
  RemovalShelf shelf;
  shelf.scratch.write("elsewhere/2026-03-14-ann.json", "mine");
  shelf.scratch.write("ladders/own.json", "mine");
  for (const char* name :
       {"elsewhere/2026-03-14-ann.json", "ladders/own.json", "assessments/stray.json",
        "assessments/ic3-mle/2026-03-14-ann.json.bak", "assessments/../elsewhere/2026-03-14-ann.json"}) {
    INFO(name);
    CHECK(error_of([&] { shelf.take_away(name); }).what() ==
          fmt::format("{} is not among the assessments that Rung keeps", shelf.scratch / name));
  }
  for (const char* name :
       {"assessments/ic3-mle/none.json", "assessments/none/x.json", "drafts/none.json", "drafts/none/x.json"}) {
    INFO(name);
    const Error missing = error_of([&] { shelf.take_away(name); });
    CHECK(missing.code() == ExitCode::bad_input);
    CHECK_THAT(missing.what(), ContainsSubstring("there is no file"));
  }
  CHECK(shelf.references() == Names{});
}

TEST_CASE("a path that reaches the home another way is understood", "[store]") {
  RemovalShelf shelf;
  CHECK(shelf.take_away("assessments/../assessments/ic3-mle/2026-03-14-ann.json").reference ==
        "ic3-mle/2026-03-14-ann");
  CHECK(find_removed(shelf.filesystem, shelf.home, shelf.scratch / "removed/../removed/" + ann_file).reference ==
        "ic3-mle/2026-03-14-ann");
}

TEST_CASE("what was removed is found by its path, its reference or its name", "[store]") {
  RemovalShelf shelf;
  shelf.put("2026-03-14-ann", 60, "Ann", "ic4-mle");
  shelf.put("2026-03-15-ann", 70);
  for (const char* name : {"assessments/ic3-mle/2026-03-14-ann.json", "assessments/ic4-mle/2026-03-14-ann.json",
                           "assessments/ic3-mle/2026-03-15-ann.json", "drafts/ic3-mle/ann.json"})
    shelf.take_away(name);
  const auto find = [&](const std::string& reference) {
    return find_removed(shelf.filesystem, shelf.home, reference).reference;
  };
  CHECK(find(shelf.scratch / "removed/" + ann_file) == "ic3-mle/2026-03-14-ann");
  CHECK(find("ic4-mle/2026-03-14-ann") == "ic4-mle/2026-03-14-ann");
  CHECK(find("2026-03-15-ann") == "ic3-mle/2026-03-15-ann");
  CHECK(error_of([&] { find("2026-03-15"); }).what() == std::string("no assessment `2026-03-15` was removed"));
  CHECK(error_of([&] { find("2026-03-14-ann"); }).hint() ==
        "write one of `ic3-mle/2026-03-14-ann`, `ic4-mle/2026-03-14-ann`");
  CHECK(error_of([&] { find("ic3-mle/2026-03-15-amn"); }).hint() == "did you mean `ic3-mle/2026-03-15-ann`?");
  CHECK(error_of([&] { find("nothing"); }).what() == std::string("no assessment `nothing` was removed"));
  CHECK(error_of([&] { find("nothing"); }).hint() == "`rung restore` lists what can be restored");
}

TEST_CASE("an id is taken by a finished assessment and by a removed one", "[store]") {
  RemovalShelf shelf;
  CHECK(is_id_taken(shelf.filesystem, shelf.home, "ic3-mle", "2026-03-14-ann"));
  CHECK_FALSE(is_id_taken(shelf.filesystem, shelf.home, "ic3-mle", "2026-03-14-ann-2"));
  CHECK_FALSE(is_id_taken(shelf.filesystem, shelf.home, "ic4-mle", "2026-03-14-ann"));
  shelf.take_away(ann_file);
  CHECK(is_id_taken(shelf.filesystem, shelf.home, "ic3-mle", "2026-03-14-ann"));
}

TEST_CASE("whatever fails while it is moved, the file and its backup are in one of the two places", "[store]") {
  const std::string removed_file = "removed/" + ann_file;
  MemoryFilesystem prepared;
  fill_memory(prepared);
  const auto take_away = [](Filesystem& files) { remove_assessment(files, memory_home, path_in_memory(ann_file)); };
  MemoryFilesystem counted = prepared;
  const int calls = count_calls(counted, take_away);
  REQUIRE(calls > 20);
  for (int at = 0; at < calls; ++at) {
    INFO("call " << at);
    MemoryFilesystem memory = prepared;
    FaultyFilesystem faulty(memory, fail_once(at, EIO));
    const Error error = error_of([&] { take_away(faulty); });
    const std::string where = places_of(memory, ann_file, removed_file);
    const std::string backup = places_of(memory, ann_file + ".bak", removed_file + ".bak");
    REQUIRE((where == "2026-03-14-ann.json|" || where == "|2026-03-14-ann.json"));
    REQUIRE((backup == "2026-03-14-ann.json.bak|" || backup == "|2026-03-14-ann.json.bak"));
    // Closing may fail unnoticed: nothing was written through that descriptor.
    if (error.code() == ExitCode::success) {
      REQUIRE(where == "|2026-03-14-ann.json");
      continue;
    }
    if (where == "2026-03-14-ann.json|") take_away(memory);
    REQUIRE(places_of(memory, ann_file, removed_file) == "|2026-03-14-ann.json");
    REQUIRE(places_of(memory, ann_file + ".bak", removed_file + ".bak") == "|2026-03-14-ann.json.bak");
  }
}

TEST_CASE("a rename that fails is told, and nothing is moved", "[store]") {
  RemovalShelf shelf;
  FaultyFilesystem faulty(shelf.filesystem, fail_call("rename_new", "removed/" + ann_file, EXDEV));
  const Error error = error_of([&] { remove_assessment(faulty, shelf.home, shelf.scratch / ann_file); });
  CHECK(error.code() == ExitCode::input_output);
  CHECK(error.what() == fmt::format("cannot move {}: Invalid cross-device link", shelf.scratch / ann_file));
  CHECK(shelf.references() == Names{});
  shelf.take_away(ann_file);
  CHECK(shelf.scratch.names("removed/assessments/ic3-mle").size() == 3);
}

TEST_CASE("once a move has returned, no power cut undoes it, and none before loses the file", "[store]") {
  MemoryFilesystem prepared;
  fill_memory(prepared);
  const std::string removed_draft = "removed/drafts/ic3-mle/ann-1.json";
  const auto take_away = [](Filesystem& files) { remove_assessment(files, memory_home, path_in_memory(ann_draft)); };
  const auto bring_back = [](Filesystem& files) {
    restore_assessment(files, memory_home, find_removed(files, memory_home, "ann-1"));
  };
  const auto cut_each = [&](const MemoryFilesystem& before, const auto& action, const std::string& afterwards) {
    MemoryFilesystem counted = before;
    const int calls = count_calls(counted, action);
    for (int at = 0; at <= calls; ++at) {
      for (const bool reached : {false, true}) {
        INFO("call " << at << ", what was not synced has " << (reached ? "reached" : "not reached") << " the disk");
        MemoryFilesystem memory = before;
        FaultyFilesystem faulty(memory, power_off(at));
        const Error error = error_of([&] { action(faulty); });
        memory.lose_power([reached] { return reached; });
        const std::string where = places_of(memory, ann_draft, removed_draft);
        REQUIRE((where == "ann.json|" || where == "|ann.json"));
        if (error.code() == ExitCode::success) REQUIRE(where == afterwards);
      }
    }
  };
  cut_each(
      prepared, [&](Filesystem& files) { take_away(files); }, "|ann.json");
  MemoryFilesystem removed = prepared;
  take_away(removed);
  cut_each(
      removed, [&](Filesystem& files) { bring_back(files); }, "ann.json|");
}

TEST_CASE("a power cut while an assessment moves leaves it and its backup, each in one of the two places", "[store]") {
  MemoryFilesystem prepared;
  fill_memory(prepared);
  const std::string there = fmt::format("removed/{}", ann_file);
  const auto take_away = [](Filesystem& files) { remove_assessment(files, memory_home, path_in_memory(ann_file)); };
  const auto bring_back = [](Filesystem& files) {
    restore_assessment(files, memory_home, find_removed(files, memory_home, "ic3-mle/2026-03-14-ann"));
  };
  const auto cut_each = [&](const MemoryFilesystem& before, const auto& action, bool is_removal) {
    MemoryFilesystem counted = before;
    const int calls = count_calls(counted, action);
    REQUIRE(calls > 20);
    for (int at = 0; at <= calls; ++at) {
      for (unsigned seed = 0; seed < 12; ++seed) {
        INFO("call " << at << ", seed " << seed);
        MemoryFilesystem memory = before;
        FaultyFilesystem faulty(memory, power_off(at));
        const Error error = error_of([&] { action(faulty); });
        std::mt19937 random(seed);
        memory.lose_power([&] { return seed == 0 ? false : seed == 1 ? true : random() % 2 == 0; });
        for (const std::string ending : {"", ".bak"}) {
          const std::string name = fmt::format("2026-03-14-ann.json{}", ending);
          const std::string where = places_of(memory, ann_file + ending, there + ending);
          REQUIRE((where == fmt::format("{}|", name) || where == fmt::format("|{}", name)));
          if (error.code() == ExitCode::success) REQUIRE(where.starts_with('|') == is_removal);
        }
      }
    }
  };
  cut_each(prepared, take_away, true);
  take_away(prepared);
  cut_each(prepared, bring_back, false);
}
