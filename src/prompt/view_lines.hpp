#pragma once

#include <rung/prompt/form.hpp>
#include <rung/prompt/state.hpp>
#include <rung/text/block.hpp>

namespace rung {

/// view() in Dialect::lines: one fact per line.
Block view_lines(const Form& form, const State& state);

}  // namespace rung
