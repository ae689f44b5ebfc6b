#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include <rung/assessment/assessment.hpp>
#include <rung/prompt/form.hpp>
#include <rung/prompt/state.hpp>

namespace rung {

/// The lines of the note, then the evidence, as they would be typed. Blank lines of the note stay between others.
std::vector<std::string> list_remarks(const Answer& answer);

/// Evidence that lines of remarks may stand for, by those lines (write_evidence).
using KnownEvidence = std::map<std::string, Evidence, std::less<>>;

/// The draft's answers as responses (remarks: list_remarks), at the first unrated behavior after the one answered last,
/// or in the review. `form` was
/// made from the draft's ladder.
State make_state(const Form& form, const Assessment& draft);

/// `base` with the answers of `state`, which belongs to a form made from the ladder of `base`. Remarks after those that
/// make_state gives for `base` are new: each becomes evidence if it reads as such, else a line of the note. If the
/// others changed too, the remarks replace the note and the evidence; lines that already are evidence stay that
/// evidence. Only changed answers are stamped with `now`; without a change the result equals `base`.
///
/// What a run does not ask and is answered or cleared all the same is asked from then on.
///
/// A remark that is the line of one of `known` (write_evidence), such as an entry of the log, becomes that evidence.
///
/// For true times, apply every state to the result of the one before.
Assessment apply_state(Assessment base, const State& state, Timestamp now, const KnownEvidence& known = {});

}  // namespace rung
