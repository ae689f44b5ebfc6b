#include "../csv_cells.hpp"
#include "../kinds.hpp"

namespace rung {

std::string write_csv(const HomeReport& report) {
  std::string csv = csv_row({"figure", "value"});
  const auto add = [&csv](const char* figure, const std::string& value) { csv += csv_row({figure, value}); };
  add("name", report.name);
  add("ladder", report.ladder_title);
  if (const auto& draft = report.draft) {
    add("answered", csv_number(draft->answered.part));
    add("asked", csv_number(draft->answered.whole));
    add("saved_on", format_date(draft->saved));
  }
  if (const auto& last = report.last) {
    add("on", format_date(last->on));
    add("at_target", csv_number(last->at_target.part));
    add("applicable", csv_number(last->at_target.whole));
    add("gates_passed", csv_number(last->gates_passed));
    add("gates", csv_number(last->gates));
  }
  add("entries_since", csv_number(report.entries));
  add("untied_since", csv_number(report.untied_entries));
  add("unreadable_files", csv_number(report.unreadable_files));
  return csv;
}

}  // namespace rung
