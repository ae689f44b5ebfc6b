#include <rung/store/export_file.hpp>

#include <filesystem>
#include <optional>
#include <random>
#include <string>
#include <thread>

#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "catch.hpp"
#include "store/faulty_filesystem.hpp"
#include "store/memory_filesystem.hpp"
#include "store/saving.hpp"
#include "store/scratch.hpp"

using namespace rung;

namespace {

constexpr mode_t usual_umask = 022;

void export_report(const std::string& path, mode_t umask = usual_umask) {
  PosixFilesystem filesystem;
  export_file(filesystem, path, "report\n", umask);
}

void export_pieces(Filesystem& filesystem, const std::string& path) {
  DurableExport file(filesystem, path, usual_umask);
  file.write("one\n");
  file.write("");
  file.write("two\n");
  file.commit();
}

}  // namespace

TEST_CASE("a new report gets the permissions that the umask leaves", "[store]") {
  const Scratch scratch;
  const auto [umask, mode] = GENERATE(table<mode_t, mode_t>({{022, 0644}, {077, 0600}, {002, 0664}}));
  export_report(scratch / "report.md", umask);
  CHECK(scratch.read("report.md") == "report\n");
  CHECK(scratch.mode("report.md") == mode);
  CHECK(scratch.names("") == std::vector<std::string>{"report.md"});
}

TEST_CASE("a report that is replaced keeps its permissions", "[store]") {
  const Scratch scratch;
  const mode_t mode = GENERATE(mode_t{0640}, mode_t{0600}, mode_t{0755});
  scratch.write("report.md", "an older and longer report\n", mode);
  export_report(scratch / "report.md");
  CHECK(scratch.read("report.md") == "report\n");
  CHECK(scratch.mode("report.md") == mode);
}

TEST_CASE("a report behind a symbolic link replaces the target", "[store]") {
  const Scratch scratch;
  scratch.write("target/report.md", "old");
  REQUIRE(::symlink("target/report.md", (scratch / "link.md").c_str()) == 0);
  export_report(scratch / "link.md");
  CHECK(std::filesystem::is_symlink(scratch / "link.md"));
  CHECK(scratch.read("target/report.md") == "report\n");
}

TEST_CASE("a link planted where a report is being written is never followed", "[store]") {
  PosixFilesystem real;
  const bool is_there = GENERATE(false, true);
  const bool is_directory = GENERATE(false, true);
  for (int at = 2;; ++at) {
    const Scratch scratch;
    scratch.write("precious/report.md", "precious");
    scratch.write("shared/other", "");
    if (is_there) scratch.write("shared/report.md", "old");
    // The directory is opened by call 0, and call 1 looks at the file.
    FaultyFilesystem racing(real, [&](int number, const std::string&, const std::string&) {
      if (number != at) return 0;
      if (is_directory) {
        std::filesystem::rename(scratch / "shared", scratch / "moved");
        std::filesystem::create_directory_symlink("precious", scratch / "shared");
      } else {
        std::filesystem::remove(scratch / "shared/report.md");
        std::filesystem::create_symlink("../precious/report.md", scratch / "shared/report.md");
      }
      return 0;
    });
    const Error refused = error_of([&] { export_file(racing, scratch / "shared/report.md", "report\n", usual_umask); });
    INFO("call " << at << ": " << refused.what());
    CHECK(scratch.read("precious/report.md") == "precious");
    CHECK(scratch.names("precious") == std::vector<std::string>{"report.md"});
    if (is_directory && at < racing.calls()) CHECK(scratch.read("moved/report.md") == "report\n");
    if (racing.calls() <= at) break;
  }
}

