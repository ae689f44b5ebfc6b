#pragma once

#include <string>

#include "scene.hpp"

#include <rung/assessment/assessment.hpp>
#include <rung/error.hpp>
#include <rung/prompt/view.hpp>
#include <rung/store/draft_store.hpp>

namespace rung::cli {

struct QuestionnaireResult {
  Assessment assessment;
  ExitCode code = ExitCode::unfinished;  ///< success: finished; unfinished: left; else the signal's
  std::string unsaved;                   ///< why the last answers are not on disk; empty when they are
};

/// Asks at the terminal, saving in `session` after every answer.
QuestionnaireResult ask(const Scene& scene, DraftSession& session, Assessment assessment, Dialect dialect);

}  // namespace rung::cli
