#include <rung/store/catalog.hpp>

#include <algorithm>
#include <cerrno>
#include <random>

#include <fmt/format.h>

#include <rung/ladder/builtin.hpp>

#include "catch.hpp"
#include "store/faulty_filesystem.hpp"
#include "store/memory_filesystem.hpp"
#include "store/scratch.hpp"

using namespace rung;

namespace {

std::string ladder_yaml(const std::string& id, const std::string& title = "Mine") {
  return fmt::format(
      "format: rung-ladder/1\nid: {}\ntitle: {}\npillars:\n"
      "  - id: results\n    title: Results\n    responsibilities:\n"
      "      - id: impact\n        title: Impact\n        behaviors:\n"
      "          - id: on-time\n            text: I ship on time.\n",
      id, title);
}

struct Library {
  Scratch scratch;
  PosixFilesystem filesystem;
  Home home{scratch.path()};

  LadderText find(std::optional<std::string_view> name) { return find_ladder(filesystem, home, name); }
  Error refusal(std::string_view name) {
    Error error = error_of([&] { find(name); });
    CHECK(error.code() == ExitCode::bad_input);
    return error;
  }
};

struct FileLibrary {
  Scratch scratch;
  PosixFilesystem filesystem;
  Home home{scratch / "home"};

  AddedLadder add(const std::string& id, const std::string& yaml, Existing existing = Existing::refuse) {
    return add_ladder(filesystem, home, id, yaml, existing);
  }
};

}  // namespace

TEST_CASE("without a name the built-in default ladder is meant", "[store]") {
  Library library;
  const LadderText ladder = library.find(std::nullopt);
  CHECK(ladder.id == "ic3-mle");
  CHECK(ladder.source == "built-in ic3-mle");
  CHECK(ladder.origin == LadderOrigin::builtin);
  CHECK(ladder == library.find("ic3-mle"));
  const auto builtin = builtin_ladders();
  CHECK(std::any_of(builtin.begin(), builtin.end(), [&](const auto& one) { return one.yaml == ladder.yaml; }));
}

TEST_CASE("a ladder of the user's takes the place of the built-in one", "[store]") {
  Library library;
  library.scratch.write("ladders/mine.yaml", ladder_yaml("ic3-mle"));
  const LadderText ladder = library.find(std::nullopt);
  CHECK(ladder.origin == LadderOrigin::own);
  CHECK(ladder.source == library.scratch / "ladders/mine.yaml");
  CHECK(ladder.yaml == ladder_yaml("ic3-mle"));
  const Catalog catalog = list_ladders(library.filesystem, library.home);
  CHECK(std::count_if(catalog.ladders.begin(), catalog.ladders.end(),
                      [](const LadderText& one) { return one.id == "ic3-mle"; }) == 1);
}

TEST_CASE("a ladder of the user's is found by the id it states", "[store]") {
  Library library;
  library.scratch.write("ladders/file.yml", ladder_yaml("stated"));
  CHECK(library.find("stated").source == library.scratch / "ladders/file.yml");
  CHECK(library.refusal("file").what() == std::string("there is no ladder `file`"));
}

TEST_CASE("a ladder with a mistake in it is found by its file name, not hidden by another", "[store]") {
  Library library;
  library.scratch.write("ladders/ic3-mle.yaml", "id: [\n");
  const LadderText ladder = library.find("ic3-mle");
  CHECK(ladder.origin == LadderOrigin::own);
  CHECK(ladder.yaml == "id: [\n");
}

TEST_CASE("a ladder that may not be read is not replaced by the built-in one", "[store]") {
  Library library;
  library.scratch.write("ladders/ic3-mle.yaml", ladder_yaml("ic3-mle"));
  library.scratch.write("ladders/other.yaml", ladder_yaml("other"));
  FaultyFilesystem faulty(library.filesystem, fail_call("open", "ic3-mle.yaml", EACCES));
  const Error error = error_of([&] { (void)find_ladder(faulty, library.home, std::nullopt); });
  CHECK(error.what() == "cannot read " + library.scratch / "ladders/ic3-mle.yaml" + ": Permission denied");
  CHECK(error.code() == ExitCode::input_output);
  CHECK(find_ladder(faulty, library.home, "other").id == "other");
  CHECK(list_ladders(faulty, library.home).unreadable.size() == 1);
}

TEST_CASE("two ladders of the user's with one id are not guessed between", "[store]") {
  Library library;
  library.scratch.write("ladders/a.yaml", ladder_yaml("same"));
  library.scratch.write("ladders/b.yaml", ladder_yaml("same"));
  CHECK(library.refusal("same").what() == "both " + library.scratch / "ladders/a.yaml" + " and " +
                                              library.scratch / "ladders/b.yaml" + " state the id `same`");
}

