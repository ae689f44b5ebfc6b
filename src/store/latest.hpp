#pragma once

#include <cstddef>
#include <optional>

#include "finished_files.hpp"
#include "name_filter.hpp"

namespace rung {

/// Goes through the finished assessments that pass a filter, latest first, and opens few files: the date that a name
/// starts with says when it can be the next one, and a name that belongs to another subject or rater is skipped.
class LatestFirst {
 public:
  /// Those that judge a later date than `last` are skipped. `files` and `filter` must outlive it.
  LatestFirst(FinishedFiles& files, const AssessmentFilter& filter, std::optional<Date> last = std::nullopt);

  /// Absent after the earliest one.
  std::optional<StoredHead> next();
  /// From now on, passes over what its name says is no self-rating.
  void take_self_ratings_only() { is_for_self_only_ = true; }

 private:
  void load(std::size_t index);
  void load_date();

  FinishedFiles& files_;
  const AssessmentFilter& filter_;
  NameFilter names_;
  std::optional<Date> last_;
  std::size_t left_;                 ///< files that are dated and were not loaded yet
  std::vector<StoredHead> pending_;  ///< a heap, the latest in front
  bool is_for_self_only_ = false;
};

/// The latest self-rating that passes `filter`; the latest at all of those that pass if none is one.
std::optional<StoredHead> find_latest_head(FinishedFiles& files, const AssessmentFilter& filter);

}  // namespace rung
