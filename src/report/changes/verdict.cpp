#include "verdict.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "../gate_words.hpp"
#include "../wording.hpp"

namespace rung {
namespace {

/// A name inside a sentence; without a title, a behavior is named by its text.
std::string without_final_stop(std::string name) {
  if (name.ends_with('.')) name.pop_back();
  return name;
}

/// The most regressions that a sentence names.
constexpr std::size_t most_named_regressions = 5;

bool is_passed(const std::optional<Gate>& gate) { return gate->verdict == Verdict::passed; }

/// The comparable gates, by change.
struct GateMoves {
  int before = 0;  ///< passed
  int after = 0;
  std::vector<std::string> won;
  std::vector<std::string> lost;
};

GateMoves sort_gates(const std::vector<GateChange>& gates) {
  GateMoves moves;
  for (const GateChange& gate : gates) {
    const bool was_passed = is_passed(gate.before);
    const bool is_now_passed = is_passed(gate.after);
    moves.before += was_passed ? 1 : 0;
    moves.after += is_now_passed ? 1 : 0;
    if (was_passed != is_now_passed)
      (is_now_passed ? moves.won : moves.lost).push_back(name_gate_briefly(gate.after->kind));
  }
  return moves;
}

/// `up from 3`, `down from 3`, `as before`
std::string describe_move_from(int before, int after) {
  if (before == after) return "as\u00A0before";
  return fmt::format("{} from\u00A0{}", after > before ? "up" : "down", before);
}

std::string describe_gate_moves(const GateMoves& moves, std::size_t all) {
  std::string words = fmt::format("{}\u00A0of\u00A0{} gates passed, {}", moves.after, all,
                                  describe_move_from(moves.before, moves.after));
  if (!moves.won.empty()) words += fmt::format("; now passed: {}", fmt::join(moves.won, ", "));
  if (!moves.lost.empty()) words += fmt::format("; no longer passed: {}", fmt::join(moves.lost, ", "));
  return fmt::format("{}. ", words);
}

bool has_other_texts(const Changes& changes) {
  return !changes.reworded.empty() || !changes.added.empty() || !changes.removed.empty();
}

std::string describe_at_target(const Changes& changes) {
  const Share before = changes.overall.before.share_at_target();
  const Share after = changes.overall.after.share_at_target();
  const std::string_view asked = has_other_texts(changes) ? " of the same texts" : "";
  const std::string from = before.whole == after.whole
                               ? describe_move_from(before.part, after.part)
                               : fmt::format("{}\u00A0of\u00A0{} before", before.part, before.whole);
  return fmt::format("{}\u00A0of\u00A0{}{} at target, {}. ", after.part, after.whole, asked, from);
}

std::string name_regressed(const Changes& changes) {
  std::vector<std::string> names;
  for (const std::size_t index : changes.regressed) {
    if (names.size() == most_named_regressions) break;
    names.push_back(without_final_stop(short_name(*changes.place(changes.behaviors[index]).behavior)));
  }
  if (names.empty()) return {};
  const std::size_t rest = changes.regressed.size() - names.size();
  return fmt::format("Regressed: {}{}.", fmt::join(names, ", "),
                     rest == 0 ? std::string() : fmt::format(" and {}\u00A0more", rest));
}

/// `Coverage 40/52 → 52/52, was short`
Gauge make_gauge(const GateChange& gate) {
  const Tag verdict = tag_of(gate.after->verdict);
  Gauge gauge{std::string(sign_of(gate.after->verdict)),
              verdict.text,
              {text(name_gate_briefly(gate.after->kind))},
              verdict.tone};
  const Share before = gate.before->share;
  const Share after = gate.after->share;
  if (before.has_basis() && after.has_basis() && before != after)
    gauge.text.push_back(text(glue(fmt::format(" {}/{} → {}/{}", before.part, before.whole, after.part, after.whole))));
  if (gate.before->verdict != gate.after->verdict)
    gauge.text.push_back(text(glue(fmt::format(", was {}", name_of(gate.before->verdict))), Tone::strong));
  return gauge;
}

std::optional<double> find_pillar_gate(const Changes& changes) {
  const auto found = std::find_if(changes.gates.begin(), changes.gates.end(), [](const GateChange& gate) {
    return gate.after->kind == GateKind::pillar_at_target;
  });
  return found == changes.gates.end() ? std::nullopt : found->after->threshold;
}

// One up and one down may leave the counts unchanged.
bool has_moved(const PillarMovement& movement) {
  return movement.improved + movement.regressed > 0 || movement.before != movement.after;
}

/// `3 up, 1 down`; the lists show what else moved the share.
std::string describe_movement(const PillarMovement& movement) {
  std::string words;
  if (movement.improved > 0) words = fmt::format("{} up", movement.improved);
  if (movement.regressed > 0) words += fmt::format("{}{} down", words.empty() ? "" : ", ", movement.regressed);
  if (const int rated = movement.after.rated - movement.before.rated; rated != 0)
    words += fmt::format("{}{} {} rated", words.empty() ? "" : ", ", std::abs(rated), rated > 0 ? "more" : "fewer");
  return glue(words);
}

Dumbbell make_dumbbell(std::string title, const PillarMovement& movement, std::optional<double> gate) {
  return {std::move(title), movement.before.share_at_target(), movement.after.share_at_target(), gate,
          describe_movement(movement)};
}

}  // namespace

Judgement judge_changes(const Changes& changes) {
  const GateMoves moves = sort_gates(changes.gates);
  Judgement judgement;
  std::string words;
  if (!changes.gates.empty()) words += describe_gate_moves(moves, changes.gates.size());
  if (changes.same_scale && changes.overall.before.behaviors > 0) words += describe_at_target(changes);
  words += name_regressed(changes);
  while (words.ends_with(' ')) words.pop_back();
  if (words.empty()) words = "The two share no gate and no behavior, so nothing is compared.";
  judgement.text = {text(std::move(words))};
  if (moves.won.empty() != moves.lost.empty()) judgement.tone = moves.lost.empty() ? Tone::good : Tone::bad;
  for (const GateChange& gate : changes.gates) judgement.gauges.push_back(make_gauge(gate));
  return judgement;
}

Dumbbells compare_pillars(const Changes& changes) {
  Dumbbells dumbbells{{"Pillar", "Before", "Now", "Moved"}};
  if (!changes.same_scale || !has_moved(changes.overall)) return dumbbells;
  const std::optional<double> gate = find_pillar_gate(changes);
  for (std::size_t index = 0; index < changes.pillars.size(); ++index)
    dumbbells.rows.push_back(make_dumbbell(changes.after.ladder.pillars[index].title, changes.pillars[index], gate));
  return dumbbells;
}

}  // namespace rung