TEST_CASE("a path names a ladder file", "[store]") {
  Library library;
  library.scratch.write("team.yaml", ladder_yaml("team"));
  library.scratch.write("plain", ladder_yaml("plain"));
  CHECK(library.find(library.scratch / "team.yaml").id == "team");
  CHECK(library.find(library.scratch / "plain").origin == LadderOrigin::path);
  CHECK(library.refusal("./absent").what() == std::string("there is no file ./absent"));
  CHECK(library.refusal("absent.yaml").hint() == "`rung ladder list` shows the ladders there are");
  library.scratch.write("huge.yaml", std::string(most_ladder_bytes + 1, '#'));
  CHECK(library.refusal(library.scratch / "huge.yaml").what() ==
        library.scratch / "huge.yaml" + " is larger than 1024 KiB");
}

TEST_CASE("an unknown ladder gets a suggestion", "[store]") {
  Library library;
  CHECK(library.refusal("ic3-mel").what() == std::string("there is no ladder `ic3-mel`"));
  CHECK(library.refusal("ic3-mel").hint() == "did you mean `ic3-mle`?");
  CHECK(library.refusal("something").hint() ==
        "`rung ladder list` shows the ladders there are; a path ends in `.yaml` or contains `/`");
}

TEST_CASE("an added ladder is found by its id, and is the user's alone", "[store]") {
  FileLibrary library;
  const AddedLadder added = library.add("baker", ladder_yaml("baker"));
  CHECK(added.path == library.scratch / "home/ladders/baker.yaml");
  CHECK(added.backups.empty());
  CHECK_FALSE(added.shadows_builtin);
  CHECK(find_ladder(library.filesystem, library.home, "baker").yaml == ladder_yaml("baker"));
  CHECK(library.scratch.mode("home/ladders/baker.yaml") == 0600);
  CHECK(library.scratch.mode("home/ladders") == 0700);
  CHECK(library.scratch.names("home/ladders") == std::vector<std::string>{"baker.yaml"});
}

TEST_CASE("adding tells that a built-in ladder is hidden from now on", "[store]") {
  FileLibrary library;
  CHECK(library.add("ic3-mle", ladder_yaml("ic3-mle")).shadows_builtin);
}

TEST_CASE("an id that an own file states already is refused, whatever the file's name", "[store]") {
  FileLibrary library;
  library.scratch.write("home/ladders/mine.yaml", ladder_yaml("baker"));
  const Error error = error_of([&] { library.add("baker", ladder_yaml("baker", "New")); });
  CHECK(error.code() == ExitCode::bad_input);
  CHECK_THAT(error.what(), ContainsSubstring("home/ladders/mine.yaml"));
  CHECK_THAT(error.hint(), ContainsSubstring("--force"));
  CHECK(library.scratch.names("home/ladders") == std::vector<std::string>{"mine.yaml"});
}

TEST_CASE("a file of the name that cannot be read as a ladder is not overwritten", "[store]") {
  FileLibrary library;
  library.scratch.write("home/ladders/baker.yaml", "id: other\nnothing: else\n");
  CHECK(error_of([&] { library.add("baker", ladder_yaml("baker")); }).code() == ExitCode::bad_input);
  CHECK(library.scratch.read("home/ladders/baker.yaml") == "id: other\nnothing: else\n");
}

TEST_CASE("replacing keeps each old file under another name, and leaves one file for the id", "[store]") {
  FileLibrary library;
  library.scratch.write("home/ladders/baker.yaml", ladder_yaml("baker", "One"));
  library.scratch.write("home/ladders/mine.yml", ladder_yaml("baker", "Two"));
  library.scratch.write("home/ladders/baker.yaml.bak", "older");
  const AddedLadder added = library.add("baker", ladder_yaml("baker", "Three"), Existing::replace);
  CHECK(added.backups.size() == 2);
  CHECK(library.scratch.read("home/ladders/baker.yaml") == ladder_yaml("baker", "Three"));
  CHECK(library.scratch.read("home/ladders/baker.yaml.bak") == "older");
  CHECK(library.scratch.read("home/ladders/baker.yaml.bak-2") == ladder_yaml("baker", "One"));
  CHECK(library.scratch.read("home/ladders/mine.yml.bak") == ladder_yaml("baker", "Two"));
  CHECK(find_ladder(library.filesystem, library.home, "baker").yaml == ladder_yaml("baker", "Three"));
}

TEST_CASE("replacing a ladder behind a symbolic link replaces its target", "[store]") {
  FileLibrary library;
  library.scratch.write("repository/team.yaml", ladder_yaml("baker", "One"));
  library.scratch.write("home/ladders/other.yaml", ladder_yaml("other"));
  std::filesystem::create_symlink("../../repository/team.yaml", library.scratch / "home/ladders/baker.yaml");
  const AddedLadder added = library.add("baker", ladder_yaml("baker", "Two"), Existing::replace);
  CHECK(added.path == library.scratch / "home/ladders/baker.yaml");
  CHECK(std::filesystem::is_symlink(library.scratch / "home/ladders/baker.yaml"));
  CHECK(library.scratch.read("repository/team.yaml") == ladder_yaml("baker", "Two"));
  CHECK(library.scratch.names("repository") == std::vector<std::string>{"team.yaml"});
  CHECK(library.scratch.read("home/ladders/baker.yaml.bak") == ladder_yaml("baker", "One"));
}

