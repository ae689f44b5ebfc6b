#pragma once

#include <cstddef>
#include <vector>

#include <rung/assessment/assessment.hpp>
#include <rung/ladder/ladder.hpp>

namespace rung {

/// What says that two behaviors are the same one.
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

/// Which behaviors of two ladders are the same. Every behavior of either side is in it exactly once.
struct LadderMatch {
  std::vector<BehaviorMatch> pairs;  ///< in the order of the later ladder
  std::vector<std::size_t> come;     ///< only in the later ladder, its order
  std::vector<std::size_t> gone;     ///< only in the earlier ladder, its order
};

/// How far pairing goes. Versions of one ladder keep their keys, or say what they were: `by_key` is by key, then by
/// the later version's `formerly`. Other ladders need `by_text`: then by the earlier version's `formerly`, then by
/// text. Ladders with different ids are no versions of one another, and their `formerly` does not count.
enum class Pairing { by_key, by_text };

/// Two texts at least this similar may be one behavior in other words; see match_ladders.
inline constexpr double least_similarity = 0.5;

/// Pairs the behaviors of two levels, tracks or versions, one to one: by key; then, for two versions, by `formerly`,
/// the later version's first; then by text. The same key is a pair however far the texts lie apart: ids are given by
/// people, and meant.
///
/// By text, equal texts come first. The rest is measured by `similarity`, Sørensen-Dice on the words as multisets: it
/// does not care where in the sentence a clause moved, weighs a word that came like one that went, and does not punish
/// long texts for being long, as an edit distance does. Two texts are candidates from 0.5 on: half of all their words
/// are shared. Between the published pages of two neighbouring levels (72 and 80 behaviors) this leaves 26 rewordings,
/// all of which a reader calls the same expectation; the next candidates, from 0.45 down, are as often two expectations
/// of one topic, and below 0.4 they are mere sentences with "I", "my" and "team" in them.
///
/// The best pair of candidates is taken first, equals by key, so the order of the behaviors decides nothing. The
/// assignment with the highest total similarity came out the same for all 626 pairs of real ladders it was tried on.
LadderMatch match_ladders(const Ladder& before, const Ladder& after, Pairing pairing = Pairing::by_text);

/// What an assessment says about a behavior of another ladder. Points into the assessment.
struct PairedAnswer {
  const Answer* answer = nullptr;      ///< nullptr where the assessment has no such behavior
  const Behavior* behavior = nullptr;  ///< the one that was answered
  Wording wording = Wording::identical;
};

/// One for each behavior of `ladder`, in ladder order. `assessment` must outlive the result.
std::vector<PairedAnswer> pair_answers(const Assessment& assessment, const Ladder& ladder, Pairing pairing);

}  // namespace rung
