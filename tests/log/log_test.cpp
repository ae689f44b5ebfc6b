#include <rung/log/log.hpp>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <rung/log/fields.hpp>

#include "../../src/log/line_scanner.hpp"
#include "../random_record.hpp"
#include "catch.hpp"

using namespace rung;

namespace {

Entry sample_entry(std::string id = "abcdefghijkl", int rev = 1) {
  Entry entry;
  entry.id = std::move(id);
  entry.rev = rev;
  entry.at = *parse_timestamp("2026-03-14T09:26:53+01:00");
  entry.on = *parse_date("2026-03-14");
  entry.text = "Led the outage review";
  return entry;
}

std::vector<std::string> list_texts(const Log& log) {
  std::vector<std::string> texts;
  for (const Entry& entry : log.entries) texts.push_back(entry.text);
  return texts;
}

std::string join_lines(const std::vector<Entry>& versions) {
  std::string bytes;
  for (const Entry& version : versions) bytes.append(write_entry(version)).append(1, '\n');
  return bytes;
}

}  // namespace

TEST_CASE("an entry is one line of JSON", "[log]") {
  Entry entry = sample_entry();
  entry.links = {"https://example.org/14"};
  entry.tags = {"outage"};
  entry.behaviors = {{"ic3-mle", "results.ownership.learn-from-failure"}};
  CHECK(write_entry(entry) ==
        R"({"format":"rung-log/1","id":"abcdefghijkl","rev":1,"at":"2026-03-14T09:26:53+01:00","on":"2026-03-14",)"
        R"("state":"kept","text":"Led the outage review","links":["https://example.org/14"],"tags":["outage"],)"
        R"("behaviors":[{"ladder":"ic3-mle","behavior":"results.ownership.learn-from-failure"}]})");
}

TEST_CASE("any entry reads back equal, by the scanner and by JSON alike", "[log]") {
  for (unsigned seed = 0; seed < 300; ++seed) {
    SeededSource source(seed);
    const Entry entry = RandomRecord(source).entry();
    const std::string line = write_entry(entry);
    INFO(line);
    const Log log = read_log(line, "log.jsonl");
    REQUIRE(log.problems.empty());
    REQUIRE(log.entries.size() == 1);
    CHECK(log.entries.front() == entry);
    const auto scanned = scan_entry(line);
    REQUIRE(scanned);
    CHECK(*scanned == entry);
    // A space between tokens is for the reader of JSON alone.
    const std::string spaced = fmt::format("{{ {}", line.substr(1));
    CHECK_FALSE(scan_entry(spaced));
    const Log again = read_log(spaced, "log.jsonl");
    REQUIRE(again.entries.size() == 1);
    CHECK(again.entries.front() == entry);
  }
}

TEST_CASE("of the versions of one id the greatest counts, in whatever order they stand", "[log]") {
  Entry second = sample_entry("abcdefghijkl", 2);
  second.text = "second";
  Entry later = second;
  later.at.at += std::chrono::hours(1);
  later.text = "later";
  std::vector<Entry> versions{sample_entry(), second, later};
  std::sort(versions.begin(), versions.end(), [](const Entry& a, const Entry& b) { return a.text < b.text; });
  do {
    CHECK(list_texts(read_log(join_lines(versions), "log.jsonl")) == std::vector<std::string>{"later"});
  } while (std::next_permutation(versions.begin(), versions.end(),
                                 [](const Entry& a, const Entry& b) { return a.text < b.text; }));
}

TEST_CASE("two logs merged in either order give the same entries", "[log]") {
  for (unsigned seed = 0; seed < 100; ++seed) {
    std::mt19937 random(seed);
    std::vector<Entry> common;
    std::vector<Entry> sides[2];
    for (int step = 0; step < 20; ++step) {
      Entry entry = sample_entry(fmt::format("id-{}", random() % 5), 1 + static_cast<int>(random() % 3));
      entry.text = fmt::format("text {}", random() % 4);
      entry.state = random() % 4 == 0 ? EntryState::removed : EntryState::kept;
      entry.at.at += std::chrono::seconds(random() % 3);
      (step < 8 ? common : sides[random() % 2]).push_back(entry);
    }
    const std::string base = join_lines(common);
    const std::string one = base + join_lines(sides[0]) + join_lines(sides[1]);
    const std::string other = base + join_lines(sides[1]) + join_lines(sides[0]);
    CHECK(read_log(one, "log.jsonl").entries == read_log(other, "log.jsonl").entries);
  }
}

