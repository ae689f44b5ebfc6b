#include "../csv_cells.hpp"
#include "../kinds.hpp"

namespace rung {

std::string write_csv(const HealthReport& report) {
  std::string csv = csv_row({"finding", "path", "problem", "remedy"});
  for (const auto& finding : report.findings)
    csv += csv_row({std::string(to_string(finding.ailment)), finding.path, finding.problem, finding.remedy});
  return csv;
}

}  // namespace rung
