#include "latest.hpp"

#include <algorithm>
#include <utility>

#include <rung/text/ascii.hpp>

namespace rung {
namespace {

constexpr std::string_view by = "--by--";

/// `text` is `stem`, or that and the number of one more on the same day.
bool is_numbered(std::string_view text, std::string_view stem) {
  if (!text.starts_with(stem)) return false;
  text.remove_prefix(stem.size());
  if (text.empty()) return true;
  return text.size() > 1 && text.front() == '-' && std::all_of(text.begin() + 1, text.end(), is_digit);
}

/// A person's part of a name.
std::string person_slug(const std::string& name) { return make_pair_slug({name}, {name, RaterRole::self}); }

/// Whether an assessment that passes `filter` can be in a file with that name after the date. Version 1 named files by
/// the rater alone, and a subject that was unknown may have been named since.
bool can_pass(std::string_view name, const AssessmentFilter& filter) {
  const std::size_t at = name.find(by);
  const std::string_view about = name.substr(0, at);
  const bool is_by_other = at != std::string_view::npos;
  if (filter.rater) {
    const bool is_own =
        is_by_other ? is_numbered(name.substr(at + by.size()), person_slug(*filter.rater))
                    : is_numbered(name, person_slug(*filter.rater)) || is_numbered(name, make_rater_id(*filter.rater));
    if (!is_own) return false;
  }
  if (!filter.subject || !is_by_other) return true;
  return about == "unknown" || about == person_slug(*filter.subject);
}

bool is_before(const StoredHead& a, const StoredHead& b) { return is_earlier(a.head, b.head); }

bool passes_by_name(std::string_view id, const AssessmentFilter& filter) {
  constexpr std::size_t date_and_dash = std::string_view("2026-03-14-").size();
  return id.size() <= date_and_dash || can_pass(id.substr(date_and_dash), filter);
}

}  // namespace

LatestFirst::LatestFirst(FinishedFiles& files, const AssessmentFilter& filter, std::optional<Date> last)
    : files_(files), filter_(filter), last_(last), left_(files.size()) {
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
    const bool is_skipped = is_for_self_only_ && id.find(by) != std::string_view::npos;
    if (!is_skipped && passes_by_name(id, filter_)) load(left_ - 1);
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
