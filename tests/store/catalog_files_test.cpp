#include "catch.hpp"

#include <cerrno>
#include <random>

#include <rung/store/catalog.hpp>

#include "store/faulty_filesystem.hpp"
#include "store/memory_filesystem.hpp"
#include "store/scratch.hpp"

using namespace rung;

namespace {

std::string ladder_file_yaml(const std::string& id, const std::string& title = "Mine") {
  return "format: rung-ladder/1\nid: " + id + "\ntitle: " + title +
         "\npillars:\n"
         "  - id: results\n    title: Results\n    responsibilities:\n"
         "      - id: impact\n        title: Impact\n        behaviors:\n"
         "          - id: on-time\n            text: I ship on time.\n";
}

struct FileLibrary {
  Scratch scratch;
  PosixFilesystem filesystem;
  Home home{scratch / "home"};

  AddedLadder add(const std::string& id, const std::string& yaml, Existing existing = Existing::refuse) {
    return add_ladder(filesystem, home, id, yaml, existing);
  }
};

}  // namespace

TEST_CASE("an added ladder is found by its id, and is the user's alone", "[store]") {
  FileLibrary library;
  const AddedLadder added = library.add("baker", ladder_file_yaml("baker"));
  CHECK(added.path == library.scratch / "home/ladders/baker.yaml");
  CHECK(added.backups.empty());
  CHECK_FALSE(added.shadows_builtin);
  CHECK(find_ladder(library.filesystem, library.home, "baker").yaml == ladder_file_yaml("baker"));
  CHECK(library.scratch.mode("home/ladders/baker.yaml") == 0600);
  CHECK(library.scratch.mode("home/ladders") == 0700);
  CHECK(library.scratch.names("home/ladders") == std::vector<std::string>{"baker.yaml"});
}

TEST_CASE("adding tells that a built-in ladder is hidden from now on", "[store]") {
  FileLibrary library;
  CHECK(library.add("ic3-mle", ladder_file_yaml("ic3-mle")).shadows_builtin);
}

TEST_CASE("an id that an own file states already is refused, whatever the file's name", "[store]") {
  FileLibrary library;
  library.scratch.write("home/ladders/mine.yaml", ladder_file_yaml("baker"));
  const Error error = error_of([&] { library.add("baker", ladder_file_yaml("baker", "New")); });
  CHECK(error.code() == ExitCode::bad_input);
  CHECK_THAT(error.what(), ContainsSubstring("home/ladders/mine.yaml"));
  CHECK_THAT(error.hint(), ContainsSubstring("--force"));
  CHECK(library.scratch.names("home/ladders") == std::vector<std::string>{"mine.yaml"});
}

TEST_CASE("a file of the name that cannot be read as a ladder is not overwritten", "[store]") {
  FileLibrary library;
  library.scratch.write("home/ladders/baker.yaml", "id: other\nnothing: else\n");
  CHECK(error_of([&] { library.add("baker", ladder_file_yaml("baker")); }).code() == ExitCode::bad_input);
  CHECK(library.scratch.read("home/ladders/baker.yaml") == "id: other\nnothing: else\n");
}

TEST_CASE("replacing keeps each old file under another name, and leaves one file for the id", "[store]") {
  FileLibrary library;
  library.scratch.write("home/ladders/baker.yaml", ladder_file_yaml("baker", "One"));
  library.scratch.write("home/ladders/mine.yml", ladder_file_yaml("baker", "Two"));
  library.scratch.write("home/ladders/baker.yaml.bak", "older");
  const AddedLadder added = library.add("baker", ladder_file_yaml("baker", "Three"), Existing::replace);
  CHECK(added.backups.size() == 2);
  CHECK(library.scratch.read("home/ladders/baker.yaml") == ladder_file_yaml("baker", "Three"));
  CHECK(library.scratch.read("home/ladders/baker.yaml.bak") == "older");
  CHECK(library.scratch.read("home/ladders/baker.yaml.bak-2") == ladder_file_yaml("baker", "One"));
  CHECK(library.scratch.read("home/ladders/mine.yml.bak") == ladder_file_yaml("baker", "Two"));
  CHECK(find_ladder(library.filesystem, library.home, "baker").yaml == ladder_file_yaml("baker", "Three"));
}

