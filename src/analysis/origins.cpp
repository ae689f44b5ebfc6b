#include <rung/analysis/origins.hpp>

#include <algorithm>

#include <rung/analysis/shown.hpp>

namespace rung {
namespace {

void count_carried(OriginCounts& counts, const Assessment& assessment, const Answer& answer) {
  const Date on = source_of(assessment, answer).on;
  ++counts.carried;
  if (is_stale(assessment, answer)) ++counts.stale;
  counts.oldest = std::min(on, counts.oldest.value_or(on));
  counts.youngest = std::max(on, counts.youngest.value_or(on));
}

}  // namespace

OriginCounts count_origins(const Assessment& assessment) {
  OriginCounts counts;
  for (const Answer& answer : assessment.answers) {
    if (std::holds_alternative<Unrated>(answer.rating)) continue;
    switch (answer.origin) {
      case Origin::asked: ++counts.asked; break;
      case Origin::given: ++counts.given; break;
      case Origin::accepted: ++counts.accepted; break;
      case Origin::carried: count_carried(counts, assessment, answer); break;
    }
  }
  return counts;
}

bool is_stale(const Assessment& assessment, const Answer& answer) {
  return answer.origin == Origin::carried &&
         source_of(assessment, answer).on < months_before(assessment.on, answer_months);
}

}  // namespace rung
