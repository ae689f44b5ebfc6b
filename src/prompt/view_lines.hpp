#pragma once

#include <rung/prompt/form.hpp>
#include <rung/prompt/state.hpp>
#include <rung/text/block.hpp>

namespace rung {

/// view_reading() in Dialect::lines: one fact per line.
Block list_reading(const Form& form, const State& state);

/// view() in Dialect::lines: one fact per line.
Block view_lines(const Form& form, const State& state);

}  // namespace rung
