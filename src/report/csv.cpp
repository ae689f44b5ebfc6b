#include <rung/report/render.hpp>
#include <rung/report/rows.hpp>

#include "csv_parts.hpp"

namespace rung {

std::string write_csv(const Report& report) {
  const auto* history = std::get_if<HistoryReport>(&report);
  return history == nullptr ? std::string() : write_csv_history(*history);
}

}  // namespace rung