TEST_CASE("a ladder is not added in place of a symbolic link to nothing", "[store]") {
  FileLibrary library;
  library.scratch.write("home/ladders/other.yaml", ladder_yaml("other"));
  std::filesystem::create_symlink("/nowhere/team.yaml", library.scratch / "home/ladders/baker.yaml");
  const Existing existing = GENERATE(Existing::refuse, Existing::replace);
  const Error error = error_of([&] { library.add("baker", ladder_yaml("baker"), existing); });
  CHECK(error.code() == ExitCode::input_output);
  CHECK_THAT(error.what(), ContainsSubstring("symbolic link to something that is not there"));
  CHECK(std::filesystem::is_symlink(library.scratch / "home/ladders/baker.yaml"));
}

TEST_CASE("whatever call fails while a ladder is replaced, the old one or a copy of it is there", "[store]") {
  // The first run fails at no call and counts them.
  int calls = 0;
  for (int failing = -1; failing < calls; ++failing) {
    FileLibrary library;
    library.scratch.write("home/ladders/baker.yaml", ladder_yaml("baker", "One"));
    FaultyFilesystem faulty(library.filesystem);
    faulty.set_fault(
        [failing](int number, const std::string&, const std::string&) { return number == failing ? EIO : 0; });
    INFO("call " << failing);
    bool has_failed = false;
    try {
      add_ladder(faulty, library.home, "baker", ladder_yaml("baker", "Two"), Existing::replace);
    } catch (const Error& error) {
      has_failed = true;
      CHECK(error.code() == ExitCode::input_output);
    }
    if (failing < 0) calls = faulty.calls();
    const std::string now = library.scratch.read("home/ladders/baker.yaml");
    const std::string backup = library.scratch.read("home/ladders/baker.yaml.bak");
    CHECK((now == ladder_yaml("baker", "One") || backup == ladder_yaml("baker", "One")));
    CHECK((has_failed || now == ladder_yaml("baker", "Two")));
    CHECK((failing >= 0 || !has_failed));
  }
  CHECK(calls > 10);
}

TEST_CASE("an own ladder is removed, and the built-in one behind it is there again", "[store]") {
  FileLibrary library;
  library.add("ic3-mle", ladder_yaml("ic3-mle"));
  CHECK(remove_ladder(library.filesystem, library.home, "ic3-mle") == library.scratch / "home/ladders/ic3-mle.yaml");
  CHECK(find_ladder(library.filesystem, library.home, "ic3-mle").origin == LadderOrigin::builtin);
  const Error error = error_of([&] { remove_ladder(library.filesystem, library.home, "ic3-mle"); });
  CHECK(error.code() == ExitCode::bad_input);
  CHECK_THAT(error.what(), ContainsSubstring("built in"));
}

TEST_CASE("an unknown ladder and one of two with the same id are not removed", "[store]") {
  FileLibrary library;
  CHECK(error_of([&] { remove_ladder(library.filesystem, library.home, "bakr"); }).code() == ExitCode::bad_input);
  library.scratch.write("home/ladders/baker.yaml", ladder_yaml("baker"));
  CHECK_THAT(error_of([&] { remove_ladder(library.filesystem, library.home, "bakr"); }).hint(),
             ContainsSubstring("did you mean `baker`?"));
  library.scratch.write("home/ladders/mine.yaml", ladder_yaml("baker"));
  CHECK_THAT(error_of([&] { remove_ladder(library.filesystem, library.home, "baker"); }).what(),
             ContainsSubstring("baker.yaml and"));
  CHECK(library.scratch.names("home/ladders").size() == 2);
}

TEST_CASE("a power cut while a ladder takes the place of another leaves one of the two, whole", "[store]") {
  const Home home{"/home"};
  const std::string before = ladder_yaml("baker", "Before");
  const std::string after = ladder_yaml("baker", "After");
  bool has_returned = false;
  for (int at = 0; !has_returned; ++at) {
    for (unsigned seed = 0; seed < 32; ++seed) {
      MemoryFilesystem disk;
      add_ladder(disk, home, "baker", before, Existing::refuse);
      FaultyFilesystem faulty(disk, power_off(at));
      has_returned = true;
      try {
        add_ladder(faulty, home, "baker", after, Existing::replace);
      } catch (const Error&) {
        has_returned = false;
      }
      std::mt19937 random(seed);
      disk.lose_power([&] { return seed == 0 ? false : seed == 1 ? true : random() % 2 == 0; });
      INFO("power off at call " << at << ", seed " << seed);
      const auto bytes = disk.bytes_of("/home/ladders/baker.yaml");
      const auto kept = disk.bytes_of("/home/ladders/baker.yaml.bak");
      CHECK((bytes == after || (!has_returned && bytes == before) || (!has_returned && !bytes && kept == before)));
      if (bytes == after) CHECK(kept == before);
    }
  }
}
