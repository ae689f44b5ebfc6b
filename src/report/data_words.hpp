#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <rung/analysis/ladder_diff.hpp>
#include <rung/analysis/shown.hpp>
#include <rung/assessment/answer.hpp>
#include <rung/assessment/assessment_head.hpp>

// The words of the data formats, the same in JSON and CSV. Other programs read them, so they never change.
namespace rung {

std::string_view word_for(BehaviorFate fate);
/// Empty without a pair.
std::string_view word_for(const std::optional<MatchBasis>& basis);

/// `counts`, `too old`, or `too late`.
std::string_view word_for(EvidenceAge age);

/// Why a behavior does not apply; empty for any other rating.
std::string reason_of(const Rating& rating);

/// `<ladder>/<id>`, which other commands accept.
std::string reference_of(const AssessmentHead& head);

}  // namespace rung
