#pragma once

#include <optional>
#include <string>
#include <vector>

#include <rung/analysis/share.hpp>
#include <rung/assessment/assessment.hpp>

namespace rung {

struct GapOptions {
  /// Replaces the ladder's target; behaviors with a target of their own keep it. Must be on the scale.
  std::optional<int> target;
};

/// One behavior and where it stands.
struct Standing {
  std::string pillar;          ///< title
  std::string responsibility;  ///< title
  std::string text;
  Answer answer;  ///< its `behavior` is the key
  int target = 0;

  /// Target minus rating in scale values, when positive. Absent when not rated.
  [[nodiscard]] std::optional<int> gap() const;
  [[nodiscard]] bool is_at_target() const;  ///< rated at or above target
  [[nodiscard]] bool is_above_target() const;
  [[nodiscard]] bool is_shown() const;  ///< has a note or evidence

  friend bool operator==(const Standing&, const Standing&) = default;
};

/// Counts over a set of behaviors. rated + not_applicable + no_opportunity + unrated = behaviors.
struct Tally {
  int behaviors = 0;
  int rated = 0;
  int not_applicable = 0;
  int no_opportunity = 0;
  int unrated = 0;
  int at_target = 0;
  std::vector<int> distribution;  ///< ratings at each scale point, in scale order
  std::optional<int> widest_gap;  ///< the largest gap(); absent when there is none

  [[nodiscard]] int applicable() const { return behaviors - not_applicable; }
  [[nodiscard]] Share coverage() const { return {rated, applicable()}; }
  /// At or above target of applicable: what is not rated does not count as shown.
  [[nodiscard]] Share share_at_target() const { return {at_target, applicable()}; }

  friend bool operator==(const Tally&, const Tally&) = default;
};

struct ResponsibilityStanding {
  std::string id;
  std::string title;
  Tally tally;

  friend bool operator==(const ResponsibilityStanding&, const ResponsibilityStanding&) = default;
};

struct PillarStanding {
  std::string id;
  std::string title;
  Tally tally;
  std::vector<ResponsibilityStanding> responsibilities;

  friend bool operator==(const PillarStanding&, const PillarStanding&) = default;
};

/// Where an assessment stands against its targets. The lists hold copies, so that a Gaps outlives the assessment.
struct Gaps {
  Scale scale;
  int target = 0;  ///< the ladder's, or the one asked for
  Tally overall;
  std::vector<PillarStanding> pillars;
  std::vector<Standing> standings;  ///< every behavior, ladder order
  std::vector<Standing> gaps;       ///< rated below target, widest first, then no opportunity; ladder order within
  std::vector<Standing> closest;    ///< exactly one scale point below target, ladder order
  std::vector<Standing> strengths;  ///< above target, highest above first
  std::vector<Standing> claimed;    ///< at or above target without a note or evidence, ladder order
  std::vector<Standing> not_applicable;
  std::vector<Standing> unrated;

  friend bool operator==(const Gaps&, const Gaps&) = default;
};

/// Where every behavior stands, ladder order: Gaps::standings without the rest.
std::vector<Standing> list_standings(const Assessment& assessment, const GapOptions& options = {});

Gaps find_gaps(const Assessment& assessment, const GapOptions& options = {});

}  // namespace rung
