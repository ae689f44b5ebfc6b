#pragma once

#include <rung/analysis/changes.hpp>
#include <rung/report/document.hpp>

namespace rung {

/// What the changes come to: gates and behaviors at target before and now, what regressed, and each gate.
Judgement judge_changes(const Changes& changes);

/// The share at target of each pillar before and now, with what moved. No rows where nothing moved, or on different
/// scales.
Dumbbells compare_pillars(const Changes& changes);

}  // namespace rung