TEST_CASE("a link to a report that leads elsewhere by the time it is followed is refused", "[store]") {
  PosixFilesystem real;
  for (int at = 3;; ++at) {
    const Scratch scratch;
    scratch.write("precious.md", "precious");
    scratch.write("target.md", "old");
    std::filesystem::create_symlink("target.md", scratch / "link.md");
    // By call 2 the link has been looked at, and its target.
    FaultyFilesystem racing(real, [&](int number, const std::string& call, const std::string&) {
      if (number != at || call == "open") return 0;
      std::filesystem::remove(scratch / "link.md");
      std::filesystem::create_symlink("precious.md", scratch / "link.md");
      return 0;
    });
    const Error refused = error_of([&] { export_file(racing, scratch / "link.md", "report\n", usual_umask); });
    INFO("call " << at << ": " << refused.what());
    CHECK(scratch.read("precious.md") == "precious");
    CHECK(scratch.read("target.md") == (refused.code() == ExitCode::success ? "report\n" : "old"));
    if (racing.calls() <= at) break;
  }
}

TEST_CASE("a report is not written over what is no file", "[store]") {
  const Scratch scratch;
  scratch.write("directory/x", "");
  REQUIRE(::symlink("gone", (scratch / "dangling").c_str()) == 0);
  const auto message = [&](const std::string& name) {
    const Error error = error_of([&] { export_report(scratch / name); });
    CHECK(error.code() == ExitCode::input_output);
    CHECK_FALSE(error.hint().empty());
    return std::string(error.what());
  };
  CHECK(message("directory") == "cannot write " + scratch / "directory" + ": it is a directory");
  CHECK(message("directory/") == "cannot write " + scratch / "directory/" + ": it is a directory");
  CHECK(message("new/") == "cannot write " + scratch / "new/" + ": it is a directory");
  CHECK(message("new/report.md") == "cannot write " + scratch / "new/report.md" + ": No such file or directory");
  CHECK(message("dangling") ==
        "cannot write " + scratch / "dangling" + ": it is a symbolic link to something that is not there");
  CHECK(scratch.names("") == std::vector<std::string>{"dangling", "directory"});
}

TEST_CASE("devices and pipes are written to directly", "[store]") {
  const Scratch scratch;
  export_report("/dev/null");
  CHECK(error_of([] { export_report("/dev/full"); }).what() ==
        std::string("cannot save /dev/full: No space left on device"));

  REQUIRE(::mkfifo((scratch / "pipe").c_str(), 0600) == 0);
  std::string got;
  std::thread reader([&] { got = scratch.read("pipe"); });
  export_report(scratch / "pipe");
  reader.join();
  CHECK(got == "report\n");
}

TEST_CASE("an open descriptor is appended to, not replaced", "[store]") {
  const Scratch scratch;
  scratch.write("out", "before\n");
  const int descriptor = ::open((scratch / "out").c_str(), O_WRONLY | O_APPEND);
  REQUIRE(descriptor >= 0);
  export_report(fmt::format("/dev/fd/{}", descriptor));
  ::close(descriptor);
  CHECK(scratch.read("out") == "before\nreport\n");
}

TEST_CASE("what a killed export left is removed by the next one", "[store]") {
  const Scratch scratch;
  scratch.write(".report.md.rung-tmp", "half a rep", GENERATE(mode_t{0600}, mode_t{0644}));
  export_report(scratch / "report.md");
  CHECK(scratch.read("report.md") == "report\n");
  CHECK(scratch.names("") == std::vector<std::string>{"report.md"});
}

TEST_CASE("an export that is under way is in no other's way, and loses nothing to it", "[store]") {
  const Scratch scratch;
  PosixFilesystem files;
  DurableExport slow(files, scratch / "report.md", usual_umask);
  slow.write("slow ");
  export_report(scratch / "report.md");
  CHECK(scratch.read("report.md") == "report\n");
  slow.write("report\n");
  slow.commit();
  CHECK(scratch.read("report.md") == "slow report\n");
  CHECK(scratch.names("") == std::vector<std::string>{"report.md"});
}

TEST_CASE("what only looks like a leftover of an export stays", "[store]") {
  const Scratch scratch;
  scratch.write("precious", "precious");
  REQUIRE(::symlink("precious", (scratch / ".report.md.rung-tmp").c_str()) == 0);
  std::filesystem::create_directory(scratch / ".report.md.rung-tmp-2");
  export_report(scratch / "report.md");
  CHECK(scratch.read("report.md") == "report\n");
  CHECK(scratch.read("precious") == "precious");
  CHECK(scratch.names("") ==
        std::vector<std::string>{".report.md.rung-tmp", ".report.md.rung-tmp-2", "precious", "report.md"});
}

