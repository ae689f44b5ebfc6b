#pragma once

#include <cstddef>
#include <vector>

#include <rung/assessment/assessment.hpp>
#include <rung/ladder/ladder.hpp>

namespace rung {

/// The reason for pairing two behaviors.
enum class MatchBasis { key, formerly, text };

/// Whether both texts are the same (is_same_wording), or one of two versions of a ladder says so (Behavior::same_as).
enum class Wording { identical, reworded };

/// One behavior in both ladders.
struct BehaviorMatch {
  std::size_t before = 0;  ///< index into list_behaviors of the earlier ladder
  std::size_t after = 0;   ///< the same, of the later ladder
  MatchBasis basis = MatchBasis::key;
  Wording wording = Wording::identical;
  double similarity = 1.0;  ///< of the two texts, whatever the basis

  friend bool operator==(const BehaviorMatch&, const BehaviorMatch&) = default;
};

/// The pairs of behaviors of two ladders. Every behavior of either side is in it exactly once.
struct LadderMatch {
  std::vector<BehaviorMatch> pairs;  ///< in the order of the later ladder
  std::vector<std::size_t> come;     ///< only in the later ladder, its order
  std::vector<std::size_t> gone;     ///< only in the earlier ladder, its order
};

/// The extent of pairing. For versions of one ladder, `by_key` pairs by key, then by the later version's `formerly`.
/// For other ladders, `by_text` also pairs by the earlier version's `formerly`, then by text. Ladders with different
/// ids are not versions of one another, so their `formerly` is ignored.
enum class Pairing { by_key, by_text };

/// Two texts at least this similar may be one behavior in other words; see match_ladders.
inline constexpr double least_similarity = 0.5;

/// Pairs the behaviors of two levels, tracks, or versions, one to one: by key; then, for two versions, by `formerly`,
/// the later version's first; then by text. Behaviors with the same key are a pair even if their texts differ
/// completely, because people choose ids deliberately.
///
/// By text, equal texts are paired first. Other texts are compared by `similarity`, Sørensen-Dice on the words as
/// multisets: unlike an edit distance, it ignores moved clauses, weighs added and removed words equally, and does not
/// penalize long texts. Two texts are candidates from 0.5 on, where half of all their words are shared. Between the
/// published pages of two neighboring levels (72 and 80 behaviors), this gives 26 rewordings, all of which a reader
/// would call the same expectation. Of the next candidates, below 0.45, half are different expectations on one topic;
/// below 0.4, they only share words such as "I", "my", and "team".
///
/// The best pair of candidates is taken first, ties by key, so the order of the behaviors does not matter. The
/// assignment with the highest total similarity gave the same pairs for all 626 pairs of real ladders that were tried.
LadderMatch match_ladders(const Ladder& before, const Ladder& after, Pairing pairing = Pairing::by_text);

/// An assessment's answer to a behavior of another ladder. Points into the assessment.
struct PairedAnswer {
  const Answer* answer = nullptr;      ///< nullptr if the assessment does not have the behavior
  const Behavior* behavior = nullptr;  ///< the one that was answered
  Wording wording = Wording::identical;
};

/// One for each behavior of `ladder`, in ladder order. `assessment` must outlive the result.
std::vector<PairedAnswer> pair_answers(const Assessment& assessment, const Ladder& ladder, Pairing pairing);

}  // namespace rung
