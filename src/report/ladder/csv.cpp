#include <fmt/format.h>

#include "../csv_cells.hpp"
#include "../kinds.hpp"

namespace rung {

std::string write_csv(const LadderPage& page) {
  const Ladder& ladder = page.ladder;
  std::string csv = csv_row({"ladder", "version", "pillar", "responsibility", "behavior", "title", "text", "target",
                             "probes", "hints", "source"});
  for (const auto& [pillar, responsibility, behavior] : list_behaviors(ladder)) {
    csv += csv_row({ladder.id, ladder.version, pillar->id, responsibility->id, behavior->key, behavior->title,
                    behavior->text, csv_number(target_of(ladder, *behavior)),
                    fmt::format("{}", fmt::join(behavior->probes, "\n")),
                    fmt::format("{}", fmt::join(behavior->hints, "\n")), behavior->source});
  }
  return csv;
}

}  // namespace rung
