#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <rung/assessment/timestamp.hpp>
#include <rung/log/entry.hpp>

namespace rung {

/// What was understood of a line that somebody typed.
struct TypedEntry {
  Date on{};
  std::string text;
  std::vector<std::string> links;

  friend bool operator==(const TypedEntry&, const TypedEntry&) = default;
};

/// Why a typed line cannot be an entry.
struct TypedEntryProblem {
  std::string message;
  std::string hint;  ///< may be empty
};

/// Either of them.
struct TypedEntryResult {
  std::optional<TypedEntry> entry;
  TypedEntryProblem problem;
};

/// The day of a line that does not begin with one, and whether it may.
struct TypedDay {
  Date today{};               ///< no day is later
  std::optional<Date> usual;  ///< absent: today
  bool is_fixed = false;      ///< a day at the start of the line is text
};

/// Reads one typed line. It may begin with the day of what was done: `2026-03-14`, `Mar 14`, `Mar 14, 2026`, `14
/// March`, `today`, `yesterday`, a weekday such as `mon` (the latest one, today included), or `3 days ago`; a colon may
/// follow. Without a year, a month and a day mean the latest such day. What is also another word is a day only if a
/// colon follows: `sat`, `sun`, `wed`, and `may` or `march` without a year. Links are taken as make_evidence takes
/// them.
///
/// A problem is: a day that does not exist, a day after today, no text, more than max_entry_characters, and characters
/// that no text of Rung may have.
TypedEntryResult read_typed_entry(std::string_view line, const TypedDay& day);

/// Puts what was typed in place of the entry's day, text, and links.
void retype(Entry& entry, const TypedEntry& typed);

/// The typed lines of a page from an editor: one for each paragraph. Lines that begin with `#` are left out.
std::vector<std::string> split_typed_page(std::string_view page);

/// The day that `text` names, in the same words; absent if it names none.
std::optional<Date> read_day(std::string_view text, Date today);

}  // namespace rung