TEST_CASE("an export whose temporary file another writer removes before it is locked is written all the same",
          "[store]") {
  const Scratch scratch;
  PosixFilesystem real;
  const std::string temporary = ".report.md.rung-tmp";
  const bool is_opened = GENERATE(false, true);
  const bool is_replaced = GENERATE(false, true);
  int opens = 0;
  bool is_done = false;
  // The temporary file is opened to create it, then to lock it. It goes before the latter, or before the lock itself.
  FaultyFilesystem racing(real, [&](int, const std::string& call, const std::string& name) {
    if (call == "open" && name == temporary) ++opens;
    if (is_done || opens != 2 || call != (is_opened ? "lock" : "open")) return 0;
    is_done = true;
    std::filesystem::remove(scratch / temporary);
    if (is_replaced) scratch.write(temporary, "theirs");
    return 0;
  });
  export_file(racing, scratch / "report.md", "report\n", usual_umask);
  CHECK(is_done);
  CHECK(scratch.read("report.md") == "report\n");
  CHECK(scratch.read(temporary) == (is_replaced ? "theirs" : "(none)"));
}

TEST_CASE("where files cannot be locked an export is written all the same", "[store]") {
  const Scratch scratch;
  PosixFilesystem real;
  FaultyFilesystem faulty(
      real, [](int, const std::string& call, const std::string&) { return call == "lock" ? EOPNOTSUPP : 0; });
  export_file(faulty, scratch / "report.md", "report\n", usual_umask);
  CHECK(scratch.read("report.md") == "report\n");
  CHECK(scratch.names("") == std::vector<std::string>{"report.md"});
}

TEST_CASE("a report with the longest name a file can have is written", "[store]") {
  const Scratch scratch;
  const std::string name(255, 'r');
  export_report(scratch / name);
  CHECK(scratch.read(name) == "report\n");
}

TEST_CASE("a failed export leaves the old report whole", "[store]") {
  const int error = GENERATE(ENOSPC, EIO, EACCES);
  PosixFilesystem real;
  for (int at = 0;; ++at) {
    const Scratch scratch;
    scratch.write("report.md", "old");
    FaultyFilesystem faulty(real, fail_once(at, error));
    const Error refused = error_of([&] { export_file(faulty, scratch / "report.md", "report\n", usual_umask); });
    INFO("call " << at << ": " << refused.what());
    const std::string bytes = scratch.read("report.md");
    CHECK((bytes == "old" || bytes == "report\n"));
    CHECK(scratch.names("") == std::vector<std::string>{"report.md"});
    if (refused.code() == ExitCode::success)
      CHECK(bytes == "report\n");
    else
      CHECK_THAT(refused.what(), ContainsSubstring(scratch.path()));
    if (faulty.calls() <= at) break;
  }
}

TEST_CASE("pieces of an export are a file once they are committed", "[store]") {
  const Scratch scratch;
  PosixFilesystem filesystem;
  std::optional<DurableExport> file;
  file.emplace(filesystem, scratch / "rows.csv", usual_umask);
  file->write("one\n");
  CHECK(scratch.read("rows.csv") == "(none)");
  file->write("two\n");
  file->commit();
  CHECK(scratch.read("rows.csv") == "one\ntwo\n");
  CHECK(scratch.mode("rows.csv") == 0644);
  file.reset();
  CHECK(scratch.names("") == std::vector<std::string>{"rows.csv"});
}

TEST_CASE("an export that is not committed leaves everything as it was", "[store]") {
  const Scratch scratch;
  scratch.write("rows.csv", "old", 0640);
  PosixFilesystem filesystem;
  for (const char* name : {"rows.csv", "new.csv"}) {
    DurableExport file(filesystem, scratch / name, usual_umask);
    file.write("half a row");
  }
  CHECK(scratch.read("rows.csv") == "old");
  CHECK(scratch.mode("rows.csv") == 0640);
  CHECK(scratch.names("") == std::vector<std::string>{"rows.csv"});
}

