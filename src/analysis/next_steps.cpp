#include <rung/analysis/next_steps.hpp>

#include <algorithm>
#include <utility>
#include <variant>

namespace rung {
namespace {

using Indices = std::vector<std::size_t>;

/// The demand of one short gate, or of one part of it.
struct Demand {
  StepKind kind = StepKind::raise;
  GateKind gate = GateKind::coverage;
  Indices candidates = {};  ///< best first
  int missing = 1;          ///< how many of them it needs
};

bool is_of(const Standing& standing, const GatePart& part) {
  return standing.at.pillar == part.pillar &&
         (!part.responsibility || standing.at.responsibility == *part.responsibility);
}

bool has(const Indices& indices, std::size_t index) {
  return std::find(indices.begin(), indices.end(), index) != indices.end();
}

/// The order in which gates get steps: the order of judging, but with at_target last.
int rank(GateKind gate) {
  return gate == GateKind::at_target ? static_cast<int>(GateKind::shown) + 1 : static_cast<int>(gate);
}

class DemandList {
 public:
  DemandList(const Gaps& gaps, const Readiness& readiness) : gaps_(gaps), readiness_(readiness) {}

  [[nodiscard]] std::vector<Demand> list() const {
    std::vector<Demand> demands;
    for (const Gate& gate : readiness_.gates)
      if (gate.verdict == Verdict::falls_short) add(demands, gate);
    // Raising a pillar or a responsibility also raises the whole, so the whole needs only the rest.
    std::stable_sort(demands.begin(), demands.end(),
                     [](const Demand& a, const Demand& b) { return rank(a.gate) < rank(b.gate); });
    std::erase_if(demands, [](const Demand& demand) { return demand.candidates.empty(); });
    return demands;
  }

 private:
  void add(std::vector<Demand>& demands, const Gate& gate) const {
    const int missing = gate.needed - gate.share.part;
    switch (gate.kind) {
      case GateKind::coverage: demands.push_back({StepKind::answer, gate.kind, gaps_.unrated, missing}); break;
      case GateKind::not_applicable: demands.push_back({StepKind::reconsider, gate.kind, list_excused(gate)}); break;
      case GateKind::at_target: demands.push_back({StepKind::raise, gate.kind, list_below(nullptr), missing}); break;
      case GateKind::pillar_at_target:
      case GateKind::responsibility_at_target: add_parts(demands, gate); break;
      case GateKind::floor:
        demands.push_back({StepKind::raise, gate.kind, gate.behaviors, static_cast<int>(gate.behaviors.size())});
        break;
      case GateKind::shown: demands.push_back({StepKind::show, gate.kind, list_claimed(), missing}); break;
    }
  }

  void add_parts(std::vector<Demand>& demands, const Gate& gate) const {
    for (const GatePart& part : gate.parts)
      if (part.verdict == Verdict::falls_short) add_part(demands, gate.kind, part);
  }

  void add_part(std::vector<Demand>& demands, GateKind kind, const GatePart& part) const {
    const int missing = part.needed - part.share.part;
    Demand raise{StepKind::raise, kind, list_below(&part), missing};
    if (raise.candidates.empty()) raise = {StepKind::opportunity, kind, list_waiting(part), missing};
    demands.push_back(std::move(raise));
  }

  /// Behaviors of the part, or of all, that are rated below target.
  [[nodiscard]] Indices list_below(const GatePart* part) const {
    Indices below;
    for (const Standing& standing : gaps_.standings)
      if (standing.gap() && (part == nullptr || is_of(standing, *part))) below.push_back(standing.at.number);
    std::stable_sort(below.begin(), below.end(), [this](std::size_t a, std::size_t b) {
      return std::pair(-count_served(a), gaps_.standings[a].gap()) <
             std::pair(-count_served(b), gaps_.standings[b].gap());
    });
    return below;
  }

  [[nodiscard]] Indices list_waiting(const GatePart& part) const {
    Indices waiting;
    for (const Standing& standing : gaps_.standings)
      if (is_of(standing, part) && std::holds_alternative<NoOpportunity>(gaps_.answer(standing).rating))
        waiting.push_back(standing.at.number);
    return waiting;
  }

  /// The number of short gates that a behavior would help if it were at target.
  [[nodiscard]] int count_served(std::size_t index) const {
    const Standing& standing = gaps_.standings[index];
    int served = 0;
    for (const Gate& gate : readiness_.gates) {
      const auto is_in_short_part = [&](const GatePart& part) {
        return part.verdict == Verdict::falls_short && is_of(standing, part);
      };
      const bool has_parts = gate.kind == GateKind::pillar_at_target || gate.kind == GateKind::responsibility_at_target;
      if (has_parts && std::any_of(gate.parts.begin(), gate.parts.end(), is_in_short_part)) ++served;
      if (has(gate.behaviors, index)) ++served;
    }
    return served;
  }

