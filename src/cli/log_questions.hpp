#pragma once

#include <vector>

#include "log_desk.hpp"
#include "scene.hpp"

#include <rung/error.hpp>
#include <rung/interview/log_review.hpp>
#include <rung/prompt/view.hpp>

namespace rung::cli {

/// Throws Error(usage), with `hint`, unless keys can be asked for.
void require_keys(const Scene& scene, const std::string& hint);

/// Asks about the entries, in their order, at single keys; each answer is in the log before the next question. Says at
/// the end what became of them. `entries` is not empty.
ExitCode review_entries(const Scene& scene, const LogDesk& desk, ReviewKind kind, std::vector<Entry> entries,
                        Dialect dialect);

}  // namespace rung::cli
