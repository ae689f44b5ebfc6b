#include <optional>
#include <random>
#include <string>

#include <unistd.h>

#include <rung/store/durable_export.hpp>

#include "catch.hpp"
#include "store/faulty_filesystem.hpp"
#include "store/memory_filesystem.hpp"
#include "store/saving.hpp"
#include "store/scratch.hpp"

using namespace rung;

namespace {

constexpr mode_t umask_022 = 022;

void export_pieces(Filesystem& filesystem, const std::string& path) {
  DurableExport file(filesystem, path, umask_022);
  file.write("one\n");
  file.write("");
  file.write("two\n");
  file.commit();
}

}  // namespace

TEST_CASE("pieces of an export are a file once they are committed", "[store]") {
  const Scratch scratch;
  PosixFilesystem filesystem;
  std::optional<DurableExport> file;
  file.emplace(filesystem, scratch / "rows.csv", umask_022);
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
    DurableExport file(filesystem, scratch / name, umask_022);
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
  export_pieces(filesystem, "/dev/fd/" + std::to_string(descriptor));
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
