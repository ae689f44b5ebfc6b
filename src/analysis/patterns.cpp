#include <rung/analysis/patterns.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include <rung/analysis/match.hpp>
#include <rung/analysis/shown.hpp>
#include <rung/text/ascii.hpp>

namespace rung {
namespace {

constexpr double count_tolerance = 1e-9;

bool reaches(const Share& share, double threshold) {
  return share.has_basis() && share.value() + count_tolerance >= threshold;
}

bool exceeds(const Share& share, double threshold) { return share.value() > threshold + count_tolerance; }

/// How long a typed answer took since the one before, and to which behavior it was.
using TimedAnswer = std::pair<std::chrono::seconds, std::size_t>;

std::vector<TimedAnswer> list_times(const Assessment& assessment) {
  std::vector<std::pair<std::chrono::sys_seconds, std::size_t>> typed;
  for (std::size_t number = 0; number < assessment.answers.size(); ++number) {
    const Answer& answer = assessment.answers[number];
    const bool is_answered = !std::holds_alternative<Unrated>(answer.rating);
    if (is_answered && answer.origin == Origin::asked && answer.answered_at)
      typed.emplace_back(answer.answered_at->at, number);
  }
  std::sort(typed.begin(), typed.end());
  std::vector<TimedAnswer> times;
  for (std::size_t index = 1; index < typed.size(); ++index) {
    const std::chrono::seconds time = typed[index].first - typed[index - 1].first;
    if (time <= pattern_limits.longest_pause) times.emplace_back(time, typed[index].second);
  }
  return times;
}

/// In seconds.
std::optional<double> find_median(std::vector<TimedAnswer> times) {
  if (times.empty()) return std::nullopt;
  std::sort(times.begin(), times.end());
  const std::chrono::seconds two_middles = times[(times.size() - 1) / 2].first + times[times.size() / 2].first;
  return static_cast<double>(two_middles.count()) / 2;
}

class PatternFinder {
 public:
  PatternFinder(const Gaps& gaps, const Assessment* previous)
      : gaps_(gaps), previous_(previous), window_(evidence_window(gaps.assessment)) {
    if (previous == nullptr) return;
    earlier_ = pair_answers(*previous, gaps.assessment.ladder, Pairing::by_key);
    same_scale_ = is_same_scale(previous->ladder.scale, gaps.scale());
  }

  std::vector<Pattern> find() {
    find_one_value();
    find_flat_pillars();
    find_above_without_evidence();
    find_below_with_evidence();
    if (previous_ != nullptr) find_movements();
    find_many_not_applicable();
    find_repeated_reasons();
    find_quick_answers();
    return std::move(found_);
  }

 private:
  template <class Test>
  [[nodiscard]] std::vector<std::size_t> list_if(Test test) const {
    std::vector<std::size_t> behaviors;
    for (const Standing& standing : gaps_.standings)
      if (test(standing)) behaviors.push_back(standing.at.number);
    return behaviors;
  }

  void find_one_value() {
    const std::vector<int>& counts = gaps_.overall.distribution;
    const auto most = std::max_element(counts.begin(), counts.end());
    const Share share{*most, gaps_.overall.rated};
    if (share.whole < pattern_limits.one_value_ratings || !reaches(share, pattern_limits.one_value)) return;
    const int value = gaps_.scale().points[static_cast<std::size_t>(most - counts.begin())].value;
    const auto has_it = [value](const Standing& one) { return one.rating == value; };
    found_.push_back({PatternKind::one_value, share, list_if(has_it), value});
  }

  void find_flat_pillars() {
    Pattern pattern{PatternKind::flat_pillars, {}};
    for (std::size_t pillar = 0; pillar < gaps_.pillars.size(); ++pillar) {
      const Tally& tally = gaps_.pillars[pillar].tally;
      if (tally.rated < pattern_limits.pillar_ratings) continue;
      ++pattern.share.whole;
      if (*std::max_element(tally.distribution.begin(), tally.distribution.end()) < tally.rated) continue;
      ++pattern.share.part;
      pattern.pillars.push_back(pillar);
    }
    if (pattern.share.part == 0 || !reaches(pattern.share, pattern_limits.flat_pillars)) return;
    pattern.behaviors = list_if([&pattern](const Standing& one) {
      return one.rating && std::count(pattern.pillars.begin(), pattern.pillars.end(), one.at.pillar) > 0;
    });
    found_.push_back(std::move(pattern));
  }

  void add_unless_empty(PatternKind kind, std::vector<std::size_t> behaviors, std::size_t whole) {
    if (behaviors.empty()) return;
    const Share share{static_cast<int>(behaviors.size()), static_cast<int>(whole)};
    found_.push_back({kind, share, std::move(behaviors)});
  }

  void find_above_without_evidence() {
    add_unless_empty(PatternKind::above_without_evidence,
                     list_if([](const Standing& one) { return one.is_above_target() && one.is_claimed(); }),
                     gaps_.strengths.size());
  }

  void find_below_with_evidence() {
    const std::size_t before = found_.size();
    const auto is_below = [](const Standing& one) { return one.gap().has_value(); };
    const auto has_proofs = [&](const Standing& one) {
      return is_below(one) && count_new(one) >= pattern_limits.proofs;
    };
    add_unless_empty(PatternKind::below_with_evidence, list_if(has_proofs), list_if(is_below).size());
    if (found_.size() > before && previous_ != nullptr) found_.back().since = previous_->on;
  }

