#pragma once

#include <rung/assessment/assessment.hpp>
#include <rung/prompt/form.hpp>
#include <rung/prompt/state.hpp>

namespace rung {

/// Where `draft` stands: its ratings as responses; the lines of its notes, then its evidence, as remarks; the first
/// unrated behavior asked, or the review. `form` was made from the draft's ladder.
State make_state(const Form& form, const Assessment& draft);

/// `base` with the answers of `state`. Remarks beyond those that make_state would give for `base` are new: each becomes
/// evidence when it reads as such, else a line of the note. Where these were changed too, the remarks take the place of
/// the note and the evidence, and lines that are evidence already stay that evidence. Only answers that changed are
/// stamped with `now`, so without a change the result equals `base`. `state` is of a form made from the ladder of
/// `base`.
///
/// For true times, apply every state to the result before.
Assessment apply_state(Assessment base, const State& state, Timestamp now);

}  // namespace rung
