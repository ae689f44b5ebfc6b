#include "csv_parts.hpp"

namespace rung {
namespace {

std::string csv_cell(const std::string& text) {
  const std::string inert =
      !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos ? "'" + text : text;
  if (inert.find_first_of("\",\r\n") == std::string::npos) return inert;
  std::string quoted = "\"";
  for (const char byte : inert) {
    if (byte == '"') quoted += '"';
    quoted += byte;
  }
  return quoted + "\"";
}

}  // namespace

std::string csv_row(const std::vector<std::string>& cells) {
  std::string row;
  for (std::size_t index = 0; index < cells.size(); ++index) {
    if (index > 0) row += ',';
    row += csv_cell(cells[index]);
  }
  return row + "\r\n";
}

}  // namespace rung
