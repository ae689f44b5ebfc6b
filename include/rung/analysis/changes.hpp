#pragma once

#include <optional>
#include <string>
#include <vector>

#include <rung/analysis/words.hpp>
#include <rung/assessment/assessment.hpp>

namespace rung {

/// One behavior of two assessments, same text in both ladders.
struct Change {
  std::string behavior;  ///< key in the later ladder
  std::string pillar;    ///< title
  std::string responsibility;
  std::string text;
  Answer before;
  Answer after;
  int moved = 0;  ///< scale points, up positive; 0 unless both are rated on the same scale

  friend bool operator==(const Change&, const Change&) = default;
};

/// The same behavior in other words.
struct Rewording {
  std::string behavior;
  std::string pillar;
  std::string responsibility;
  std::vector<WordRun> words;  ///< the text, with what went and what came
  Answer before;
  Answer after;

  friend bool operator==(const Rewording&, const Rewording&) = default;
};

/// A behavior that only one of the ladders has.
struct Addition {
  std::string behavior;
  std::string pillar;
  std::string responsibility;
  std::string text;
  Answer answer;

  friend bool operator==(const Addition&, const Addition&) = default;
};

/// How a pillar moved. Counts of behaviors with the same text in both ladders.
struct PillarMovement {
  std::string title;
  int improved = 0;
  int regressed = 0;
  int net_points = 0;       ///< sum of scale points moved; 0 across different scales
  std::vector<int> before;  ///< ratings at each point of the earlier scale; behaviors that are rated on both sides
  std::vector<int> after;   ///< the same, of the later scale

  friend bool operator==(const PillarMovement&, const PillarMovement&) = default;
};

/// Which assessment a side of a comparison was.
struct AssessmentHead {
  std::string id;
  std::string ladder_id;
  std::string ladder_title;
  std::string ladder_version;
  Rater rater;
  std::string label;
  Timestamp started_at;
  std::optional<Timestamp> finished_at;

  friend bool operator==(const AssessmentHead&, const AssessmentHead&) = default;
};

AssessmentHead head_of(const Assessment& assessment);

/// What changed between two assessments. A change of the ladder is never counted as a change of a rating.
struct Changes {
  AssessmentHead before;
  AssessmentHead after;
  Scale scale_before;
  Scale scale_after;
  int target_before = 0;
  int target_after = 0;
  bool same_scale = true;  ///< same values and labels; otherwise nothing is subtracted

  std::vector<Change> regressed;        ///< furthest first
  std::vector<Change> improved;         ///< furthest first
  std::vector<Change> newly_rated;      ///< rated now; unrated, n/a or no opportunity before
  std::vector<Change> no_longer_rated;  ///< rated before; unrated now
  std::vector<Change> state_changes;    ///< every other change of state, such as rated → n/a
  std::vector<Change> not_subtracted;   ///< rated on both sides, on different scales
  int unchanged = 0;                    ///< same state and value on both sides
  int still_unrated = 0;                ///< of these, unrated on both sides
  std::vector<PillarMovement> pillars;  ///< of the later ladder, in its order

  std::vector<Rewording> reworded;
  std::vector<Addition> added;
  std::vector<Addition> removed;

  std::vector<Change> unchanged_behaviors;  ///< those that `unchanged` counts, ladder order

  friend bool operator==(const Changes&, const Changes&) = default;
};

/// Joins by behavior key, then by the later ladder's `formerly`. Texts are compared with white space runs as one space.
Changes compare(const Assessment& before, const Assessment& after);

}  // namespace rung
