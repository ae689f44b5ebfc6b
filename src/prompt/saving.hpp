#pragma once

#include <rung/prompt/state.hpp>
#include <rung/prompt/update.hpp>

namespace rung {

/// Says how saving ended, behind what the action before said. An attempt to leave with unsaved answers is undone with a
/// warning, unless the one just before was too.
void note_saved(State& state, const SaveResult& result);

}  // namespace rung
