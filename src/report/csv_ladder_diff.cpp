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

/// One side of a compared behavior; empty where there is none.
struct CsvBehavior {
  std::string key;
  std::string text;
  std::string target;
};

CsvBehavior describe_side(const Ladder& ladder, const std::optional<BehaviorIndex>& index) {
  if (!index) return {};
  const Behavior& behavior = *place(ladder, *index).behavior;
  return {behavior.key, behavior.text, csv_number(target_of(ladder, behavior))};
}

}  // namespace

std::string write_csv_ladder_diff(const LadderDiffReport& report) {
  const auto& diff = report.diff;
  std::string csv = csv_row({"before", "after", "pillar", "responsibility", "fate", "behavior", "behavior_before",
                             "text", "text_before", "basis", "similarity", "target", "target_before"});
  for (const auto& pillar : diff.pillars) {
    for (const auto& one : pillar.behaviors) {
      const CsvBehavior before = describe_side(diff.before, one.before);
      const CsvBehavior after = describe_side(diff.after, one.after);
      csv += csv_row({diff.before.id, diff.after.id, diff.title(pillar), diff.place(one).responsibility->title,
                      std::string(name_of(one.fate)), after.key, before.key, after.text, before.text,
                      std::string(word_for(one.basis)), similarity_of(one), after.target, before.target});
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
    const auto [pillar, responsibility, behavior] = place(next.after, *one.behavior.after);
    const CsvBehavior before = describe_side(next.before(), one.behavior.before);
    std::vector<std::string> row{reference_of(head_of(next.assessment)),
                                 next.after.id,
                                 pillar->title,
                                 responsibility->title,
                                 std::string(name_of(one.standing)),
                                 behavior->key,
                                 before.key,
                                 behavior->text,
                                 before.text,
                                 std::string(word_for(one.behavior.basis)),
                                 similarity_of(one.behavior),
                                 csv_number(target_of(next.after, *behavior))};
    if (const Answer* answer = next.answer(one)) {
      row.insert(row.end(), {std::string(state_of(answer->rating)), csv_number(rated_value(answer->rating)),
                             reason_of(answer->rating), answer->note});
    } else {
      row.insert(row.end(), 4, std::string());
    }
    csv += csv_row(row);
  }
  return csv;
}

}  // namespace rung
