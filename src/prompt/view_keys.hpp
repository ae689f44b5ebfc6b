#pragma once

#include <string>

#include <rung/prompt/form.hpp>
#include <rung/prompt/keymap.hpp>
#include <rung/prompt/state.hpp>
#include <rung/text/block.hpp>

namespace rung {

/// The keys that work now, the most important ones if two lines cannot hold all.
Block view_key_line(const Form& form, const State& state, int width);

/// The same keys as one sentence, all of them.
std::string spoken_keys(const Form& form, const State& state);

Block view_key_table(const KeyTable& table, int width);

}  // namespace rung
