#include <filesystem>
#include <string>
#include <vector>

#include <sys/stat.h>

#include "campaign/measured_run.hpp"
#include "campaign/scenario.hpp"
#include "catch.hpp"
#include "store/scratch.hpp"

namespace fs = std::filesystem;
using rung::Scratch;

namespace {

using Words = std::vector<std::string>;

/// What runs rung with the loosest umask there is.
Words under_loose_umask(Words arguments) {
  Words words{"/bin/sh", "-c", "umask 000; exec \"$@\"", "sh", RUNG_PROGRAM};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return words;
}

int run_in(const std::string& home, Words words) {
  return run_measured(std::move(words), {{"RUNG_HOME", home}, {"USER", "kim"}, {"LANG", "C.UTF-8"}}).exit_code;
}

const Words rate_one{"assess", "ic3-mle", "--set", "scope.scope.own-projects=3"};
const Words finish_one{"assess", "ic3-mle", "--partial", "--set", "scope.scope.own-projects=3"};

/// The permission bits that others than the owner have on anything below `directory`.
unsigned open_to_others(const std::string& directory) {
  unsigned bits = 0;
  for (const auto& entry : fs::recursive_directory_iterator(directory))
    bits |= static_cast<unsigned>(entry.symlink_status().permissions()) & 077U;
  return bits;
}

}  // namespace

TEST_CASE("what is stored is the owner's alone, however loose the umask", "[hostile]") {
  const Scratch place;
  const std::string home = place / "home";
  CHECK(run_in(home, under_loose_umask(rate_one)) == 5);
  CHECK(run_in(home, under_loose_umask(finish_one)) == 0);
  CHECK(run_in(home, under_loose_umask({"ladder", "add", RUNG_SOURCE_ROOT "/tests/data/ladder/good/comments.yaml"})) ==
        0);
  CHECK(open_to_others(home) == 0);
  CHECK(place.mode("home") == 0700);
}

TEST_CASE("in a directory that everybody may write to, files are the owner's and doctor warns", "[hostile]") {
  const Scratch place;
  const std::string home = place / "home";
  for (const char* directory : {"home", "home/drafts", "home/assessments"}) {
    fs::create_directory(place / directory);
    REQUIRE(chmod((place / directory).c_str(), 0777) == 0);
  }
  CHECK(run_in(home, under_loose_umask(finish_one)) == 0);
  CHECK(open_to_others(place / "home/assessments/ic3-mle") == 0);
  CHECK(run_in(home, {RUNG_PROGRAM, "doctor"}) == 1);
}

TEST_CASE("a link planted where a temporary file goes is not followed", "[hostile]") {
  const Scratch place;
  const std::string home = place / "home";
  REQUIRE(run_in(home, under_loose_umask(rate_one)) == 5);
  place.write("precious", "precious\n");
  const std::string draft = place.names("home/drafts/ic3-mle").front();
  fs::create_symlink(place / "precious", place / ("home/drafts/ic3-mle/." + draft + ".tmp"));
  fs::create_symlink(place / "precious", place / ".report.md.rung-tmp");
  CHECK(run_in(home, under_loose_umask(finish_one)) == 0);
  CHECK(run_in(home, {RUNG_PROGRAM, "export", "-o", place / "report.md"}) == 0);
  CHECK(place.read("precious") == "precious\n");
  CHECK(fs::is_regular_file(fs::symlink_status(place / "report.md")));
  CHECK(list_temporaries(home).empty());
}

TEST_CASE("a report is not written over answers, nor through a link to them", "[hostile]") {
  const Scratch place;
  const std::string home = place / "home";
  REQUIRE(run_in(home, under_loose_umask(finish_one)) == 0);
  const std::string stored = "home/assessments/ic3-mle/" + place.names("home/assessments/ic3-mle").front();
  const std::string answers = place.read(stored);
  fs::create_symlink(place / stored, place / "report.json");
  fs::create_directory_symlink(place / "home/assessments/ic3-mle", place / "reports");
  CHECK(run_in(home, {RUNG_PROGRAM, "export", "-o", place / "report.json"}) > 0);
  CHECK(run_in(home, {RUNG_PROGRAM, "export", "-o", place / ("reports/" + fs::path(stored).filename().string())}) > 0);
  CHECK(place.read(stored) == answers);
}
