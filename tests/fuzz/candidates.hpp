#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <rung/log/candidates.hpp>
#include <rung/log/log.hpp>
#include <rung/text/utf8.hpp>

#include "fuzz/expect.hpp"

namespace fuzz {

/// When the candidates are imported.
inline rung::Timestamp import_time() { return *rung::parse_timestamp("2026-04-02T09:00:00+02:00"); }

/// Each candidate is an entry that the log gives back, of a day that has been, with an id of its own.
inline void expect_valid(const rung::Candidates& candidates) {
  std::set<std::string> ids;
  for (const rung::Entry& entry : candidates.entries) {
    const std::string line = rung::write_entry(entry);
    expect(line.size() <= rung::max_log_line, "an entry fits into a line of the log");
    const rung::Log log = rung::read_log(line, "fuzz");
    expect(log.entries == std::vector{entry} && log.problems.empty(), "an entry is written and read as itself");
    expect(entry.on <= rung::date_of(import_time()), "an entry is not of the future");
    expect(entry.rev == 1 && entry.state == rung::EntryState::kept, "an entry is a first version");
    expect(rung::count_characters(entry.text) <= static_cast<int>(rung::max_entry_characters), "a text is no novel");
    expect(!entry.source.empty(), "an entry says where it is from");
    expect(ids.insert(entry.id).second, "no two entries have one id");
  }
  expect(candidates.unusable >= candidates.problems.size(), "all problems are counted");
  if (!candidates.problems.empty()) expect_usable(candidates.problems);
  expect(rung::drop_known(candidates.entries, candidates.entries).empty(), "what the log has is not offered again");
}

/// Any bytes as a file of candidates, with and without a day for what has none.
inline void read_bytes(rung::CandidateFormat format, const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  expect_valid(rung::read_candidates(format, text, "fuzz", {import_time(), {}, nullptr}));
  expect_valid(rung::read_candidates(format, text, "fuzz", {import_time(), rung::date_of(import_time()), nullptr}));
}

}  // namespace fuzz
