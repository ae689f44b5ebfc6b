#include "catch.hpp"

#include <random>
#include <system_error>

#include <sys/stat.h>
#include <unistd.h>

#include <rung/store/durable_file.hpp>

#include "store/faulty_filesystem.hpp"
#include "store/memory_filesystem.hpp"
#include "store/saving.hpp"
#include "store/scratch.hpp"

using namespace rung;

namespace {

const std::string old_bytes = "the old answers\n";
const std::string new_bytes = "the new answers, which are longer\n";

/// A disk on which /home/draft.json holds the old bytes for good.
MemoryFilesystem make_disk() {
  MemoryFilesystem disk;
  const OpenFile directory = make_directory(disk, "/home");
  save_durably(directory, "draft.json", old_bytes);
  return disk;
}

enum class Outcome { saved, refused };

/// Saves the new bytes; what an Error says goes into `message`.
Outcome save_new(Filesystem& filesystem, std::string& message) {
  try {
    const auto directory = open_directory(filesystem, "/home");
    if (!directory) return Outcome::refused;
    save_durably(*directory, "draft.json", new_bytes);
    return Outcome::saved;
  } catch (const Error& error) {
    message = error.what();
    CHECK(error.code() == ExitCode::input_output);
    CHECK_FALSE(error.hint().empty());
    return Outcome::refused;
  }
}

int count_calls_of_save() {
  MemoryFilesystem disk = make_disk();
  return count_calls(disk, [](Filesystem& counted) {
    std::string message;
    REQUIRE(save_new(counted, message) == Outcome::saved);
  });
}

}  // namespace

TEST_CASE("a failure of any call of a save leaves the old or the new file and names it", "[store]") {
  const int calls = count_calls_of_save();
  REQUIRE(calls > 8);
  const int error = GENERATE(ENOSPC, EIO, EACCES, EDQUOT, EROFS, EPERM, EFBIG);
  for (int at = 0; at < calls; ++at) {
    MemoryFilesystem disk = make_disk();
    FaultyFilesystem faulty(disk, fail_once(at, error));
    std::string message;
    const Outcome outcome = save_new(faulty, message);
    INFO("call " << at << ", error " << error << ": " << message);
    const auto bytes = disk.bytes_of("/home/draft.json");
    REQUIRE(bytes);
    if (outcome == Outcome::saved) {
      CHECK(*bytes == new_bytes);
    } else {
      CHECK((*bytes == old_bytes || *bytes == new_bytes));
      CHECK_THAT(message, ContainsSubstring("/home"));
      CHECK_THAT(message, ContainsSubstring(std::generic_category().message(error)));
    }
    CHECK(disk.names_in("/home") == std::vector<std::string>{"draft.json"});

    faulty.set_fault({});
    CHECK(save_new(faulty, message) == Outcome::saved);
    CHECK(disk.bytes_of("/home/draft.json") == new_bytes);
  }
}

TEST_CASE("an interrupted call is made again where that is safe", "[store]") {
  for (int at = 0; at < count_calls_of_save(); ++at) {
    MemoryFilesystem disk = make_disk();
    std::string interrupted;
    FaultyFilesystem faulty(disk, [&](int number, const std::string& call, const std::string&) {
      if (number != at) return 0;
      interrupted = call;
      return EINTR;
    });
    std::string message;
    const Outcome outcome = save_new(faulty, message);
    INFO(interrupted << ": " << message);
    const bool may_refuse = interrupted == "rename" || interrupted == "status" || interrupted == "status_of";
    CHECK((outcome == Outcome::saved || may_refuse));
    CHECK(disk.names_in("/home") == std::vector<std::string>{"draft.json"});
  }
}

TEST_CASE("a close that reports lost bytes fails the save", "[store]") {
  MemoryFilesystem disk = make_disk();
  bool is_written = false;
  FaultyFilesystem faulty(disk, [&](int, const std::string& call, const std::string&) {
    if (call == "write") is_written = true;
    return is_written && call == "close" ? EDQUOT : 0;
  });
  std::string message;
  CHECK(save_new(faulty, message) == Outcome::refused);
  CHECK(message == "cannot save /home/draft.json: " + std::generic_category().message(EDQUOT));
  CHECK(disk.bytes_of("/home/draft.json") == old_bytes);
}

