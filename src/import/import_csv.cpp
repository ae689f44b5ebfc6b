#include <fmt/format.h>

#include <algorithm>
#include <array>

#include <rung/diagnostic/suggest.hpp>
#include <rung/ladder/defaults.hpp>
#include <rung/text/ascii.hpp>

#include "csv_cells.hpp"
#include "sheet.hpp"

namespace rung {
namespace {

enum Column : std::size_t { pillar, responsibility, behavior, level, target, probe, column_count };

struct ColumnNames {
  Column column = pillar;
  std::array<std::string_view, 4> names;
};

constexpr std::array<ColumnNames, column_count> columns{{
    {pillar, {"pillar", "pillars", "category", "competency"}},
    {responsibility, {"responsibility", "responsibilities", "skill", "area"}},
    {behavior, {"behavior", "behaviour", "behaviors", "key behavior"}},
    {level, {"level", "levels", "grade", "grade"}},
    {target, {"target", "targets", "goal", "goal"}},
    {probe, {"probe", "probes", "question", "questions"}},
}};

using Places = std::array<std::optional<std::size_t>, column_count>;

std::optional<Column> find_column(const std::string& name) {
  for (const ColumnNames& known : columns)
    if (std::find(known.names.begin(), known.names.end(), to_lower(name)) != known.names.end()) return known.column;
  return std::nullopt;
}

/// Rows below each other: a pillar, responsibility or level that is left empty is that of the row above.
class CsvReader {
 public:
  CsvReader(const Source& source, const std::vector<CsvRow>& rows) : source_(source), rows_(rows) {}

  Parsed<Sheet> run() && {
    if (rows_.empty())
      complain({1, 1}, 1, "there is nothing in this document", "the first row names the columns: pillar, behavior");
    else
      read_head(rows_.front());
    for (std::size_t row = 1; row < rows_.size() && diagnostics_.empty(); ++row) read_row(rows_[row]);
    if (!diagnostics_.empty()) return {std::nullopt, std::move(diagnostics_)};
    return {std::move(sheet_), {}};
  }

 private:
  void complain(Position at, int length, std::string message, std::string hint) {
    if (diagnostics_.size() < max_diagnostics)
      diagnostics_.push_back(source_.diagnose(at, length, std::move(message), std::move(hint)));
  }

  void read_head(const CsvRow& head) {
    for (std::size_t at = 0; at < head.cells.size(); ++at) {
      const CsvCell& cell = head.cells[at];
      if (cell.text.empty()) continue;
      ++sheet_.units;
      const auto column = find_column(cell.text);
      if (!column) {
        unknown_[at] = cell.text;
        sheet_.left.push_back({cell.at.line, 1, begin_of(cell.text), "an unknown column"});
      } else if (places_[*column]) {
        complain(cell.at, 1, fmt::format("the column `{}` is there twice", columns.at(*column).names.front()),
                 "rename one of them");
      } else {
        places_.at(*column) = at;
        ++sheet_.headings;
      }
    }
    for (const Column needed : {pillar, behavior}) {
      if (!places_.at(needed)) {
        complain(head.cells.front().at, 1, fmt::format("there is no column `{}`", columns.at(needed).names.front()),
                 "the first row names the columns: pillar, responsibility, behavior; also level, target, probe");
      }
    }
  }

  const CsvCell* cell_of(const CsvRow& row, Column column) const {
    const auto at = places_.at(column);
    return at && *at < row.cells.size() && !row.cells[*at].text.empty() ? &row.cells[*at] : nullptr;
  }

  void read_row(const CsvRow& row) {
    leave_unknown(row);
    for (const Column column : {pillar, responsibility, level}) {
      const CsvCell* cell = cell_of(row, column);
      if (cell == nullptr) continue;
      ++sheet_.units;
      ++sheet_.headings;
      if (column == pillar && cell->text != above_.at(pillar)) {
        above_.at(responsibility).clear();
        above_.at(level).clear();
      }
      above_.at(column) = cell->text;
    }
    add_entry(row);
  }

  void add_entry(const CsvRow& row) {
    const CsvCell* text = cell_of(row, behavior);
    const CsvCell* question = cell_of(row, probe);
    const CsvCell* goal = cell_of(row, target);
    for (const CsvCell* cell : {text, question, goal}) sheet_.units += cell != nullptr ? 1 : 0;
    if (text == nullptr) {
      for (const CsvCell* cell : {question, goal})
        if (cell != nullptr)
          sheet_.left.push_back({cell->at.line, 1, begin_of(cell->text), "a row without a behavior"});
      return;
    }
    if (above_.at(pillar).empty())
      return complain(text->at, 1, "a behavior without a pillar", "name the pillar in this row or in one above it");
    SheetEntry entry;
    entry.line = text->at.line;
    entry.level = above_.at(level);
    entry.path = {{1, above_.at(pillar)}};
    if (!above_.at(responsibility).empty()) entry.path.push_back({2, above_.at(responsibility)});
    entry.text = text->text;
    if (goal != nullptr) entry.target = read_target(*goal);
    if (question != nullptr) entry.probes.push_back(question->text);
    sheet_.headings += (goal != nullptr ? 1 : 0) + (question != nullptr ? 1 : 0);
    sheet_.entries.push_back(std::move(entry));
  }

  // An imported ladder has the default scale.
  std::optional<int> read_target(const CsvCell& cell) {
    const Scale scale = default_scale();
    for (const ScalePoint& point : scale.points)
      if (cell.text == std::to_string(point.value) || to_lower(cell.text) == to_lower(point.label)) return point.value;
    complain(cell.at, static_cast<int>(cell.text.size()), fmt::format("`{}` is not on the scale", cell.text),
             fmt::format("a target is {} to {}", scale.lowest(), scale.highest()));
    return std::nullopt;
  }

  void leave_unknown(const CsvRow& row) {
    for (const auto& [at, name] : unknown_) {
      if (at >= row.cells.size() || row.cells[at].text.empty()) continue;
      ++sheet_.units;
      sheet_.left.push_back({row.cells[at].at.line, 1, begin_of(row.cells[at].text),
                             fmt::format("in the unknown column \"{}\"", begin_of(name))});
    }
  }

  const Source& source_;
  const std::vector<CsvRow>& rows_;
  Places places_;
  std::map<std::size_t, std::string> unknown_;
  std::array<std::string, column_count> above_;
  Sheet sheet_;
  Diagnostics diagnostics_;
};

}  // namespace

Parsed<Import> import_csv(std::string_view text, std::string_view source_name, const ImportOptions& options,
                          Levels levels) {
  const Source source(source_name, text);
  Diagnostics characters = check_characters(source);
  if (!characters.empty()) return {std::nullopt, std::move(characters)};
  const auto rows = parse_csv(source);
  if (!rows) return {std::nullopt, rows.diagnostics};
  Parsed<Sheet> sheet = CsvReader(source, *rows.value).run();
  if (!sheet) return {std::nullopt, std::move(sheet.diagnostics)};
  return make_ladders(std::move(*sheet.value), source_name, options, levels);
}

}  // namespace rung
