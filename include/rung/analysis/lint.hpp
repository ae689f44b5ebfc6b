#pragma once

#include <string>
#include <vector>

#include <rung/ladder/ladder.hpp>

namespace rung {

/// What makes a ladder hard to rate although it is a ladder.
enum class LintRule {
  near_duplicate,             ///< two behaviors say nearly the same
  several_behaviors,          ///< one text holds several behaviors
  lone_behavior,              ///< a responsibility has one behavior only
  long_text,                  ///< a text is too long to be rated at a glance
  same_pillar_title,          ///< two pillars have one title
  same_responsibility_title,  ///< two responsibilities of a pillar have one title
  missing_anchor              ///< points of a scale of the ladder's own say nothing about what they mean
};

/// The most words of a text that is no `long_text`; twice a usual one, and three lines on a screen.
inline constexpr int most_words = 60;

/// The most sentences, and the most joints, of a text that holds one behavior. A sentence ends in `.`, `!`, `?` or `;`
/// before white space or the end. A joint is an `and` that begins a clause: before `I`, or behind the first comma of
/// its sentence; a comma before that one makes a list, whose `and` joins words.
inline constexpr int most_sentences = 3;
inline constexpr int most_joints = 1;

/// One thing worth a look.
struct Finding {
  LintRule rule = LintRule::near_duplicate;
  std::string key;          ///< of the behavior, pillar, or responsibility (a lone behavior's); empty: missing_anchor
  std::string other;        ///< near_duplicate, same title: the key of the earlier one; else empty
  double similarity = 0.0;  ///< near_duplicate: see similarity(); else 0
  int count = 0;            ///< words of a long text; sentences and joints of several behaviors; points without anchor
  int value = 0;            ///< missing_anchor: the first point without one; else 0

  friend bool operator==(const Finding&, const Finding&) = default;
};

/// The findings in ladder order, the scale first. Each behavior is a near-duplicate of one earlier behavior at most.
std::vector<Finding> lint(const Ladder& ladder);

}  // namespace rung
