#pragma once

#include <optional>

#include "questionnaire.hpp"
#include "scene.hpp"

#include <rung/assessment/answers.hpp>
#include <rung/store/draft_session.hpp>

namespace rung::cli {

/// Where an assessment begins or goes on.
struct OpenedDraft {
  DraftSession session;
  Assessment assessment;                    ///< not finished; --label is in it, --answers and the like are not
  std::optional<AmendedAssessment> amends;  ///< what it corrects
  AnswerChanges changes;                    ///< what --answers, --set and --note say
  QuestionnaireOptions options;             ///< how to ask
  bool is_resumed = false;                  ///< whether it began with answers of before
};

/// Opens the draft that the command means and tells what there is to know about it: a new one, the one that was begun,
/// or that of the assessment to amend. An amendment keeps its ladder and rater. Throws Error; mistakes in the
/// answers and the options are found before a draft is set aside.
OpenedDraft open_draft(const AssessCommand& command, const Scene& scene);

}  // namespace rung::cli
