#pragma once

#include <cstddef>
#include <vector>

#include <rung/report/document.hpp>
#include <rung/report/report.hpp>

// The behaviors of a gap report in sections: each stands with its text, note, and evidence in one of them alone.
namespace rung {

using Indices = std::vector<std::size_t>;

/// ` · carried from May 11`; empty for an answer of this assessment.
std::string describe_source(const Gaps& gaps, const Answer& answer);

/// `2 → 3` below target, else the rating.
std::string describe_standing(const Gaps& gaps, const Standing& standing);

/// What is at target and above it, with evidence that counts, in ladder order.
Indices list_shown(const Gaps& gaps);

/// The indices of each pillar, in the order in which they are given.
std::vector<Indices> split_by_pillar(const Gaps& gaps, const Indices& indices);

/// Below target or without an opportunity, by pillar: the pillars that are short first.
void compose_gaps(Document& document, const GapReport& report);
/// At target with evidence, by pillar.
void compose_shown(Document& document, const GapReport& report);
/// Above target, by title.
void compose_above(Document& document, const GapReport& report);
/// At target without evidence, folded.
void compose_claimed(Document& document, const GapReport& report);
/// Not applicable and unrated ones, folded.
void compose_open(Document& document, const GapReport& report);

}  // namespace rung
