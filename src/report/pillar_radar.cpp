#include "pillar_radar.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "gate_words.hpp"
#include "wording.hpp"

namespace rung {
namespace {

std::string write_fraction(const Share& share) {
  return share.has_basis() ? fmt::format("{}/{}", share.part, share.whole) : std::string("–");
}

std::string describe_tally(const Tally& tally) {
  const Share share = tally.share_at_target();
  const std::string states = describe_open_states(states_of(tally));
  std::string words = share.has_basis() ? fmt::format("{} of {}", share.part, share.whole) : "nothing to judge";
  if (!states.empty()) words += fmt::format(" ({})", states);
  return words;
}

// `Results 2/4`, or `Results 2/4 → 3/4`.
std::string name_axis(const std::string& title, const std::vector<PillarSeries>& series, std::size_t pillar) {
  std::string figures;
  for (const PillarSeries& one : series)
    figures += fmt::format("{}{}", figures.empty() ? "" : " → ", write_fraction(one.pillars[pillar].share_at_target()));
  return fmt::format("{} {}", title, figures);
}

}  // namespace

Radar make_pillar_radar(std::string title, const Ladder& ladder, const std::vector<PillarSeries>& series,
                        std::optional<double> needed) {
  Radar radar;
  radar.title = std::move(title);
  radar.rings_name = "Rings, of what applies";
  for (const PillarSeries& one : series) radar.series.push_back({one.name, {}});
  std::string findings;
  for (std::size_t pillar = 0; pillar < ladder.pillars.size(); ++pillar) {
    const std::string& name = ladder.pillars[pillar].title;
    radar.axes.push_back(name_axis(name, series, pillar));
    std::string tallies;
    for (std::size_t at = 0; at < series.size(); ++at) {
      const Tally& tally = series[at].pillars[pillar];
      radar.series[at].values.emplace_back(tally.share_at_target());
      tallies += fmt::format("{}{}", tallies.empty() ? "" : ", then ", describe_tally(tally));
    }
    findings += fmt::format("{}{} {}", findings.empty() ? "" : "; ", name, tallies);
  }
  radar.description = fmt::format("At or above target, of the behaviors of each pillar that apply: {}.", findings);
  if (!needed) return radar;
  radar.needed = needed;
  radar.needed_name = fmt::format("Needed in every pillar, {}", describe_threshold(*needed));
  radar.description += fmt::format(" Every pillar needs {}.", describe_threshold(*needed));
  return radar;
}

std::optional<double> find_needed_share(const Readiness& readiness) {
  const auto found = std::find_if(readiness.gates.begin(), readiness.gates.end(),
                                  [](const Gate& gate) { return gate.kind == GateKind::pillar_at_target; });
  return found == readiness.gates.end() ? std::nullopt : found->threshold;
}

}  // namespace rung
