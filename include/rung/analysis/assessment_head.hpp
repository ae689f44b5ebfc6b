#pragma once

#include <optional>
#include <string>

#include <rung/assessment/assessment.hpp>

namespace rung {

/// Which assessment it was: what a report says of one that it does not hold.
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

  friend bool operator==(const AssessmentHead&, const AssessmentHead&) = default;
};

AssessmentHead head_of(const Assessment& assessment);

}  // namespace rung
