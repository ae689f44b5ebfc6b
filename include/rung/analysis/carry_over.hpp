#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <rung/assessment/assessment.hpp>

namespace rung {

/// `draft` on another version of its ladder. Every answer whose behavior still exists (paired by key, see match.hpp) is
/// kept, including notes and evidence. Other answers are set aside. If the scale has other values, so are ratings;
/// their behaviors become unrated and keep their notes and evidence. What was set aside comes back if it fits again and
/// the behavior has not been answered since. Asked behaviors are also asked under their new keys, and a partial run
/// also asks about behaviors that the ladder has added or reworded.
Assessment fit_to(const Assessment& draft, const Ladder& ladder);

/// The latest answers to the behaviors of a ladder in earlier assessments, for an assessment that carries them.
class EarlierAnswersOf {
 public:
  explicit EarlierAnswersOf(const Ladder& ladder);

  /// Adds what `earlier` says that was not judged later in another one. The latest comes first; all are of one subject,
  /// rater and ladder, and judged no later than the assessment that carries.
  void add(const Assessment& earlier);

  /// Whether no earlier assessment could add anything: each behavior has an answer that was not carried from before
  /// the last one added.
  [[nodiscard]] bool is_complete() const;

  /// One for each behavior, in ladder order: its latest answer that is not unrated, to the same text and on a scale of
  /// the same values, or under its key among what an assessment set aside; absent where there is none. The latest is
  /// the one that was asked, given or accepted last, by the dates judged: an assessment that was recorded late may hold
  /// a later one than those that carry an old one. Notes and evidence that were added to the carried one then join it.
  [[nodiscard]] const std::vector<std::optional<Answer>>& answers() const { return answers_; }

 private:
  const Ladder& ladder_;
  std::vector<std::optional<Answer>> answers_;
  Date reached_{};  ///< the date of the one added last
};

/// How to treat asked behaviors that were left without an answer.
enum class LeftBehaviors { stay, carried };

/// Gives unrated behaviors their earlier answers: those that `assessment` does not ask and, depending on `left`, those
/// that it does. Notes and evidence that were added to them are kept. Returns how many got an answer.
int carry(Assessment& assessment, const std::vector<std::optional<Answer>>& earlier, LeftBehaviors left);

/// Gives answered behaviors the evidence of their earlier answers that still counts: rating one again does not undo
/// what was done. Returns how many pieces were added.
int keep_evidence(Assessment& assessment, const std::vector<std::optional<Answer>>& earlier);

/// The keys of the behaviors to ask again on the date that `draft` judges, in ladder order: those without an earlier
/// answer to carry, gaps, and those last answered more than a year before.
std::vector<std::string> list_worth_asking(const Assessment& draft, const std::vector<std::optional<Answer>>& earlier);

}  // namespace rung
