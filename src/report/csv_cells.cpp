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

/// `text` from its first character that is neither white space nor an apostrophe. Apostrophes are skipped so that
/// one more of them tells a formula from a text that begins with one.
std::string_view skip_to_sign(std::string_view text) {
  while (const auto decoded = decode_utf8(text)) {
    if (!is_white(decoded->value) && decoded->value != U'\'') break;
    text.remove_prefix(decoded->bytes);
  }
  return text;
}

bool has_sign(std::string_view text) {
  const auto decoded = decode_utf8(skip_to_sign(text));
  return decoded && begins_formula(decoded->value);
}

bool is_formula_cell(std::string_view cell) {
  if (cell.starts_with('\t') || cell.starts_with('\n')) return true;
  return has_sign(cell) && !is_whole_number(skip_to_sign(cell));
}

/// The same for a part of a cell that becomes a separate cell if semicolons separate cells.
bool is_formula_part(std::string_view part) { return part.starts_with('\t') || has_sign(part); }

std::string disarm_formulas(std::string_view cell) {
  // If semicolons separate cells, the quotes around this cell are text, and line feeds end a row.
  constexpr std::string_view ends = ";\n";
  std::string out = is_formula_cell(cell) ? "'" : "";
  for (auto end = cell.find_first_of(ends); end != std::string_view::npos; end = cell.find_first_of(ends)) {
    out += cell.substr(0, end + 1);
    cell.remove_prefix(end + 1);
    if (is_formula_part(cell.substr(0, cell.find_first_of(ends)))) out += '\'';
  }
  return out += cell;
}

std::string write_csv_cell(const std::string& text) {
  const std::string cell = disarm_formulas(make_safe(text));
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
