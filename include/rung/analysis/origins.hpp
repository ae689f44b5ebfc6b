#pragma once

#include <chrono>
#include <optional>

#include <rung/assessment/assessment.hpp>

namespace rung {

/// The age of a carried answer, at the date judged, from which reports mark it.
inline constexpr std::chrono::months answer_months{12};

/// The number of answers by origin, without unrated behaviors.
struct OriginCounts {
  int asked = 0;
  int given = 0;
  int accepted = 0;
  int carried = 0;
  int stale = 0;               ///< carried ones for which is_stale holds
  std::optional<Date> oldest;  ///< the dates that carried answers come from; absent without any
  std::optional<Date> youngest;

  [[nodiscard]] bool all_asked() const { return given == 0 && accepted == 0 && carried == 0; }

  friend bool operator==(const OriginCounts&, const OriginCounts&) = default;
};

OriginCounts count_origins(const Assessment& assessment);

/// Whether the answer is carried and was last asked more than a year before the date judged.
bool is_stale(const Assessment& assessment, const Answer& answer);

}  // namespace rung
