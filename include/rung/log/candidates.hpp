#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <rung/assessment/timestamp.hpp>
#include <rung/diagnostic.hpp>
#include <rung/ladder/ladder.hpp>
#include <rung/log/entry.hpp>

namespace rung {

/// The most bytes of a file of candidates; a larger one is not worth reading.
inline constexpr std::size_t max_candidate_bytes = 16U << 20U;

/// Entries that were found in something written elsewhere, for the person to choose from. Each is a first version,
/// kept, written now, and valid: write_entry and read_log give it back. Its id is made of its source, its day as it is
/// written there, and its text, so that the same thing found again has the same id.
struct Candidates {
  std::vector<Entry> entries;  ///< in the order in which they were found
  Diagnostics problems;        ///< what could not be used, at most max_diagnostics; warnings are about parts of it
  std::size_t unusable = 0;    ///< how many problems there were
};

/// What a reader of candidates has to know.
struct CandidateSettings {
  Timestamp now;                   ///< what is dated after its day is a problem
  std::optional<Date> on;          ///< the day of what has no date; absent: having none is a problem
  const Ladder* ladder = nullptr;  ///< whose behaviors a file may name; nullptr: they are left out, with a warning
};

/// What a file of candidates is written in.
enum class CandidateFormat { markdown, csv, json_lines };

/// The format by the file's ending, in any case: .md and .markdown, .csv, .jsonl and .ndjson. Absent for others.
std::optional<CandidateFormat> find_candidate_format(std::string_view path);

/// Reads a file of candidates. `path` names it in diagnostics; the source of the entries is its last part. What cannot
/// be used is a problem, and the rest is read, except for a table whose quotes are wrong.
///
/// Markdown: the items of lists. An item is dated by the day at its start (`2026-03-14`, `Mar 14`, `14 March 2026`),
/// else by that of the item it is below, else by the closest heading above it that names one: a day, a week (`Week of
/// 2026-03-09`, `2026-W11`), a month, a quarter, a half-year, or a year. It is of the first day of that, because that
/// is the same whenever the file is read. A heading without a year takes that of a heading above it, else the latest
/// one. Items below an item are part of its text, unless one of them has a date, or it has no text but a date: then
/// each is an entry, with the text of the item above in front. Boxes, emphasis, and code marks are dropped, and links
/// are taken out. Items with an empty box are not done, which is a warning; so are lines that are in no list.
///
/// CSV: the first row names the columns, in any order and case: date (or day, on), text (or entry, what, description);
/// optional are links (link, url), tags (tag), and behaviors (behavior), which are keys or their ends, with semicolons,
/// commas, or spaces between them. Other columns are ignored.
///
/// JSON Lines: one object a line with the same names. Links, tags, and behaviors are lists of texts, or texts as in
/// CSV.
Candidates read_candidates(CandidateFormat format, std::string_view text, std::string_view path,
                           const CandidateSettings& settings);

/// The candidates whose id is not in `log`. Whatever state it has there, the person has decided about it.
std::vector<Entry> drop_known(std::vector<Entry> candidates, const std::vector<Entry>& log);

}  // namespace rung
