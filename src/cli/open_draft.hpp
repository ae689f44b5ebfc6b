#pragma once

#include <optional>
#include <string>
#include <vector>

#include "given_answers.hpp"
#include "questionnaire.hpp"
#include "scene.hpp"

#include <rung/assessment/answer_changes.hpp>
#include <rung/store/draft_session.hpp>

namespace rung::cli {

/// Whether a draft that is there is resumed, or removed so that it can be restored.
enum class Start { resume, over };

/// Whether all behaviors are asked, or what is worth asking since the last time.
enum class Asked { all, worth };

/// Which assessment `rung assess` begins or resumes, and how it asks.
struct AssessOptions {
  std::string ladder;  ///< id or path; empty: the usual one
  std::optional<Rater> rater;
  std::optional<Subject> subject;
  std::string label;
  std::optional<Date> on;  ///< the date to judge; absent: today
  Start start = Start::resume;
  GivenAnswers given;
  std::string from;  ///< an assessment whose ratings are suggested; empty: none
  LastRating last_rating = LastRating::shown;
  std::string only;  ///< which behaviors are asked; empty: all
  Asked asked = Asked::all;
  Dialect dialect = Dialect::keys;
  std::optional<std::string> amend;  ///< the finished assessment to correct, instead of a new one
};

/// Where an assessment begins or goes on.
struct OpenedDraft {
  DraftSession session;
  Assessment assessment;                       ///< not finished; --label is in it, --answers and the like are not
  std::optional<AmendedAssessment> amends;     ///< what it corrects
  AnswerChanges changes;                       ///< what --answers, --set and --note say
  QuestionnaireOptions options;                ///< how to ask
  std::vector<std::optional<Answer>> earlier;  ///< what can be carried to each behavior
  bool is_resumed = false;                     ///< whether it began with answers of before
  bool must_be_saved = false;                  ///< before the first question: it says what is asked or judged
};

/// Opens the draft that `asked` means and says what there is to know about it: a new one, the one that was begun,
/// or that of the assessment to amend. An amendment keeps its ladder and rater. Throws Error; mistakes in the
/// answers and the options are found before a draft is set aside.
OpenedDraft open_draft(const AssessOptions& asked, const Scene& scene);

}  // namespace rung::cli
