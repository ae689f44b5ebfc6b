#include <rung/report/rows.hpp>

#include "../data_words.hpp"
#include "../kinds.hpp"

namespace rung {

std::string write_csv(const GapReport& report) {
  std::string csv = csv_heading();
  for (const auto& row : list_rows(report, reference_of(head_of(report.gaps.assessment)))) csv += to_csv(row);
  return csv;
}

}  // namespace rung
