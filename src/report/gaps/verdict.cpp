#include "verdict.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <rung/analysis/origins.hpp>
#include <rung/assessment/day_words.hpp>
#include <rung/text/width.hpp>

#include "../gate_words.hpp"
#include "../wording.hpp"

namespace rung {
namespace {

/// The most responsibilities that a sentence names. Short pillars are always named.
constexpr std::size_t most_responsibilities = 3;

std::string is_or_are(int count) { return count == 1 ? "is" : "are"; }

std::string describe_pillars(const Gate& gate, const Ladder& ladder) {
  std::vector<std::string> pillars;
  for (const GatePart& part : gate.parts)
    if (part.verdict == Verdict::falls_short)
      pillars.push_back(fmt::format("{} has {}{} and needs\u00A0{}", ladder.pillars[part.pillar].title,
                                    describe_counts(part.share), pillars.empty() ? " at target" : "", part.needed));
  return fmt::format("{}", fmt::join(pillars, ", "));
}

std::string describe_responsibilities(const Gate& gate, const Ladder& ladder) {
  std::vector<std::string> names;
  for (const GatePart& part : gate.parts)
    if (part.verdict == Verdict::falls_short) names.push_back(name_gate_part(part, ladder));
  if (names.size() > most_responsibilities) {
    const std::size_t more = names.size() - most_responsibilities;
    names.resize(most_responsibilities);
    names.push_back(fmt::format("{}\u00A0more", more));
  }
  return fmt::format("nothing is at target in {}", join_names(names));
}

std::string describe_excused(const Gate& gate, const Ladder& ladder) {
  std::vector<std::string> found;
  if (gate.share.part > gate.needed)
    found.push_back(fmt::format("{} {} not applicable, and at most\u00A0{} may be", describe_counts(gate.share),
                                is_or_are(gate.share.part), gate.needed));
  for (const GatePart& part : gate.parts)
    found.push_back(fmt::format("all of {} is not applicable", ladder.pillars[part.pillar].title));
  return fmt::format("{}", fmt::join(found, "; "));
}

/// Why a gate is short, as a part of a sentence.
std::string describe_shortfall(const Gate& gate, const Gaps& gaps) {
  const Ladder& ladder = gaps.assessment.ladder;
  const std::string found = describe_counts(gate.share);
  switch (gate.kind) {
    case GateKind::coverage:
      return fmt::format("{} {} answered, and {} are needed", found, is_or_are(gate.share.part), gate.needed);
    case GateKind::not_applicable: return describe_excused(gate, ladder);
    case GateKind::at_target:
      return fmt::format("{} {} at target, and {} are needed", found, is_or_are(gate.share.part), gate.needed);
    case GateKind::pillar_at_target: return describe_pillars(gate, ladder);
    case GateKind::responsibility_at_target: return describe_responsibilities(gate, ladder);
    case GateKind::floor: {
      const auto below = static_cast<int>(gate.behaviors.size());
      return fmt::format("{} {} below {}", count_of(below, "rating"), is_or_are(below),
                         describe_value(gaps.scale(), *gate.floor));
    }
    case GateKind::shown:
      return fmt::format("{} {} at target {} evidence, and {} needed", found,
                         gate.share.whole == 1 ? "rating" : "ratings", gate.share.part == 1 ? "has" : "have",
                         gate.needed == 1 ? "1 is" : fmt::format("{} are", gate.needed));
  }
  return {};
}

/// `2 pillars (Direction, Talent)`; from three on they are only counted.
std::string list_short_parts(const Gate& gate, const Ladder& ladder, std::string_view one, std::string_view many) {
  constexpr std::size_t most_named = 2;
  std::vector<std::string> names;
  for (const GatePart& part : gate.parts)
    if (part.verdict == Verdict::falls_short) names.push_back(name_gate_part(part, ladder));
  const std::string count = fmt::format("{}\u00A0{}", names.size(), names.size() == 1 ? one : many);
  return names.size() > most_named ? count : fmt::format("{} ({})", count, fmt::join(names, ", "));
}

/// The same, if many gates are short.
std::string describe_shortfall_briefly(const Gate& gate, const Gaps& gaps) {
  const Ladder& ladder = gaps.assessment.ladder;
  const std::string found = describe_counts(gate.share);
  switch (gate.kind) {
    case GateKind::coverage: return fmt::format("{} answered (needs\u00A0{})", found, gate.needed);
    case GateKind::not_applicable: return fmt::format("{} not applicable (at most\u00A0{})", found, gate.needed);
    case GateKind::at_target: return fmt::format("{} at target (needs\u00A0{})", found, gate.needed);
    case GateKind::pillar_at_target: return list_short_parts(gate, ladder, "pillar", "pillars");
    case GateKind::responsibility_at_target:
      return list_short_parts(gate, ladder, "responsibility", "responsibilities");
    case GateKind::floor:
      return fmt::format("{} below the floor ({})", count_of(gate.behaviors.size(), "rating"),
                         describe_value(gaps.scale(), *gate.floor));
    case GateKind::shown: return fmt::format("{} with evidence (needs\u00A0{})", found, gate.needed);
  }
  return {};
}

/// If the list of short gates is wider than this, it is abbreviated. The map shows what each pillar needs.
constexpr int most_shortfall_cells = 210;

std::string list_shortfalls(const Readiness& readiness, const Gaps& gaps) {
  std::vector<std::string> shortfalls;
  std::vector<std::string> brief;
  for (const Gate& gate : readiness.gates) {
    if (gate.verdict != Verdict::falls_short) continue;
    shortfalls.push_back(describe_shortfall(gate, gaps));
    brief.push_back(describe_shortfall_briefly(gate, gaps));
  }
  std::string list = fmt::format("{}", fmt::join(shortfalls, "; "));
  return cell_width(list) <= most_shortfall_cells ? list : join_names(brief);
}

std::string count_gates(int count, std::string_view what) {
  return fmt::format("{} {} {} {}", number_word(count, Capital::first), count == 1 ? "gate" : "gates", is_or_are(count),
                     what);
}

std::string describe_gates(const GapReport& report) {
  const Readiness& readiness = report.readiness;
  const auto all = static_cast<int>(readiness.gates.size());
  if (all == 0) return {};
  if (readiness.all_passed())
    return all == 1 ? "The one gate is passed." : fmt::format("All {} gates are passed.", number_word(all));
  std::vector<std::string> open;
  for (const Gate& gate : readiness.gates)
    if (gate.verdict == Verdict::open) open.push_back(name_gate_briefly(gate.kind));
  std::string words;
  if (const int count = readiness.count(Verdict::falls_short); count > 0)
    words = fmt::format("{}: {}.", count_gates(count, "short"), list_shortfalls(readiness, report.gaps));
  if (open.empty()) return words;
  return fmt::format("{}{}{}, with nothing to judge: {}.", words, words.empty() ? "" : " ",
                     count_gates(static_cast<int>(open.size()), "open"), join_names(open));
}

/// `up from 36 in May`, `as in May`.
std::string describe_move(const TimeBefore& past, Date on) {
  const bool is_same_month = past.on.year() == on.year() && past.on.month() == on.month();
  const std::string time = is_same_month ? fmt::format("on {}", glue(describe_day(past.on, on)))
                                         : fmt::format("in {}", name_month(past.on, on));
  if (past.before.part == past.now.part) return fmt::format("as {}", time);
  return fmt::format("{} from\u00A0{} {}", past.now.part > past.before.part ? "up" : "down", past.before.part, time);
}

bool is_short(const Readiness& readiness, GateKind kind) {
  return std::any_of(readiness.gates.begin(), readiness.gates.end(),
                     [kind](const Gate& gate) { return gate.kind == kind && gate.verdict == Verdict::falls_short; });
}

/// `, 52 not applicable` if there are many, because a share of few behaviors means little.
std::string describe_excuses(const Tally& all) {
  if (all.share_not_applicable().value() <= pattern_limits.not_applicable) return {};
  return fmt::format(", {}\u00A0not applicable", all.not_applicable);
}

std::string describe_at_target(const GapReport& report) {
  const Tally& all = report.gaps.overall;
  const auto& past = report.past.previous;
  const Date on = report.gaps.assessment.on;
  const Share share = all.share_at_target();
  const std::string now =
      fmt::format("{} at target ({}%){}", describe_counts(share), percent(share), describe_excuses(all));
  const bool is_said = is_short(report.readiness, GateKind::at_target);
  if (!past || past->compared == 0) return is_said ? std::string() : fmt::format("{}.", now);
  if (past->compared < all.behaviors)
    return fmt::format("{}. Of the {} that compare with {}, {} {} at target, {}.", now, past->compared,
                       name_month(past->on, on), past->now.part, is_or_are(past->now.part), describe_move(*past, on));
  if (is_said)
    return fmt::format("At target is {}{}.", past->before.part == past->now.part ? "the same " : "",
                       describe_move(*past, on));
  return fmt::format("{}, {}.", now, describe_move(*past, on));
}

std::string describe_carried(const Assessment& assessment) {
  const OriginCounts origins = count_origins(assessment);
  if (origins.carried == 0) return {};
  return fmt::format("{} carried from {}.",
                     origins.carried == 1 ? "One answer is" : fmt::format("{} answers are", origins.carried),
                     glue(describe_day(*origins.youngest, assessment.on)));
}

std::string describe_nothing_applies(const GapReport& report) {
  for (const Gate& gate : report.readiness.gates)
    if (gate.kind == GateKind::not_applicable)
      return fmt::format("All {} behaviors are not applicable, and at most\u00A0{} may be. Nothing else can be judged.",
                         gate.share.whole, gate.needed);
  return "No behavior applies, so there is nothing to judge.";
}

std::string describe_all(const GapReport& report) {
  const Tally& all = report.gaps.overall;
  if (all.applicable() == 0) return describe_nothing_applies(report);
  if (all.unrated == all.behaviors)
    return fmt::format("Nothing is rated yet: all {} behaviors are open.", all.behaviors);
  std::vector<std::string> sentences;
  if (report.what_if)
    sentences.push_back(fmt::format("What if the target were {}? {} would be at target ({}%). No gate is judged.",
                                    describe_value(report.gaps.scale(), *report.what_if),
                                    describe_counts(all.share_at_target()), percent(all.share_at_target())));
  else
    sentences = {describe_gates(report), describe_at_target(report)};
  sentences.push_back(describe_carried(report.gaps.assessment));
  std::erase(sentences, std::string());
  return fmt::format("{}", fmt::join(sentences, " "));
}

Tone tone_of(const Readiness& readiness) {
  if (readiness.count(Verdict::falls_short) > 0) return Tone::bad;
  return !readiness.gates.empty() && readiness.all_passed() ? Tone::good : Tone::plain;
}

Gauge make_gauge(const Gate& gate, const Gaps& gaps) {
  const Tag verdict = tag_of(gate.verdict);
  const bool is_judged = gate.verdict != Verdict::open;
  const std::string finding = is_judged ? describe_margin(gate, gaps) : std::string("nothing to judge");
  return {std::string(sign_of(gate.verdict)),
          verdict.text,
          {text(fmt::format("{} {}", name_gate_briefly(gate.kind), glue(finding)))},
          gate.verdict == Verdict::falls_short ? Tone::bad : Tone::muted};
}

}  // namespace

Judgement judge_in_words(const GapReport& report) {
  return {tone_of(report.readiness), {text(describe_all(report))}, {}};
}

std::vector<Gauge> list_gauges(const GapReport& report) {
  std::vector<Gauge> gauges;
  for (const Gate& gate : report.readiness.gates) gauges.push_back(make_gauge(gate, report.gaps));
  return gauges;
}

}  // namespace rung
