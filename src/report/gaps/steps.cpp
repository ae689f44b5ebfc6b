#include "steps.hpp"

#include <fmt/format.h>

#include "../wording.hpp"

namespace rung {
namespace {

Run link_of(const GapReport& report, const NextStep& step) {
  const Standing& standing = report.gaps.standings[step.behaviors.front()];
  return link_to(report.gaps.answer(standing).behavior, short_name(*report.gaps.place(standing).behavior));
}

/// The words of a step for several behaviors.
struct StepWords {
  std::string_view one;   ///< before the name of the only behavior
  std::string_view many;  ///< before their count
  std::string_view noun;
};

/// `Answer 10 of 12 questions, first: …`: as many as the gate needs.
Inline count_and_name(const GapReport& report, const NextStep& step, const StepWords& words) {
  const auto count = static_cast<int>(step.behaviors.size());
  if (count == 1) return {text(fmt::format("{}: ", words.one)), link_of(report, step)};
  const bool is_part = step.kind != StepKind::reconsider && step.missing < count;
  const std::string amount = is_part ? fmt::format("{} of {}", step.missing, count) : fmt::format("{}", count);
  return {text(fmt::format("{} {} {}, first: ", words.many, amount, words.noun)), link_of(report, step)};
}

Inline describe_step(const GapReport& report, const NextStep& step) {
  switch (step.kind) {
    case StepKind::answer: return count_and_name(report, step, {"Answer", "Answer", "questions"});
    case StepKind::reconsider:
      return count_and_name(report, step, {"Reconsider", "Reconsider", "behaviors called not applicable"});
    case StepKind::raise: return {link_of(report, step)};
    case StepKind::show: return count_and_name(report, step, {"Add evidence", "Add evidence to", "claims"});
    case StepKind::opportunity: return {text("Ask for an opportunity: "), link_of(report, step)};
  }
  return {};
}

std::string describe_move(const GapReport& report, const NextStep& step) {
  const Standing& standing = report.gaps.standings[step.behaviors.front()];
  if (step.kind != StepKind::raise || !standing.rating) return {};
  return fmt::format("{}\u00A0→\u00A0{}", *standing.rating, standing.target);
}

std::string describe_gate(const GapReport& report, const NextStep& step) {
  const Ladder& ladder = report.gaps.assessment.ladder;
  const BehaviorIndex& at = report.gaps.standings[step.behaviors.front()].at;
  const Pillar& pillar = ladder.pillars[at.pillar];
  switch (*step.gate) {
    case GateKind::not_applicable: return "more than the gate allows";
    case GateKind::pillar_at_target: return fmt::format("{} needs {} more", pillar.title, step.missing);
    case GateKind::responsibility_at_target:
      return fmt::format("nothing in {} is at target", pillar.responsibilities[at.responsibility].title);
    case GateKind::floor: return "below the floor";
    default: return fmt::format("{} more needed", step.missing);
  }
}

std::string describe_reasons(const GapReport& report, const NextStep& step, Extent extent) {
  const Standing& standing = report.gaps.standings[step.behaviors.front()];
  const std::string still = step.behaviors.size() == 1 ? describe_standstill(report, standing) : std::string();
  // On a screen, the other kinds of steps need no reason.
  if (extent == Extent::screen && step.kind != StepKind::raise) return {};
  if (extent == Extent::screen && !still.empty()) return still;
  std::string reason;
  if (step.gate)
    reason = describe_gate(report, step);
  else if (step.kind == StepKind::opportunity)
    reason = "a question for your manager";
  else if (step.is_widest && *standing.gap() > 1)
    reason = "the widest gap";
  if (reason.empty()) return still.empty() ? "below target" : still;
  return still.empty() ? reason : fmt::format("{} · {}", reason, still);
}

}  // namespace

std::string describe_standstill(const GapReport& report, const Standing& standing) {
  const auto since = report.past.unmoved_since[standing.at.number];
  if (!since) return {};
  const Date on = report.gaps.assessment.on;
  return fmt::format("never moved since {}", since->year() == on.year()
                                                 ? name_month(*since, on)
                                                 : fmt::format("{}", static_cast<int>(since->year())));
}

Paragraph compose_next_level(const GapReport& report) {
  const std::string& above = report.gaps.assessment.ladder.neighbors.above;
  if (!report.next.empty() || above.empty() || report.what_if || !report.readiness.all_passed()) return {};
  const std::string named = report.arguments.empty() ? std::string() : fmt::format(" {}", report.arguments);
  return {{text("Nothing is short. See what the next level asks: "),
           text(glue(fmt::format("rung report{} --against {}", named, above)), Tone::key)}};
}

Steps compose_steps(const GapReport& report, Extent extent) {
  Steps steps;
  for (const NextStep& step : report.next) {
    const BehaviorIndex& at = report.gaps.standings[step.behaviors.front()].at;
    steps.steps.push_back({report.gaps.assessment.ladder.pillars[at.pillar].title, describe_step(report, step),
                           describe_move(report, step), describe_reasons(report, step, extent)});
  }
  return steps;
}

}  // namespace rung