  /// Those in pillars that are entirely not applicable come first.
  [[nodiscard]] Indices list_excused(const Gate& gate) const {
    Indices excused = gaps_.not_applicable;
    std::stable_partition(excused.begin(), excused.end(), [&](std::size_t index) {
      return std::any_of(gate.parts.begin(), gate.parts.end(),
                         [&](const GatePart& part) { return is_of(gaps_.standings[index], part); });
    });
    return excused;
  }

  /// Ratings above target come first, because they are the larger claims.
  [[nodiscard]] Indices list_claimed() const {
    Indices claimed = gaps_.claimed;
    std::stable_partition(claimed.begin(), claimed.end(),
                          [this](std::size_t index) { return gaps_.standings[index].is_above_target(); });
    return claimed;
  }

  const Gaps& gaps_;
  const Readiness& readiness_;
};

class StepFinder {
 public:
  StepFinder(const Gaps& gaps, const Readiness& readiness, const LookBack& past)
      : gaps_(gaps), past_(past), demands_(DemandList(gaps, readiness).list()) {}

  [[nodiscard]] std::vector<NextStep> find() {
    serve_each_gate();
    serve_demands();
    std::stable_sort(steps_.begin(), steps_.end(),
                     [](const NextStep& a, const NextStep& b) { return rank(*a.gate) < rank(*b.gate); });
    add_others();
    return std::move(steps_);
  }

 private:
  [[nodiscard]] bool is_full() const { return steps_.size() >= most_next_steps; }

  void serve_each_gate() {
    std::optional<GateKind> served;
    for (const Demand& demand : demands_) {
      if (demand.gate == served || is_full()) continue;
      served = demand.gate;
      if (count_taken(demand) == 0) add(demand);
    }
  }

  void serve_demands() {
    for (const Demand& demand : demands_) {
      const bool is_one_step = demand.kind != StepKind::raise && demand.kind != StepKind::opportunity;
      const int wanted = is_one_step ? 1 : demand.missing;
      while (!is_full() && count_taken(demand) < wanted && add(demand)) {
      }
    }
  }

  /// The number of steps that already meet the demand.
  [[nodiscard]] int count_taken(const Demand& demand) const {
    return static_cast<int>(std::count_if(steps_.begin(), steps_.end(), [&demand](const NextStep& step) {
      return step.kind == demand.kind && has(demand.candidates, step.behaviors.front());
    }));
  }

  /// Adds a step for the first candidate that has none; returns false if there is no such candidate.
  bool add(const Demand& demand) {
    if (demand.kind != StepKind::raise && demand.kind != StepKind::opportunity) {
      steps_.push_back({demand.kind, demand.gate, demand.candidates, demand.missing, false, {}});
      return true;
    }
    const auto candidate = std::find_if(demand.candidates.begin(), demand.candidates.end(),
                                        [this](std::size_t index) { return !is_taken(index); });
    if (candidate == demand.candidates.end()) return false;
    steps_.push_back(make_step(demand.kind, *candidate));
    steps_.back().gate = demand.gate;
    steps_.back().missing = demand.missing;
    return true;
  }

  void add_others() {
    const auto any = [](std::size_t) { return true; };
    const auto below = [this](std::size_t index) { return gaps_.standings[index].gap().has_value(); };
    add_gap(below);
    add_gap([this](std::size_t index) { return past_.unmoved_since[index].has_value(); });
    add_gap([&below](std::size_t index) { return !below(index); });
    while (!is_full() && add_gap(any)) {
    }
  }

  /// Adds the first wanted gap without a step; returns false if there is none.
  template <class Wanted>
  bool add_gap(Wanted wanted) {
    if (is_full()) return false;
    for (const std::size_t index : gaps_.gaps) {
      if (is_taken(index) || !wanted(index)) continue;
      steps_.push_back(make_step(gaps_.standings[index].gap() ? StepKind::raise : StepKind::opportunity, index));
      return true;
    }
    return false;
  }

  [[nodiscard]] NextStep make_step(StepKind kind, std::size_t index) const {
    const auto gap = gaps_.standings[index].gap();
    return {kind, {}, {index}, 0, gap && gap == gaps_.overall.widest_gap, past_.unmoved_since[index]};
  }

  [[nodiscard]] bool is_taken(std::size_t index) const {
    return std::any_of(steps_.begin(), steps_.end(), [index](const NextStep& step) {
      return step.behaviors.size() == 1 && step.behaviors.front() == index;
    });
  }

  const Gaps& gaps_;
  const LookBack& past_;
  std::vector<Demand> demands_;
  std::vector<NextStep> steps_;
};

}  // namespace

std::string_view name_of(StepKind kind) {
  switch (kind) {
    case StepKind::answer: return "answer";
    case StepKind::reconsider: return "reconsider";
    case StepKind::raise: return "raise";
    case StepKind::show: return "show";
    case StepKind::opportunity: return "opportunity";
  }
  return {};
}

std::vector<NextStep> find_next_steps(const Gaps& gaps, const Readiness& readiness, const LookBack& past) {
  return StepFinder(gaps, readiness, past).find();
}

}  // namespace rung
