#include "../json_parts.hpp"

namespace rung {
namespace {

Json write_counts(const FateCounts& counts) {
  return {{"identical", counts.identical}, {"reworded", counts.reworded}, {"new", counts.come}, {"gone", counts.gone}};
}

}  // namespace

std::string write_json(const LadderDiffReport& report) {
  const auto& diff = report.diff;
  Json json = start_json(report);
  json["before"] = write_ladder_head(diff.before);
  json["after"] = write_ladder_head(diff.after);
  json["same_scale"] = diff.same_scale;
  json["counts"] = write_counts(diff.counts);
  json["pillars"] = list(diff.pillars, [&diff](const PillarDiff& pillar) {
    Json entry;
    entry["title"] = diff.title(pillar);
    entry["counts"] = write_counts(pillar.counts);
    entry["behaviors"] = list(pillar.behaviors, [&diff](const ComparedBehavior& one) {
      return write_compared(diff.before, diff.after, one);
    });
    return entry;
  });
  return dump(json, Spread::pretty);
}

}  // namespace rung
