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

/// Whether a report includes notes, evidence, and reasons.
enum class Disclosure { full, redacted };

struct ListedEntry {
  std::string short_id;  ///< the shortest unique prefix of its id
  Entry entry;
  std::vector<std::string> behaviors;  ///< the names of the behaviors that it is tied to
};

/// Entries of the log, the latest first.
struct LogListing {
  std::vector<ListedEntry> entries;
  std::size_t all = 0;  ///< the number of entries in the log
  Disclosure disclosure = Disclosure::full;
};

/// How well the log covers the time since the last assessment.
struct LogStatusReport {
  LogStatus status;
  Date today{};
};

/// Whether suggestions show the words that matched.
enum class Reasons { hidden, shown };

/// The behaviors that a text fits.
struct SuggestionReport {
  std::string text;
  Ladder ladder;
  std::vector<FittingBehavior> suggestions;  ///< best first
  Reasons reasons = Reasons::hidden;
};

}  // namespace rung
