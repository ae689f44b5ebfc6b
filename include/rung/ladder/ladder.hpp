#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rung {

struct ScalePoint {
  int value = 0;       ///< 1 to 9: the digit that gives this rating
  std::string label;   ///< a word or two
  std::string anchor;  ///< what it means; may be empty

  friend bool operator==(const ScalePoint&, const ScalePoint&) = default;
};

/// The points a behavior can be rated with: 2 to 9 of them, values ascending.
struct Scale {
  std::vector<ScalePoint> points;

  [[nodiscard]] const ScalePoint* find(int value) const;
  /// The number of points below `value`, which must be on the scale.
  [[nodiscard]] std::size_t index_of(int value) const;
  [[nodiscard]] int lowest() const { return points.front().value; }
  [[nodiscard]] int highest() const { return points.back().value; }

  friend bool operator==(const Scale&, const Scale&) = default;
};

/// Whether values and labels are the same, so that ratings can be subtracted.
bool is_same_scale(const Scale& a, const Scale& b);

/// The points of a scale in a message: "1 Not yet, 2 Sometimes, 3 Consistently, 4 Beyond".
std::string list_points(const Scale& scale);

/// The widest title of a behavior, in terminal cells.
inline constexpr int widest_behavior_title = 40;

struct Behavior {
  std::string id;
  std::string key;  ///< `pillar.responsibility.behavior`, unique within the ladder
  std::string text;
  std::vector<std::string> probes;    ///< questions that help recall evidence
  std::optional<int> target;          ///< overrides the ladder's
  std::vector<std::string> formerly;  ///< keys it had in earlier versions of the ladder
  std::string source;                 ///< its place in the document the ladder encodes; may be empty
  /// Versions of this ladder in which the text of this key meant the same.
  std::vector<std::string> same_as = {};
  std::string title = {};               ///< a short name, unique within the ladder; may be empty
  std::vector<std::string> hints = {};  ///< words that people tend to use for evidence of it

  friend bool operator==(const Behavior&, const Behavior&) = default;
};

struct Responsibility {
  std::string id;
  std::string title;
  std::string summary;
  std::vector<Behavior> behaviors;

  friend bool operator==(const Responsibility&, const Responsibility&) = default;
};

struct Pillar {
  std::string id;
  std::string title;
  std::string summary;
  std::vector<Responsibility> responsibilities;

  friend bool operator==(const Pillar&, const Pillar&) = default;
};

/// The threshold of one gate, and whether the ladder states it or uses the default. Assigning states it.
template <class Threshold>
struct GateSetting {
  std::optional<Threshold> threshold;  ///< absent: the gate is off
  bool is_stated = false;

  GateSetting& operator=(Threshold value) {
    threshold = value;
    is_stated = true;
    return *this;
  }
  GateSetting& operator=(std::nullopt_t /*off*/) {
    threshold.reset();
    is_stated = true;
    return *this;
  }

  /// Whether the default applies, so that nothing is written.
  [[nodiscard]] bool empty() const { return !is_stated; }

  /// A stated default is equal to an unstated one.
  friend bool operator==(const GateSetting& a, const GateSetting& b) { return a.threshold == b.threshold; }
};

template <class T>
inline constexpr bool is_gate_setting = false;
template <class Threshold>
inline constexpr bool is_gate_setting<GateSetting<Threshold>> = true;

/// The gates of a ladder. Shares are 0 to 1.
struct Gates {
  GateSetting<double> coverage{0.9};          ///< rated or no opportunity, of what applies; at least
  GateSetting<double> not_applicable{0.15};   ///< of all behaviors, at most; and no pillar entirely
  GateSetting<double> at_target{0.8};         ///< at or above target, of what applies; at least
  GateSetting<double> pillar_at_target{0.6};  ///< the same in every pillar
  GateSetting<bool> responsibility_at_target{
      true};                       ///< no responsibility of two or more that apply entirely below target
  GateSetting<int> floor{1};       ///< no rating below this scale value
  GateSetting<double> shown{0.5};  ///< of the ratings at target, with evidence that counts; at least

  friend bool operator==(const Gates&, const Gates&) = default;
};

/// Where a ladder comes from; all fields may be empty.
struct Provenance {
  std::string title;
  std::string url;
  std::string license;

  friend bool operator==(const Provenance&, const Provenance&) = default;
};

/// The ladders of the next lower and the next higher level, by id; empty for none.
struct Neighbors {
  std::string below;
  std::string above;

  friend bool operator==(const Neighbors&, const Neighbors&) = default;
};

struct Term {
  std::string term;
  std::string meaning;

  friend bool operator==(const Term&, const Term&) = default;
};

/// One rubric for one role at one level.
struct Ladder {
  std::string id;
  std::string title;
  std::string track;
  std::string level;
  std::string version;
  std::string summary;
  Provenance source;
  Scale scale;
  int target = 0;  ///< a value of the scale
  Gates gates;
  std::vector<Pillar> pillars;
  std::vector<Term> terms;
  Neighbors neighbors = {};

  friend bool operator==(const Ladder&, const Ladder&) = default;
};

/// A behavior with its pillar and responsibility. Points into the ladder it was made from.
struct PlacedBehavior {
  const Pillar* pillar = nullptr;
  const Responsibility* responsibility = nullptr;
  const Behavior* behavior = nullptr;
};

/// All behaviors in ladder order.
std::vector<PlacedBehavior> list_behaviors(const Ladder& ladder);

/// The name of a behavior in lists: its title or, without one, as many words of its text as fit into
/// widest_behavior_title cells.
std::string short_name(const Behavior& behavior);

/// The target of `behavior`: its own, or the ladder's.
int target_of(const Ladder& ladder, const Behavior& behavior);

/// Whether `text` is `[a-z0-9][a-z0-9-]{0,63}`, the form of every id and the only text that becomes a file name.
bool is_id(std::string_view text);

}  // namespace rung
