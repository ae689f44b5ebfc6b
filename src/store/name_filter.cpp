#include "name_filter.hpp"

#include <algorithm>

#include <rung/text/ascii.hpp>

namespace rung {
namespace {

constexpr std::size_t date_and_dash = std::string_view("2026-03-14-").size();

/// `text` is `stem`, or that and the number of one more on the same day.
bool is_numbered(std::string_view text, std::string_view stem) {
  if (!text.starts_with(stem)) return false;
  text.remove_prefix(stem.size());
  if (text.empty()) return true;
  return text.size() > 1 && text.front() == '-' && std::all_of(text.begin() + 1, text.end(), is_digit);
}

/// A person's part of a name.
std::string person_slug(const std::string& name) { return make_pair_slug({name}, {name, RaterRole::self}); }

}  // namespace

NameFilter::NameFilter(const AssessmentFilter& filter) {
  if (filter.subject) subject_ = person_slug(*filter.subject);
  if (!filter.rater) return;
  rater_ = person_slug(*filter.rater);
  old_rater_ = make_rater_id(*filter.rater);
}

bool NameFilter::may_pass(std::string_view id) const {
  if (id.size() <= date_and_dash) return true;
  const std::string_view name = id.substr(date_and_dash);
  const std::size_t at = name.find(by_other);
  const bool is_by_other = at != std::string_view::npos;
  if (rater_) {
    const bool is_own = is_by_other ? is_numbered(name.substr(at + by_other.size()), *rater_)
                                    : is_numbered(name, *rater_) || is_numbered(name, old_rater_);
    if (!is_own) return false;
  }
  if (!subject_ || !is_by_other) return true;
  const std::string_view about = name.substr(0, at);
  return about == "unknown" || about == *subject_;
}

}  // namespace rung
