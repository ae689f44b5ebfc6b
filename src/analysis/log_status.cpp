#include <rung/analysis/log_status.hpp>

#include <algorithm>
#include <utility>

#include <rung/analysis/ties.hpp>

namespace rung {

namespace {

bool is_written_after(const Entry& entry, const Assessment& last) {
  return entry.on == last.on && last.finished_at && entry.at.at > last.finished_at->at;
}

}  // namespace

LogStatus judge_log(std::span<const Entry> entries, std::optional<Assessment> last) {
  LogStatus status;
  for (const Entry& entry : entries) {
    if (entry.state != EntryState::kept) continue;
    ++status.entries;
    status.last_entry = std::max(status.last_entry, std::optional(entry.on));
    const bool is_since = !last || entry.on > last->on || is_written_after(entry, *last);
    const bool is_untied = is_in_inbox(entry);
    if (is_since) ++status.since_assessment;
    if (is_untied) ++status.in_inbox;
    if (is_since && is_untied) ++status.inbox_since_assessment;
  }
  if (!last) return status;
  status.last = find_gaps(*std::move(last));
  status.claimed_by_pillar.resize(status.last->pillars.size());
  for (const std::size_t claimed : status.last->claimed)
    ++status.claimed_by_pillar[status.last->standings[claimed].at.pillar];
  return status;
}

std::optional<int> count_quiet_days(const LogStatus& status, Date today) {
  if (!status.last_entry) return std::nullopt;
  return static_cast<int>((std::chrono::sys_days(today) - std::chrono::sys_days(*status.last_entry)).count());
}

}  // namespace rung