  /// The pieces of evidence that count and are new since the previous assessment.
  [[nodiscard]] int count_new(const Standing& standing) const {
    const Answer& answer = gaps_.answer(standing);
    return static_cast<int>(std::count_if(answer.evidence.begin(), answer.evidence.end(), [&](const Evidence& one) {
      return is_new(one, standing) && (previous_ == nullptr || one.on > previous_->on);
    }));
  }

  /// Whether it counts and was not there the previous time.
  [[nodiscard]] bool is_new(const Evidence& evidence, const Standing& standing) const {
    if (age_of(evidence, window_) != EvidenceAge::counts) return false;
    const Answer* earlier = previous_ == nullptr ? nullptr : earlier_[standing.at.number].answer;
    return earlier == nullptr || !has_evidence(*earlier, evidence);
  }

  /// The previous rating, if the two can be compared.
  [[nodiscard]] std::optional<int> earlier_rating(const Standing& standing) const {
    const PairedAnswer& earlier = earlier_[standing.at.number];
    if (!same_scale_ || earlier.answer == nullptr || earlier.wording == Wording::reworded) return std::nullopt;
    return rated_value(earlier.answer->rating);
  }

  void find_movements() {
    const auto is_raised = [this](const Standing& one) {
      const auto earlier = earlier_rating(one);
      return earlier && one.rating && *one.rating > *earlier;
    };
    const auto has_moved = [this](const Standing& one) {
      const auto earlier = earlier_rating(one);
      return earlier && one.rating && *one.rating != *earlier;
    };
    const auto has_nothing_new = [this](const Standing& one) {
      const std::vector<Evidence>& evidence = gaps_.answer(one).evidence;
      return std::none_of(evidence.begin(), evidence.end(), [&](const Evidence& piece) { return is_new(piece, one); });
    };
    const auto has_old_note = [this](const Standing& one) {
      const std::string& note = gaps_.answer(one).note;
      return !note.empty() && note == earlier_[one.at.number].answer->note;
    };
    const std::size_t before = found_.size();
    add_unless_empty(PatternKind::raised_without_evidence,
                     list_if([&](const Standing& one) { return is_raised(one) && has_nothing_new(one); }),
                     list_if(is_raised).size());
    add_unless_empty(PatternKind::note_unchanged,
                     list_if([&](const Standing& one) { return has_moved(one) && has_old_note(one); }),
                     list_if(has_moved).size());
    for (std::size_t index = before; index < found_.size(); ++index) found_[index].since = previous_->on;
  }

  void find_many_not_applicable() {
    const Share share = gaps_.overall.share_not_applicable();
    if (exceeds(share, pattern_limits.not_applicable))
      found_.push_back({PatternKind::many_not_applicable, share, gaps_.not_applicable});
  }

  void find_repeated_reasons() {
    std::map<std::string, std::vector<std::size_t>> by_reason;
    for (const std::size_t index : gaps_.not_applicable) {
      const auto& excused = std::get<NotApplicable>(gaps_.answer(gaps_.standings[index]).rating);
      by_reason[to_lower(trim(excused.reason))].push_back(index);
    }
    std::vector<std::vector<std::size_t>> repeated;
    for (auto& [reason, behaviors] : by_reason)
      if (static_cast<int>(behaviors.size()) > pattern_limits.one_reason) repeated.push_back(std::move(behaviors));
    std::sort(repeated.begin(), repeated.end());
    for (std::vector<std::size_t>& behaviors : repeated)
      add_unless_empty(PatternKind::repeated_reason, std::move(behaviors), gaps_.not_applicable.size());
  }

  void find_quick_answers() {
    const std::vector<TimedAnswer> times = list_times(gaps_.assessment);
    const auto median = find_median(times);
    if (!median || *median >= static_cast<double>(pattern_limits.quick.count())) return;
    std::vector<std::size_t> quick;
    for (const TimedAnswer& one : times)
      if (one.first < pattern_limits.quick) quick.push_back(one.second);
    std::sort(quick.begin(), quick.end());
    add_unless_empty(PatternKind::quick_answers, std::move(quick), times.size());
    found_.back().seconds = median;
  }

  const Gaps& gaps_;
  const Assessment* previous_;
  EvidenceWindow window_;
  std::vector<PairedAnswer> earlier_;  ///< one per behavior; empty without a previous assessment
  bool same_scale_ = false;
  std::vector<Pattern> found_;
};

}  // namespace

std::string_view name_of(PatternKind kind) {
  switch (kind) {
    case PatternKind::one_value: return "one value";
    case PatternKind::flat_pillars: return "flat pillars";
    case PatternKind::above_without_evidence: return "above without evidence";
    case PatternKind::below_with_evidence: return "below with evidence";
    case PatternKind::raised_without_evidence: return "raised without evidence";
    case PatternKind::note_unchanged: return "note unchanged";
    case PatternKind::many_not_applicable: return "many not applicable";
    case PatternKind::repeated_reason: return "repeated reason";
    case PatternKind::quick_answers: return "quick answers";
  }
  return {};
}

std::optional<std::chrono::seconds> find_pace(const Assessment& assessment) {
  const std::vector<TimedAnswer> times = list_times(assessment);
  if (times.size() + 1 < pattern_limits.paced_answers) return std::nullopt;
  return std::chrono::seconds(std::lround(*find_median(times)));
}

std::vector<Pattern> find_patterns(const Gaps& gaps, const Assessment* previous) {
  return PatternFinder(gaps, previous).find();
}

}  // namespace rung
