#include "../csv_cells.hpp"
#include "../data_words.hpp"
#include "../kinds.hpp"

namespace rung {

std::string write_csv(const LadderDiffReport& report) {
  const auto& diff = report.diff;
  std::string csv = csv_row({"before", "after", "pillar", "responsibility", "fate", "behavior", "behavior_before",
                             "text", "text_before", "basis", "similarity", "target", "target_before", "title"});
  for (const auto& pillar : diff.pillars) {
    for (const auto& one : pillar.behaviors) {
      const CsvBehavior before = csv_side(diff.before, one.before);
      const CsvBehavior after = csv_side(diff.after, one.after);
      csv += csv_row({diff.before.id, diff.after.id, diff.title(pillar), diff.place(one).responsibility->title,
                      std::string(word_for(one.fate)), after.key, before.key, after.text, before.text,
                      std::string(word_for(one.basis)), csv_similarity(one), after.target, before.target,
                      diff.place(one).behavior->title});
    }
  }
  return csv;
}

}  // namespace rung
