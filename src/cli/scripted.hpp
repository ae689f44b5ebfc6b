#pragma once

#include "scene.hpp"

#include <rung/assessment/answers.hpp>
#include <rung/ladder/ladder.hpp>

namespace rung::cli {

/// Everything that --answers, --set and --note say, in this order. Throws DiagnosedError with all mistakes of all of
/// them; nothing has been written then.
AnswerChanges read_answers(const AssessCommand& command, const Scene& scene, const Ladder& ladder);

}  // namespace rung::cli
