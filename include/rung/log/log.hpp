#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <rung/diagnostic.hpp>
#include <rung/log/entry.hpp>

namespace rung {

/// The most bytes of a line of the log, without its line feed.
inline constexpr std::size_t max_log_line = 64U << 10U;

/// What the lines of a log say, in any order: one entry for each id, the version with the greatest (rev, at, bytes).
struct Log {
  std::vector<Entry> entries;  ///< by date, then by the time of writing, then by id; removed ones too
  Diagnostics problems;        ///< what could not be read, at most max_diagnostics
  std::size_t unreadable = 0;  ///< how many lines, or parts of lines, that is
};

/// Reads the lines of `bytes`; `source` names them in diagnostics. What cannot be read is reported and skipped,
/// wherever it is. Lines that lost the line feed between them are read one by one.
Log read_log(std::string_view bytes, std::string_view source);

/// The entry as a line of the log, without a line feed. read_log gives it back.
std::string write_entry(const Entry& entry);

/// The version after `entry`, of which nothing else is changed, written `now`.
Entry next_version(const Entry& entry, Timestamp now);

}  // namespace rung
