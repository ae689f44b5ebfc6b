#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <rung/store/assessments.hpp>

namespace rung {

/// Between the names of subject and rater in the name of a file by somebody else.
inline constexpr std::string_view by_other = "--by--";

/// Tells from the name of a file whether the assessment in it can pass a filter.
class NameFilter {
 public:
  explicit NameFilter(const AssessmentFilter& filter);

  /// `id` is the file's name without `.json`, beginning with a date. Version 1 named files by the rater alone, and a
  /// subject that was unknown may have been named since.
  [[nodiscard]] bool may_pass(std::string_view id) const;

 private:
  std::optional<std::string> subject_;
  std::optional<std::string> rater_;
  std::string old_rater_;  ///< as version 1 wrote it
};

}  // namespace rung
