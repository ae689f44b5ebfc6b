#include <rung/analysis/look_back.hpp>

#include <cstddef>
#include <variant>

#include <rung/analysis/match.hpp>

namespace rung {
namespace {

/// The answer to the same question, if it can be compared.
const Answer* comparable(const PairedAnswer& paired) {
  return paired.wording == Wording::identical ? paired.answer : nullptr;
}

void count_answer(Share& share, const Rating& rating, int target) {
  if (std::holds_alternative<NotApplicable>(rating)) return;
  ++share.whole;
  const auto value = rated_value(rating);
  if (value && *value >= target) ++share.part;
}

TimeBefore compare_with(const Gaps& gaps, const Assessment& earlier, const std::vector<PairedAnswer>& paired) {
  TimeBefore time;
  time.on = earlier.on;
  for (const Standing& standing : gaps.standings) {
    const Answer* before = comparable(paired[standing.at.number]);
    if (before == nullptr) continue;
    ++time.compared;
    count_answer(time.before, before->rating, standing.target);
    count_answer(time.now, gaps.answer(standing).rating, standing.target);
  }
  return time;
}

/// The standstill of one behavior, from the latest time back.
struct Standstill {
  std::size_t times = 0;  ///< how often it was asked and rated the same
  std::optional<Date> since;
  bool has_ended = false;
};

void look_at(Standstill& still, const Answer* before, int rating, Date on) {
  if (still.has_ended) return;
  if (before == nullptr || rated_value(before->rating) != rating) {
    still.has_ended = true;
  } else if (before->origin != Origin::carried) {
    ++still.times;
    still.since = on;
  }
}

}  // namespace

LookBack look_back(const Gaps& gaps, std::span<const Assessment> earlier) {
  LookBack past;
  std::vector<Standstill> stills(gaps.standings.size());
  for (const Standing& standing : gaps.standings) {
    Standstill& still = stills[standing.at.number];
    still.has_ended = !standing.gap();
    still.times = gaps.answer(standing).origin == Origin::carried ? 0 : 1;
  }
  for (const Assessment& one : earlier) {
    if (!is_same_scale(one.ladder.scale, gaps.scale())) break;
    const std::vector<PairedAnswer> paired = pair_answers(one, gaps.assessment.ladder, Pairing::by_key);
    if (&one == &earlier.front()) past.previous = compare_with(gaps, one, paired);
    for (const Standing& standing : gaps.standings)
      if (standing.rating)
        look_at(stills[standing.at.number], comparable(paired[standing.at.number]), *standing.rating, one.on);
  }
  for (const Standstill& still : stills)
    past.unmoved_since.push_back(still.times >= standstill ? still.since : std::nullopt);
  return past;
}

}  // namespace rung
