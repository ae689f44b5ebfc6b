#include "../csv_cells.hpp"
#include "../data_words.hpp"
#include "../kinds.hpp"

namespace rung {
namespace {

std::string_view name_of(LevelStanding standing) {
  switch (standing) {
    case LevelStanding::shown: return "shown";
    case LevelStanding::claimed: return "claimed";
    case LevelStanding::below: return "below target";
    case LevelStanding::not_applicable: return "not applicable";
    case LevelStanding::no_opportunity: return "no opportunity";
    case LevelStanding::unrated: return "unrated";
    case LevelStanding::rescaled: return "rated on another scale";
    case LevelStanding::reworded: return "reworded";
    case LevelStanding::come: return "new";
  }
  return "";
}

}  // namespace

std::string write_csv(const NextLevelReport& report) {
  const auto& next = report.next;
  std::string csv = csv_row({"assessment", "ladder", "pillar", "responsibility", "standing", "behavior",
                             "behavior_before", "text", "text_before", "basis", "similarity", "target", "state_before",
                             "rating_before", "reason_before", "note_before", "title"});
  for (const auto& one : next.behaviors) {
    const auto [pillar, responsibility, behavior] = place(next.after, *one.behavior.after);
    const CsvBehavior before = csv_side(next.before(), one.behavior.before);
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
                                 csv_similarity(one.behavior),
                                 csv_number(target_of(next.after, *behavior))};
    if (const Answer* answer = next.answer(one)) {
      row.insert(row.end(), {std::string(state_of(answer->rating)), csv_number(rated_value(answer->rating)),
                             reason_of(answer->rating), answer->note});
    } else {
      row.insert(row.end(), 4, std::string());
    }
    row.push_back(behavior->title);
    csv += csv_row(row);
  }
  return csv;
}

}  // namespace rung