TEST_CASE("whatever call fails while a ladder is replaced, the old one or a copy of it is there", "[store]") {
  // The first run fails at no call and counts them.
  int calls = 0;
  for (int failing = -1; failing < calls; ++failing) {
    FileLibrary library;
    library.scratch.write("home/ladders/baker.yaml", ladder_file_yaml("baker", "One"));
    FaultyFilesystem faulty(library.filesystem);
    faulty.set_fault(
        [failing](int number, const std::string&, const std::string&) { return number == failing ? EIO : 0; });
    INFO("call " << failing);
    bool has_failed = false;
    try {
      add_ladder(faulty, library.home, "baker", ladder_file_yaml("baker", "Two"), Existing::replace);
    } catch (const Error& error) {
      has_failed = true;
      CHECK(error.code() == ExitCode::input_output);
    }
    if (failing < 0) calls = faulty.calls();
    const std::string now = library.scratch.read("home/ladders/baker.yaml");
    const std::string backup = library.scratch.read("home/ladders/baker.yaml.bak");
    CHECK((now == ladder_file_yaml("baker", "One") || backup == ladder_file_yaml("baker", "One")));
    CHECK((has_failed || now == ladder_file_yaml("baker", "Two")));
    CHECK((failing >= 0 || !has_failed));
  }
  CHECK(calls > 10);
}

TEST_CASE("an own ladder is removed, and the built-in one behind it is there again", "[store]") {
  FileLibrary library;
  library.add("ic3-mle", ladder_file_yaml("ic3-mle"));
  CHECK(remove_ladder(library.filesystem, library.home, "ic3-mle") == library.scratch / "home/ladders/ic3-mle.yaml");
  CHECK(find_ladder(library.filesystem, library.home, "ic3-mle").origin == LadderOrigin::builtin);
  const Error error = error_of([&] { remove_ladder(library.filesystem, library.home, "ic3-mle"); });
  CHECK(error.code() == ExitCode::bad_input);
  CHECK_THAT(error.what(), ContainsSubstring("built in"));
}

TEST_CASE("an unknown ladder and one of two with the same id are not removed", "[store]") {
  FileLibrary library;
  CHECK(error_of([&] { remove_ladder(library.filesystem, library.home, "bakr"); }).code() == ExitCode::bad_input);
  library.scratch.write("home/ladders/baker.yaml", ladder_file_yaml("baker"));
  CHECK_THAT(error_of([&] { remove_ladder(library.filesystem, library.home, "bakr"); }).hint(),
             ContainsSubstring("did you mean `baker`?"));
  library.scratch.write("home/ladders/mine.yaml", ladder_file_yaml("baker"));
  CHECK_THAT(error_of([&] { remove_ladder(library.filesystem, library.home, "baker"); }).what(),
             ContainsSubstring("baker.yaml and"));
  CHECK(library.scratch.names("home/ladders").size() == 2);
}

TEST_CASE("a file to be written is refused where one stands, unless it is to be replaced", "[store]") {
  FileLibrary library;
  const std::string path = library.scratch / "new.yaml";
  export_file(library.filesystem, path, "one", 022, Existing::refuse);
  CHECK(library.scratch.read("new.yaml") == "one");
  CHECK(library.scratch.mode("new.yaml") == 0644);
  const Error error = error_of([&] { export_file(library.filesystem, path, "two", 022, Existing::refuse); });
  CHECK(error.code() == ExitCode::usage);
  CHECK_THAT(error.hint(), ContainsSubstring("--force"));
  CHECK(library.scratch.read("new.yaml") == "one");
  export_file(library.filesystem, path, "two", 022, Existing::replace);
  CHECK(library.scratch.read("new.yaml") == "two");
  export_file(library.filesystem, "/dev/null", "three", 022, Existing::refuse);
}

TEST_CASE("a power cut while a ladder takes the place of another leaves one of the two, whole", "[store]") {
  const Home home{"/home"};
  const std::string before = ladder_file_yaml("baker", "Before");
  const std::string after = ladder_file_yaml("baker", "After");
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
