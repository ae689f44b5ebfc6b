#include <rung/store/log_file.hpp>

#include <algorithm>
#include <cerrno>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <rung/error.hpp>

#include "catch.hpp"
#include "faulty_filesystem.hpp"
#include "memory_filesystem.hpp"
#include "scratch.hpp"

using namespace rung;

namespace {

const Home log_home{"/home/ann/rung"};

Entry log_sample(const std::string& id) {
  Entry entry;
  entry.id = id;
  entry.at = *parse_timestamp("2026-03-14T09:26:53+01:00");
  entry.on = *parse_date("2026-03-14");
  entry.text = fmt::format("text of {}", id);
  return entry;
}

std::vector<std::string> list_entry_ids(const Log& log) {
  std::vector<std::string> ids;
  for (const Entry& entry : log.entries) ids.push_back(entry.id);
  return ids;
}

bool has_entry(const Log& log, const std::string& id) {
  const std::vector<std::string> ids = list_entry_ids(log);
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("an entry that was appended is read again", "[store]") {
  const Scratch scratch;
  PosixFilesystem files;
  const Home home{scratch.path()};
  CHECK(load_log(files, home).entries.empty());
  append_to_log(files, home, std::vector{log_sample("aaaa")});
  append_to_log(files, home, std::vector{log_sample("bbbb"), log_sample("cccc")});
  const Log log = load_log(files, home);
  CHECK(list_entry_ids(log) == Ids{"aaaa", "bbbb", "cccc"});
  CHECK(log.problems.empty());
  FileStatus status;
  REQUIRE(files.status_of(AT_FDCWD, home.log(), Links::follow, status) == 0);
  CHECK(status.permissions == 0600);
}

TEST_CASE("after a line that was cut short, the next entry begins on a line of its own", "[store]") {
  const Scratch scratch;
  PosixFilesystem files;
  const Home home{scratch.path()};
  const std::string whole = write_entry(log_sample("aaaa"));
  for (const std::size_t cut : {std::size_t{1}, whole.size() / 2, whole.size() - 1, whole.size()}) {
    scratch.write("log.jsonl", whole.substr(0, cut));
    append_to_log(files, home, std::vector{log_sample("bbbb")});
    const Log log = load_log(files, home);
    INFO(cut);
    CHECK(list_entry_ids(log) == (cut == whole.size() ? Ids{"aaaa", "bbbb"} : Ids{"bbbb"}));
    CHECK(scratch.read("log.jsonl").starts_with(whole.substr(0, cut)));
  }
}

TEST_CASE("an entry that would not fit a line is refused before anything is written", "[store]") {
  const Scratch scratch;
  PosixFilesystem files;
  const Home home{scratch.path()};
  Entry entry = log_sample("aaaa");
  entry.tags.assign(10'000, "a-tag-that-takes-room");
  CHECK_THROWS_AS(append_to_log(files, home, std::vector{log_sample("bbbb"), entry}), Error);
  CHECK(load_log(files, home).entries.empty());
}

TEST_CASE("what was appended survives a power cut at any moment after it", "[store]") {
  for (unsigned seed = 0; seed < 200; ++seed) {
    std::mt19937 random(seed);
    MemoryFilesystem disk;
    Ids saved;
    const int entries = 1 + static_cast<int>(random() % 4);
    for (int number = 0; number < entries; ++number) {
      const std::string id = fmt::format("id-{}", number);
      append_to_log(disk, log_home, std::vector{log_sample(id)});
      saved.push_back(id);
    }
    FaultyFilesystem files(disk, power_off(static_cast<int>(random() % 8)));
    try {
      append_to_log(files, log_home, std::vector{log_sample("the-last")});
      saved.emplace_back("the-last");
    } catch (const Error&) {
      // Nothing was promised.
    }
    disk.lose_power([&random] { return random() % 2 == 0; });
    const Ids left = list_entry_ids(load_log(disk, log_home));
    INFO(seed);
    REQUIRE(left.size() >= saved.size());
    CHECK(Ids(left.begin(), left.begin() + static_cast<std::ptrdiff_t>(saved.size())) == saved);
  }
}

TEST_CASE("any call that fails is told, and the next append works", "[store]") {
  const int calls = [] {
    MemoryFilesystem disk;
    return count_calls(
        disk, [](FaultyFilesystem& files) { append_to_log(files, log_home, std::vector{log_sample("aaaa")}); });
  }();
  for (int at = 0; at < calls; ++at) {
    for (const int error : {ENOSPC, EIO, EACCES, EDQUOT}) {
      MemoryFilesystem disk;
      append_to_log(disk, log_home, std::vector{log_sample("aaaa")});
      FaultyFilesystem files(disk, fail_once(at, error));
      bool is_told = false;
      try {
        append_to_log(files, log_home, std::vector{log_sample("bbbb")});
      } catch (const Error& refused) {
        is_told = true;
        CHECK(refused.code() == ExitCode::input_output);
      }
      append_to_log(disk, log_home, std::vector{log_sample("cccc")});
      const Log log = load_log(disk, log_home);
      INFO(fmt::format("call {} error {}", at, error));
      CHECK(log.problems.empty());
      CHECK(has_entry(log, "aaaa"));
      CHECK(has_entry(log, "cccc"));
      if (!is_told) CHECK(has_entry(log, "bbbb"));
    }
  }
}

TEST_CASE("a write that is cut short leaves the entries before and after it whole", "[store]") {
  MemoryFilesystem disk;
  append_to_log(disk, log_home, std::vector{log_sample("aaaa")});
  int writes = 0;
  FaultyFilesystem files(disk, [&writes](int, const std::string& call, const std::string&) {
    return call == "write" && ++writes == 2 ? ENOSPC : 0;
  });
  files.write_limit = 30;
  CHECK_THROWS_AS(append_to_log(files, log_home, std::vector{log_sample("bbbb")}), Error);
  append_to_log(disk, log_home, std::vector{log_sample("cccc")});
  const Log log = load_log(disk, log_home);
  CHECK(list_entry_ids(log) == Ids{"aaaa", "cccc"});
  CHECK(log.unreadable == 1);
}

TEST_CASE("the log is known however its path is spelled", "[store]") {
  const Scratch scratch;
  PosixFilesystem files;
  const Home home{scratch.path()};
  CHECK(is_log_file(files, home, home.log()));
  append_to_log(files, home, std::vector{log_sample("aaaa")});
  CHECK(is_log_file(files, home, fmt::format("{}/./log.jsonl", home.root)));
  CHECK_FALSE(is_log_file(files, home, fmt::format("{}/other.jsonl", home.root)));
}
