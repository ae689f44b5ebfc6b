#pragma once

#include <rung/assessment/assessment.hpp>

namespace rung {

/// `draft` on another version of its ladder: every answer whose behavior is still there (paired by key, see match.hpp)
/// stands, notes and evidence included; the rest is unrated. A rating stands only while both ladders have the same
/// scale (values and labels); otherwise the behavior becomes unrated and keeps its note and evidence.
Assessment carry_over(const Assessment& draft, const Ladder& ladder);

}  // namespace rung
