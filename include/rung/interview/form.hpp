#pragma once

#include <rung/assessment/assessment.hpp>
#include <rung/ladder/ladder.hpp>
#include <rung/prompt/form.hpp>

namespace rung {

/// The marks of every form that is made here, as indices into Form::marks.
inline constexpr std::size_t not_applicable_mark = 0;
inline constexpr std::size_t no_opportunity_mark = 1;

/// One question for each behavior, in ladder order; one section for each responsibility. `previous` is what the last
/// ratings, notes and evidence are taken from, joined by key and then by former keys; nullptr shows none of them.
Form make_form(const Ladder& ladder, const Assessment* previous);

}  // namespace rung
