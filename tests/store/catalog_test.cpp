#include "catch.hpp"

#include <algorithm>

#include <rung/ladder/builtin.hpp>
#include <rung/store/catalog.hpp>

#include "store/faulty_filesystem.hpp"
#include "store/scratch.hpp"

using namespace rung;

namespace {

std::string ladder_yaml(const std::string& id) {
  return "format: rung-ladder/1\nid: " + id +
         "\ntitle: Mine\npillars:\n"
         "  - id: results\n    title: Results\n    responsibilities:\n"
         "      - id: impact\n        title: Impact\n        behaviors:\n"
         "          - id: on-time\n            text: I ship on time.\n";
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
