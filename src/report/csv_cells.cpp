#include "csv_cells.hpp"

#include <fmt/format.h>

#include <rung/text/utf8.hpp>

namespace rung {
namespace {

bool is_white(char32_t value) {
  return value == U' ' || value == U'\t' || value == U'\n' || value == U'\r' || value == U'\u00A0' ||
         value == U'\u3000' || value == U'\uFEFF';
}

bool begins_formula(char32_t value) {
  // The full-width forms: spreadsheets of East Asian locales read them like the others.
  return std::u32string_view(U"=+-@\uFF1D\uFF0B\uFF0D\uFF20").find(value) != std::u32string_view::npos;
}

bool is_whole_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string make_safe(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto kept = text.find_first_of("\n\t");
    out += make_visible(text.substr(0, kept));
    if (kept == std::string_view::npos) break;
    out += text[kept];
    text.remove_prefix(kept + 1);
  }
  return out;
}

bool needs_quotes(std::string_view cell) {
  if (cell.find_first_of("\",\n\t;") != std::string_view::npos) return true;
  return !cell.empty() && (cell.front() == ' ' || cell.back() == ' ');
}

bool looks_like_formula(std::string_view text) {
  if (text.empty()) return false;
  if (std::string_view("\t\n").find(text.front()) != std::string_view::npos) return true;
  // Apostrophes are passed over so that one more of them tells such a text from a formula.
  while (const auto decoded = decode_utf8(text)) {
    if (!is_white(decoded->value) && decoded->value != U'\'')
      return begins_formula(decoded->value) && !is_whole_number(text);
    text.remove_prefix(decoded->bytes);
  }
  return false;
}

std::string write_csv_cell(const std::string& text) {
  std::string cell = make_safe(text);
  if (looks_like_formula(cell)) cell.insert(cell.begin(), '\'');
  if (!needs_quotes(cell)) return cell;
  std::string quoted;
  for (const char byte : cell) quoted.append(byte == '"' ? 2 : 1, byte);
  return fmt::format("\"{}\"", quoted);
}

}  // namespace

std::string csv_row(const std::vector<std::string>& cells) {
  std::string line;
  for (const auto& cell : cells) {
    if (&cell != cells.data()) line += ',';
    line += write_csv_cell(cell);
  }
  line += "\r\n";
  return line;
}

std::string csv_number(const std::optional<int>& value) { return value ? fmt::format("{}", *value) : std::string(); }

CsvBehavior csv_side(const Ladder& ladder, const std::optional<BehaviorIndex>& index) {
  if (!index) return {};
  const Behavior& behavior = *place(ladder, *index).behavior;
  return {behavior.key, behavior.text, csv_number(target_of(ladder, behavior))};
}

std::string csv_similarity(const ComparedBehavior& one) {
  return one.basis ? fmt::format("{:.3f}", one.similarity) : std::string();
}

}  // namespace rung
