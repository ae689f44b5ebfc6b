#pragma once

#include <rung/assessment/assessment.hpp>

namespace rung {

/// For how many months before the date judged evidence counts.
inline constexpr int months_of_evidence = 18;

/// Whether the evidence, which is in `assessment`, is recent enough to count: dated from 18 months before the date
/// judged until that date. Where that is the day on which the assessment was begun, until the day it was finished,
/// since a session may take days; of a draft, without an end.
bool counts(const Evidence& evidence, const Assessment& assessment);

bool has_evidence_that_counts(const Answer& answer, const Assessment& assessment);

}  // namespace rung