TEST_CASE("a file system that cannot sync directories saves all the same", "[store]") {
  MemoryFilesystem disk = make_disk();
  FaultyFilesystem faulty(disk, fail_call("sync", ".", EINVAL));
  std::string message;
  CHECK(save_new(faulty, message) == Outcome::saved);
  CHECK(disk.bytes_of("/home/draft.json") == new_bytes);
  save_durably(make_directory(faulty, "/home/new/below"), "draft.json", new_bytes);
  CHECK(disk.bytes_of("/home/new/below/draft.json") == new_bytes);
}

TEST_CASE("any other failure of syncing a directory fails the save, and so does EINVAL from a file", "[store]") {
  const auto [name, error] = GENERATE(table<std::string, int>({{".", EIO}, {".", ENOSPC}, {"", EINVAL}, {"", EIO}}));
  MemoryFilesystem disk = make_disk();
  FaultyFilesystem faulty(disk, fail_call("sync", name, error));
  std::string message;
  CHECK(save_new(faulty, message) == Outcome::refused);
  CHECK(message == "cannot save /home/draft.json: " + std::generic_category().message(error));
}

TEST_CASE("short writes add up to the whole file", "[store]") {
  MemoryFilesystem disk = make_disk();
  FaultyFilesystem faulty(disk);
  faulty.write_limit = 3;
  std::string message;
  REQUIRE(save_new(faulty, message) == Outcome::saved);
  CHECK(disk.bytes_of("/home/draft.json") == new_bytes);
}

TEST_CASE("a power cut at any call of a save leaves the old or the new file", "[store]") {
  const int calls = count_calls_of_save();
  for (int at = 0; at <= calls; ++at) {
    for (unsigned seed = 0; seed < 64; ++seed) {
      MemoryFilesystem disk = make_disk();
      FaultyFilesystem faulty(disk, power_off(at));
      std::string message;
      const Outcome outcome = save_new(faulty, message);
      std::mt19937 random(seed);
      disk.lose_power([&] { return seed == 0 ? false : seed == 1 ? true : random() % 2 == 0; });

      INFO("power off at call " << at << ", seed " << seed);
      const auto bytes = disk.bytes_of("/home/draft.json");
      REQUIRE(bytes);
      CHECK((*bytes == new_bytes || (*bytes == old_bytes && outcome == Outcome::refused)));
      CHECK(save_new(disk, message) == Outcome::saved);
      CHECK(disk.names_in("/home") == std::vector<std::string>{"draft.json"});
    }
  }
}

TEST_CASE("new directories survive a power cut once something in them is saved", "[store]") {
  MemoryFilesystem disk;
  save_durably(make_directory(disk, "/home/ann/rung/drafts/"), "draft.json", new_bytes);
  disk.lose_power([] { return false; });
  CHECK(disk.bytes_of("/home/ann/rung/drafts/draft.json") == new_bytes);
}

TEST_CASE("directories are created for their owner alone, and saved files too", "[store]") {
  const Scratch scratch;
  PosixFilesystem filesystem;
  save_durably(make_directory(filesystem, scratch / "a/b"), "draft.json", new_bytes);
  CHECK(scratch.mode("a") == 0700);
  CHECK(scratch.mode("a/b") == 0700);
  CHECK(scratch.mode("a/b/draft.json") == 0600);
  CHECK(scratch.read("a/b/draft.json") == new_bytes);
  CHECK(scratch.names("a/b") == std::vector<std::string>{"draft.json"});
}

