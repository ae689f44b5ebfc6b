#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <rung/analysis/fitting.hpp>
#include <rung/analysis/log_status.hpp>
#include <rung/ladder/ladder.hpp>
#include <rung/log/entry.hpp>

namespace rung {

/// Whether notes, evidence and reasons are in a report or were left out of it.
enum class Disclosure { full, redacted };

struct ListedEntry {
  std::string short_id;  ///< the shortest start of its id that names it
  Entry entry;
  std::vector<std::string> behaviors;  ///< the names of what it is evidence for, one for each tie
};

/// Entries of the log, the latest first.
struct LogListing {
  std::vector<ListedEntry> entries;
  std::size_t all = 0;  ///< how many entries the log has
  Disclosure disclosure = Disclosure::full;
};

/// How well the log covers the time since the last assessment.
struct LogStatusReport {
  LogStatus status;
  Date today{};
};

/// Whether the words that matched are shown with a suggestion.
enum class Reasons { hidden, shown };

/// The behaviors that a text fits.
struct SuggestionReport {
  std::string text;
  Ladder ladder;
  std::vector<FittingBehavior> suggestions;  ///< best first
  Reasons reasons = Reasons::hidden;
};

}  // namespace rung
