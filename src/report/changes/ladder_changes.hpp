#pragma once

#include <rung/analysis/changes.hpp>
#include <rung/report/document.hpp>

namespace rung {

/// What changed in the ladder: target, gates, texts. Nothing where it is the same.
void compose_ladder_changes(Document& document, const Changes& changes);

/// `2 Sometimes → 3 Consistently`, in the tone of growth where both are rated on one scale. The change has both sides.
Run describe_move(const Changes& changes, const Change& change);

}  // namespace rung
