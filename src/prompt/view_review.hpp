#pragma once

#include <cstddef>

#include <rung/prompt/form.hpp>
#include <rung/prompt/state.hpp>
#include <rung/text/block.hpp>

namespace rung {

/// The most questions listed under one heading; a longer list would push the rest off the screen.
inline constexpr std::size_t longest_list = 8;

/// The unrated questions, those answered with a mark, and what deserves a second look.
Block view_review(const Form& form, const State& state, int width);

/// The progress of each part.
Block view_overview(const Form& form, const State& state, int width);

}  // namespace rung
