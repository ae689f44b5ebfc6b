#pragma once

#include <rung/report/document.hpp>
#include <rung/report/report.hpp>

namespace rung {

/// The verdict of a gap report: which gates are short and what they need, how much is at target and whether that is
/// more than the time before, and what was carried. Two or three sentences, by rules alone.
Judgement judge_in_words(const GapReport& report);

/// The gates in a few words each, with the margin as counts: `At target 42 of 52 (needs 42)`.
std::vector<Gauge> list_gauges(const GapReport& report);

}  // namespace rung