TEST_CASE("what cannot be read is reported with its line, and the rest is used", "[log]") {
  const std::string good = write_entry(sample_entry());
  const auto read_with = [&good](std::string_view bad) {
    return read_log(fmt::format("{}\n{}\n{}\n", good, bad, write_entry(sample_entry("zzzzzzzzzzzz"))), "log.jsonl");
  };
  const auto expect = [&](std::string_view bad, std::string_view message) {
    INFO(bad);
    const Log log = read_with(bad);
    CHECK(log.entries.size() == 2);
    REQUIRE(log.problems.size() == 1);
    CHECK(log.unreadable == 1);
    CHECK(log.problems.front().at.line == 2);
    CHECK(log.problems.front().message == message);
  };
  expect("<<<<<<< HEAD", "this is a conflict marker of git; the lines around it were read");
  expect(std::string(70'000, 'x'), "this line is longer than 64 KiB");
  expect(R"({"format":"rung-log/2","id":"x"})", "written by a newer Rung");
  expect("{}", "this is no entry of a log: it has no `format`");
  expect(good.substr(0, 40), "this is not valid JSON: invalid string: missing closing quote");
  expect(
      R"({"format":"rung-log/1","id":"abc","rev":0,"at":"2026-03-14T09:26:53Z","on":"2026-03-14","state":"kept","text":"t"})",
      "`rev` must be a whole number from 1 to 1000000000, not the number 0");
  expect(std::string("\0\0\0\0", 4), "the character U+0000 (NUL) is not allowed");
}

TEST_CASE("lines without a line feed between them are read one by one", "[log]") {
  const std::string first = write_entry(sample_entry());
  const std::string second = write_entry(sample_entry("zzzzzzzzzzzz"));
  CHECK(read_log(first + second, "log.jsonl").entries.size() == 2);
  CHECK(read_log(first + second, "log.jsonl").problems.empty());
  const Log torn = read_log(first.substr(0, 60) + second, "log.jsonl");
  CHECK(torn.entries.size() == 1);
  REQUIRE(torn.problems.size() == 1);
  CHECK(torn.problems.front().at.line == 1);
}

TEST_CASE("a text may quote the start of a line", "[log]") {
  Entry entry = sample_entry();
  entry.text = R"(wrote {"format":"rung-log/1"} by hand)";
  const Log log = read_log(write_entry(entry), "log.jsonl");
  REQUIRE(log.entries.size() == 1);
  CHECK(log.entries.front() == entry);
}

TEST_CASE("fields of a later Rung are kept in the next version", "[log]") {
  const std::string line =
      R"({"format":"rung-log/1","id":"abc","rev":1,"at":"2026-03-14T09:26:53Z","on":"2026-03-14","state":"kept",)"
      R"("text":"t","mood":{"is":1.10}})";
  const Log log = read_log(line, "log.jsonl");
  REQUIRE(log.entries.size() == 1);
  const Entry next = next_version(log.entries.front(), *parse_timestamp("2026-03-15T09:26:53Z"));
  CHECK(next.rev == 2);
  CHECK(write_entry(next).find(R"("mood":{"is":1.10})") != std::string::npos);
}

TEST_CASE("ids are shortened as far as they stay apart, to four letters", "[log]") {
  CHECK(shorten_ids({"abcdefghijkl", "abcdezzzzzzz", "qrstuvwxyzab"}) ==
        std::vector<std::string>{"abcdef", "abcdez", "qrst"});
  CHECK(make_entry_id("one").size() == 12);
  CHECK(make_entry_id("one") == make_entry_id("one"));
  CHECK(make_entry_id("one") != make_entry_id("two"));
}
