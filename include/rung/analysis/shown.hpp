#pragma once

#include <chrono>
#include <optional>

#include <rung/assessment/assessment.hpp>

namespace rung {

/// The number of months before the date judged for which evidence counts.
inline constexpr std::chrono::months evidence_months{18};

/// The day `months` before `day`, or the last day of that month if it is shorter.
Date months_before(Date day, std::chrono::months months);

/// The days whose evidence counts for an assessment.
struct EvidenceWindow {
  Date first{};
  std::optional<Date> last;  ///< absent if there is no end

  friend bool operator==(const EvidenceWindow&, const EvidenceWindow&) = default;
};

/// From evidence_months before the date judged until that date. An assessment may take days: if the date judged is the
/// day it was started, the window ends on the day it was finished, and has no end in a draft.
EvidenceWindow evidence_window(const Assessment& assessment);

/// Whether evidence counts, or why not.
enum class EvidenceAge { counts, too_old, too_late };

EvidenceAge age_of(const Evidence& evidence, const EvidenceWindow& window);

/// The number of pieces of evidence that count. Notes never count.
int count_evidence(const Answer& answer, const EvidenceWindow& window);

}  // namespace rung