TEST_CASE("a saved file stays what a symbolic link leads to", "[store]") {
  const Scratch scratch;
  PosixFilesystem filesystem;
  scratch.write("elsewhere/real.json", old_bytes);
  scratch.write("home/other", "");
  REQUIRE(::symlink("../elsewhere/real.json", (scratch / "home/draft.json").c_str()) == 0);
  const auto home = open_directory(filesystem, scratch / "home");
  save_durably(*home, "draft.json", new_bytes);
  CHECK(std::filesystem::is_symlink(scratch / "home/draft.json"));
  CHECK(scratch.read("elsewhere/real.json") == new_bytes);
  CHECK(scratch.names("elsewhere") == std::vector<std::string>{"real.json"});
}

TEST_CASE("a symbolic link to nothing is neither a new file nor replaced", "[store]") {
  const Scratch scratch;
  PosixFilesystem filesystem;
  REQUIRE(::symlink("gone.json", (scratch / "draft.json").c_str()) == 0);
  const auto directory = open_directory(filesystem, scratch.path());
  const std::string message = scratch / "draft.json" + " is a symbolic link to something that is not there";
  CHECK(error_of([&] { (void)read_regular_file(*directory, "draft.json", 100); }).what() == message);
  CHECK(error_of([&] { save_durably(*directory, "draft.json", new_bytes); }).what() == message);
  CHECK(scratch.names("") == std::vector<std::string>{"draft.json"});
}

TEST_CASE("a link planted under the temporary name is removed, not followed", "[store]") {
  const Scratch scratch;
  PosixFilesystem filesystem;
  scratch.write("precious", "keep");
  REQUIRE(::symlink("precious", (scratch / ".draft.json.tmp").c_str()) == 0);
  const auto directory = open_directory(filesystem, scratch.path());
  save_durably(*directory, "draft.json", new_bytes);
  CHECK(scratch.read("precious") == "keep");
  CHECK(scratch.names("") == std::vector<std::string>{"draft.json", "precious"});
}

TEST_CASE("only a regular file within the limit is read", "[store]") {
  const Scratch scratch;
  PosixFilesystem filesystem;
  scratch.write("file", std::string(2048, 'x'));
  scratch.write("directory/x", "");
  REQUIRE(::mkfifo((scratch / "pipe").c_str(), 0600) == 0);
  const auto read = [&](const std::string& name, std::size_t limit) {
    return error_of([&] { (void)read_regular_file(filesystem, scratch / name, limit); });
  };

  CHECK_FALSE(read_regular_file(filesystem, scratch / "absent", 1));
  CHECK(read_regular_file(filesystem, scratch / "file", 2048)->bytes.size() == 2048);
  CHECK(read("file", 2047).what() == scratch / "file" + " is larger than 1 KiB");
  CHECK(read("file", 2047).code() == ExitCode::bad_input);
  CHECK(read("directory", 10).what() == scratch / "directory" + " is a directory");
  CHECK(read("pipe", 10).what() == scratch / "pipe" + " is not a file");
  CHECK(read("file/below", 10).what() == "cannot read " + scratch / "file/below" + ": Not a directory");
  CHECK(read("file/below", 10).code() == ExitCode::input_output);
}

TEST_CASE("what grows beyond the limit while it is read is refused", "[store]") {
  PosixFilesystem filesystem;
  const Error error = error_of([&] { (void)read_regular_file(filesystem, "/proc/self/maps", 64); });
  CHECK(error.code() == ExitCode::bad_input);
}

TEST_CASE("a file that may not be read is not a new file", "[store]") {
  MemoryFilesystem disk = make_disk();
  FaultyFilesystem faulty(disk);
  const auto directory = open_directory(faulty, "/home");
  const auto [error, text] = GENERATE(table<int, std::string>({{EACCES, "Permission denied"},
                                                               {EIO, "Input/output error"},
                                                               {ELOOP, "Too many levels of symbolic links"},
                                                               {EMFILE, "Too many open files"}}));
  faulty.set_fault(fail_call("open", "draft.json", error));
  const Error refused = error_of([&] { (void)read_regular_file(*directory, "draft.json", 1000); });
  CHECK(refused.what() == "cannot read /home/draft.json: " + text);
  CHECK_FALSE(refused.hint().empty());
}
