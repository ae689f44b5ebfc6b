#pragma once

#include <optional>
#include <span>
#include <vector>

#include <rung/analysis/gaps.hpp>
#include <rung/assessment/assessment.hpp>
#include <rung/log/entry.hpp>

namespace rung {

/// How well the log covers the time since an assessment.
struct LogStatus {
  std::optional<Date> last_entry;      ///< the latest day of an entry; absent if there is none
  int entries = 0;                     ///< in the log
  int since_assessment = 0;            ///< of them, of days after the one that it judged, or written that day after it
  int in_inbox = 0;                    ///< in the log, tied to nothing
  int inbox_since_assessment = 0;      ///< of those in the inbox, counted as in since_assessment
  std::optional<Gaps> last;            ///< the latest assessment; absent if there is none
  std::vector<int> claimed_by_pillar;  ///< at target without evidence that counts, one for each pillar of its ladder
};

LogStatus judge_log(std::span<const Entry> entries, std::optional<Assessment> last);

/// Days without an entry after which a reminder is due.
inline constexpr int quiet_days = 14;
/// Entries in the inbox from which on a reminder is due.
inline constexpr int full_inbox = 5;

/// Whole days from the last entry until `today`; absent without an entry.
std::optional<int> count_quiet_days(const LogStatus& status, Date today);

}  // namespace rung
