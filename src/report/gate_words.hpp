#pragma once

#include <string>

#include <rung/analysis/readiness.hpp>
#include <rung/ladder/ladder.hpp>
#include <rung/report/document.hpp>

// How people read a gate.
namespace rung {

/// `At target in every pillar`.
std::string name_gate(GateKind kind);

/// `90 %`, but `66.7 %` where a whole percent would be another threshold.
std::string describe_threshold(double threshold);

/// What a gate found, with everything that is short and what it needs: `Talent 3 of 7, needs 5`.
std::string describe_finding(const Gate& gate, const Gaps& gaps);

Tag tag_of(Verdict verdict);

/// The gates that are not off, each with what it asks for, and those that are off.
Facts list_gates(const Ladder& ladder);

}  // namespace rung
