#pragma once

#include <optional>
#include <string>
#include <vector>

#include <rung/analysis/changes.hpp>
#include <rung/assessment/assessment.hpp>
#include <rung/interview/selection.hpp>
#include <rung/store/draft_session.hpp>

namespace rung::cli {

/// What a session on a draft is asked to do.
struct SessionWish {
  Ladder ladder;  ///< as it is today; unused for an amendment, which keeps its own
  std::string label;
  std::optional<Date> on;               ///< the date to judge
  std::optional<Selection> selection;   ///< what is asked; absent: what the draft says, or all
  std::vector<std::string> newly_tied;  ///< keys that log entries were tied to since the last time
};

/// Where a wish contradicts the draft that is there, whose answers were given to what it says.
enum class Disagreement { none, date, selection };

/// What a session begins with.
struct SessionPlan {
  Assessment assessment;
  Disagreement disagreement = Disagreement::none;  ///< then the session must not begin
  bool must_be_saved = false;             ///< it says what is asked or judged, which a later session has to know
  std::optional<Changes> ladder_changes;  ///< what the ladder changed since the draft was saved
};

/// Decides what a session begins with. `begun` is the draft that is there, or else a new assessment; the draft is
/// fitted to the ladder as it is today. What is not asked is carried from `earlier`, one for each behavior (see
/// EarlierAnswersOf); an amendment carries nothing. A draft that is there keeps its date and what it asks: a wish for
/// the same goes on with it, and so does one for what is unrated. Any other is a disagreement.
SessionPlan plan_session(const SessionWish& wish, const LoadedDraft& loaded, Assessment begun,
                         const std::vector<std::optional<Answer>>& earlier);

}  // namespace rung::cli
