#include <fmt/format.h>

#include "csv_parts.hpp"
#include "wording.hpp"

namespace rung {
namespace {

std::string_view word_for(const std::optional<MatchBasis>& basis) {
  if (!basis) return "";
  switch (*basis) {
    case MatchBasis::key:
      return "key";
    case MatchBasis::formerly:
      return "formerly";
    case MatchBasis::text:
      return "text";
  }
  return "";
}

std::string similarity_of(const ComparedBehavior& one) {
  return one.basis ? fmt::format("{:.3f}", one.similarity) : std::string();
}

}  // namespace

std::string write_csv_ladder_diff(const LadderDiffReport& report) {
  const auto& diff = report.diff;
  std::string csv = csv_row({"before", "after", "pillar", "responsibility", "fate", "behavior", "behavior_before",
                             "text", "text_before", "basis", "similarity", "target", "target_before"});
  for (const auto& pillar : diff.pillars) {
    for (const auto& one : pillar.behaviors) {
      csv += csv_row({diff.before.id, diff.after.id, pillar.title, one.responsibility, std::string(name_of(one.fate)),
                      one.key, one.key_before, one.text, one.text_before, std::string(word_for(one.basis)),
                      similarity_of(one), csv_number(one.target), csv_number(one.target_before)});
    }
  }
  return csv;
}

std::string write_csv_next_level(const NextLevelReport& report) {
  const auto& next = report.next;
  std::string csv = csv_row({"assessment", "ladder", "pillar", "responsibility", "standing", "behavior",
                             "behavior_before", "text", "text_before", "basis", "similarity", "target", "state_before",
                             "rating_before", "reason_before", "note_before"});
  for (const auto& one : next.behaviors) {
    const auto& behavior = one.behavior;
    std::vector<std::string> row{reference_of(next.assessment),
                                 next.after.id,
                                 one.pillar,
                                 behavior.responsibility,
                                 std::string(name_of(one.standing)),
                                 behavior.key,
                                 behavior.key_before,
                                 behavior.text,
                                 behavior.text_before,
                                 std::string(word_for(behavior.basis)),
                                 similarity_of(behavior),
                                 csv_number(behavior.target)};
    if (one.answer) {
      row.insert(row.end(), {std::string(state_of(one.answer->rating)), csv_number(rated_value(one.answer->rating)),
                             reason_of(one.answer->rating), one.answer->note});
    } else {
      row.insert(row.end(), 4, std::string());
    }
    csv += csv_row(row);
  }
  return csv;
}

}  // namespace rung
