#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <rung/assessment/assessment.hpp>

namespace rung {

/// Identifies an assessment, without its ladder and answers.
struct AssessmentHead {
  std::string id;
  std::string sitting;
  Subject subject;
  std::string ladder_id;
  std::string ladder_title;
  std::string ladder_version;
  Rater rater;
  std::string label;
  Date on{};
  Timestamp started_at;
  std::optional<Timestamp> finished_at;
  bool is_partial = false;  ///< it asked some behaviors only; the others were carried

  friend bool operator==(const AssessmentHead&, const AssessmentHead&) = default;
};

AssessmentHead head_of(const Assessment& assessment);

/// Whether `a` comes before `b`: by the date judged, then by the time finished (for a draft, started), then by id.
bool is_earlier(const AssessmentHead& a, const AssessmentHead& b);

/// The head of the assessment whose file starts with `begin`. Absent unless the whole head is there, exactly as Rung
/// writes the newest format; otherwise, more of the file is needed, or all of it must be parsed. Whatever follows the
/// head is not read and may be damaged.
std::optional<AssessmentHead> read_head(std::string_view begin);

}  // namespace rung