TEST_CASE("an export in pieces keeps permissions and symbolic links", "[store]") {
  const Scratch scratch;
  scratch.write("target/rows.csv", "old", 0640);
  REQUIRE(::symlink("target/rows.csv", (scratch / "link.csv").c_str()) == 0);
  PosixFilesystem filesystem;
  export_pieces(filesystem, scratch / "link.csv");
  CHECK(std::filesystem::is_symlink(scratch / "link.csv"));
  CHECK(scratch.read("target/rows.csv") == "one\ntwo\n");
  CHECK(scratch.mode("target/rows.csv") == 0640);
}

TEST_CASE("an export in pieces to an open descriptor appends to it", "[store]") {
  const Scratch scratch;
  scratch.write("out", "before\n");
  const int descriptor = ::open((scratch / "out").c_str(), O_WRONLY | O_APPEND);
  REQUIRE(descriptor >= 0);
  PosixFilesystem filesystem;
  export_pieces(filesystem, fmt::format("/dev/fd/{}", descriptor));
  ::close(descriptor);
  CHECK(scratch.read("out") == "before\none\ntwo\n");
}

TEST_CASE("an export in pieces that fails at any call is there whole or not at all", "[store]") {
  const int error = GENERATE(ENOSPC, EIO, EINTR);
  const std::string before = GENERATE(std::string(), std::string("old"));
  PosixFilesystem real;
  for (int at = 0;; ++at) {
    const Scratch scratch;
    if (!before.empty()) scratch.write("rows.csv", before);
    FaultyFilesystem faulty(real, fail_once(at, error));
    faulty.write_limit = 3;
    const Error refused = error_of([&] { export_pieces(faulty, scratch / "rows.csv"); });
    INFO("call " << at << ": " << refused.what());
    const std::string bytes = scratch.read("rows.csv");
    const std::string untouched = before.empty() ? "(none)" : before;
    CHECK((bytes == untouched || bytes == "one\ntwo\n"));
    if (refused.code() == ExitCode::success) CHECK(bytes == "one\ntwo\n");
    for (const std::string& name : scratch.names("")) CHECK(name == "rows.csv");
    if (faulty.calls() <= at) break;
  }
}

TEST_CASE("an export in pieces is never half a file after a power cut", "[store]") {
  for (int at = 0;; ++at) {
    int calls = 0;
    for (unsigned seed = 0; seed < 32; ++seed) {
      MemoryFilesystem disk;
      save_durably(make_directory(disk, "/home"), "rows.csv", "old");
      FaultyFilesystem faulty(disk, power_off(at));
      const Error refused = error_of([&] { export_pieces(faulty, "/home/rows.csv"); });
      std::mt19937 random(seed);
      disk.lose_power([&] { return seed == 0 ? false : seed == 1 ? true : random() % 2 == 0; });
      INFO("power off at call " << at << ", seed " << seed);
      const auto bytes = disk.bytes_of("/home/rows.csv");
      REQUIRE(bytes);
      CHECK((*bytes == "one\ntwo\n" || (*bytes == "old" && refused.code() != ExitCode::success)));
      calls = faulty.calls();
    }
    if (calls <= at) break;
  }
}

TEST_CASE("a file to be written is refused where one stands, unless it is to be replaced", "[store]") {
  const Scratch scratch;
  PosixFilesystem filesystem;
  const std::string path = scratch / "new.yaml";
  export_file(filesystem, path, "one", 022, Existing::refuse);
  CHECK(scratch.read("new.yaml") == "one");
  CHECK(scratch.mode("new.yaml") == 0644);
  const Error error = error_of([&] { export_file(filesystem, path, "two", 022, Existing::refuse); });
  CHECK(error.code() == ExitCode::usage);
  CHECK_THAT(error.hint(), ContainsSubstring("--force"));
  CHECK(scratch.read("new.yaml") == "one");
  export_file(filesystem, path, "two", 022, Existing::replace);
  CHECK(scratch.read("new.yaml") == "two");
  export_file(filesystem, "/dev/null", "three", 022, Existing::refuse);
}
