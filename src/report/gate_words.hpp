#pragma once

#include <string>
#include <string_view>

#include <rung/analysis/readiness.hpp>
#include <rung/ladder/ladder.hpp>
#include <rung/report/document.hpp>

// How people read a gate.
namespace rung {

/// `Every pillar`.
std::string name_gate_briefly(GateKind kind);

/// `Talent`, or `Talent › Feedback`.
std::string name_gate_part(const GatePart& part, const Ladder& ladder);

/// `90%`, but `66.7%` where a whole percent would be another threshold.
std::string describe_threshold(double threshold);

/// What a judged gate found, in counts: `42 of 52 (needs 42)`.
std::string describe_margin(const Gate& gate, const Gaps& gaps);

Tag tag_of(Verdict verdict);

/// `✓`, `✗`, or `–`.
std::string_view sign_of(Verdict verdict);

/// The gates that are not off, each with what it asks for, and those that are off.
Facts list_gates(const Ladder& ladder);

}  // namespace rung
