#pragma once

#include <optional>

#include <rung/interview/form.hpp>

namespace rung {

/// The answer of `earlier` to the behavior, by its key, then by its former keys; nullptr when there is none.
const Answer* find_earlier(const Assessment& earlier, const Behavior& behavior);

/// Adds what was answered last time to the question: hints, and details to read. `earlier.last` is there.
void add_last(Question& question, const Ladder& ladder, const Behavior& behavior, const Earlier& earlier);

/// Adds what `earlier.from` has: its rating as a suggestion when it is one of the same text on the same scale; on
/// another ladder also its wording and rating where these differ, or that the behavior is new. `earlier.from` is there.
void add_from(Question& question, const Ladder& ladder, const Behavior& behavior, const Earlier& earlier);

}  // namespace rung
