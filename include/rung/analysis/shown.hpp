#pragma once

#include <chrono>
#include <optional>

#include <rung/assessment/assessment.hpp>

namespace rung {

/// How long evidence counts before the date judged.
inline constexpr std::chrono::months evidence_months{18};

/// The day `months` before `day`; the last one of its month where that has no such day.
Date months_before(Date day, std::chrono::months months);

/// The days of which evidence counts for an assessment.
struct EvidenceWindow {
  Date first{};
  std::optional<Date> last;  ///< absent: no end

  friend bool operator==(const EvidenceWindow&, const EvidenceWindow&) = default;
};

/// From evidence_months before the date judged until that date. A run may take days, so where the date judged is the
/// day it was begun, the window ends on the day it was finished, and that of a draft has no end.
EvidenceWindow evidence_window(const Assessment& assessment);

/// Whether evidence counts, and why not.
enum class EvidenceAge { counts, too_old, too_late };

EvidenceAge age_of(const Evidence& evidence, const EvidenceWindow& window);

/// How many pieces of evidence count. Notes never do.
int count_evidence(const Answer& answer, const EvidenceWindow& window);

}  // namespace rung
