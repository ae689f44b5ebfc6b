#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scene.hpp"

#include <rung/analysis/log_offers.hpp>
#include <rung/assessment/assessment.hpp>
#include <rung/error.hpp>
#include <rung/interview/form.hpp>
#include <rung/prompt/view.hpp>
#include <rung/store/draft_session.hpp>

namespace rung::cli {

/// How questions are asked: in lines if `wanted` says so, and wherever ACCESSIBLE or a dumb terminal asks for them.
Dialect choose_dialect(Dialect wanted, const Environment& environment);

struct QuestionnaireOptions {
  Dialect dialect = Dialect::keys;
  LastRating last_rating = LastRating::shown;
  std::optional<Assessment> from;  ///< whose ratings are suggested
  std::optional<Assessment> last;  ///< the previous one of the same ladder, subject and rater
  std::vector<Entry> entries;      ///< of the log
  std::vector<LogOffers> offers;   ///< which of them may be evidence, one for each behavior; empty without entries
};

struct QuestionnaireResult {
  Assessment assessment;
  ExitCode code = ExitCode::unfinished;  ///< success: finished; unfinished: left; else the signal's
  std::string unsaved;                   ///< why the last answers are not on disk; empty when they are
};

/// Asks at the terminal, saving in `session` after every answer.
QuestionnaireResult ask(const Scene& scene, DraftSession& session, Assessment assessment,
                        const QuestionnaireOptions& options);

}  // namespace rung::cli
