#pragma once

#include <string>
#include <vector>

#include <rung/ladder/ladder.hpp>

namespace rung {

/// Problems that make a valid ladder hard to rate.
enum class LintRule {
  near_duplicate,             ///< two behaviors say nearly the same
  several_behaviors,          ///< one text contains several behaviors
  lone_behavior,              ///< a responsibility has only one behavior
  long_text,                  ///< a text is too long to rate easily
  same_pillar_title,          ///< two pillars have the same title
  same_responsibility_title,  ///< two responsibilities of a pillar have the same title
  missing_anchor              ///< points of the ladder's own scale have no anchor
};

/// The most words of a text that is not a `long_text`: twice the usual length, and three lines on a screen.
inline constexpr int most_words = 60;

/// The most sentences and joints of a text with one behavior. A sentence ends in `.`, `!`, `?`, or `;` before white
/// space or the end. A joint is an `and` that starts a clause: before `I`, or after the first comma of its sentence. An
/// earlier comma makes a list, whose `and` joins words.
inline constexpr int most_sentences = 3;
inline constexpr int most_joints = 1;

/// One problem that was found.
struct Finding {
  LintRule rule = LintRule::near_duplicate;
  std::string key;          ///< of the behavior, pillar, or responsibility (a lone behavior's); empty: missing_anchor
  std::string other;        ///< near_duplicate, same title: the key of the earlier one; else empty
  double similarity = 0.0;  ///< near_duplicate: see similarity(); else 0
  int count = 0;            ///< words of a long text; sentences and joints of several behaviors; points without anchor
  int value = 0;            ///< missing_anchor: the first point without one; else 0

  friend bool operator==(const Finding&, const Finding&) = default;
};

/// The findings in ladder order, the scale first. Each behavior is a near-duplicate of at most one earlier behavior.
std::vector<Finding> lint(const Ladder& ladder);

}  // namespace rung
