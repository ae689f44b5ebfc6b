#include "latest.hpp"

#include <algorithm>
#include <utility>

namespace rung {
namespace {

bool is_before(const StoredHead& a, const StoredHead& b) { return is_earlier(a.head, b.head); }

}  // namespace

LatestFirst::LatestFirst(FinishedFiles& files, const AssessmentFilter& filter, std::optional<Date> last)
    : files_(files), filter_(filter), names_(filter), last_(last), left_(files.size()) {
  // Undated ones may be of any date.
  for (; left_ > 0 && !files_.date(left_ - 1); --left_) load(left_ - 1);
  while (last_ && left_ > 0 && *files_.date(left_ - 1) > *last_) --left_;
}

void LatestFirst::load(std::size_t index) {
  auto stored = files_.read_head(index);
  if (!stored || !passes(stored->head, filter_) || (last_ && stored->head.on > *last_)) return;
  pending_.push_back(*std::move(stored));
  std::push_heap(pending_.begin(), pending_.end(), is_before);
}

void LatestFirst::load_date() {
  const auto date = files_.date(left_ - 1);
  for (; left_ > 0 && files_.date(left_ - 1) == date; --left_) {
    const std::string_view id = files_.id(left_ - 1);
    const bool is_skipped = is_for_self_only_ && id.find(by_other) != std::string_view::npos;
    if (!is_skipped && names_.may_pass(id)) load(left_ - 1);
  }
}

std::optional<StoredHead> LatestFirst::next() {
  while (left_ > 0 && (pending_.empty() || *files_.date(left_ - 1) >= pending_.front().head.on)) load_date();
  if (pending_.empty()) return std::nullopt;
  std::pop_heap(pending_.begin(), pending_.end(), is_before);
  StoredHead next = std::move(pending_.back());
  pending_.pop_back();
  return next;
}

std::optional<StoredHead> find_latest_head(FinishedFiles& files, const AssessmentFilter& filter) {
  LatestFirst walk(files, filter);
  std::optional<StoredHead> latest;
  while (auto stored = walk.next()) {
    if (is_self_rating(stored->head)) return stored;
    if (!latest) latest = std::move(stored);
    walk.take_self_ratings_only();
  }
  return latest;
}

}  // namespace rung
