#include "csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include <rung/diagnostic/csv_rows.hpp>
#include <rung/diagnostic/source.hpp>
#include <rung/ladder/defaults.hpp>
#include <rung/text/ascii.hpp>

#include "outline_text.hpp"

namespace rung {
namespace {

enum Column : std::size_t { pillar, responsibility, behavior, level, target, probe, column_count };

/// The names of each column; messages use the first.
constexpr std::array<std::array<std::string_view, 4>, column_count> column_names{{
    {"pillar", "pillars", "category", "competency"},
    {"responsibility", "responsibilities", "skill", "area"},
    {"behavior", "behaviour", "behaviors", "key behavior"},
    {"level", "levels", "grade"},
    {"target", "targets", "goal"},
    {"probe", "probes", "question", "questions"},
}};

/// Nothing for an unknown name.
std::optional<std::size_t> find_column(const std::string& name) {
  const std::string lower = to_lower(name);
  for (std::size_t column = 0; column < column_count; ++column)
    if (std::find(column_names[column].begin(), column_names[column].end(), lower) != column_names[column].end())
      return column;
  return std::nullopt;
}

/// Consecutive rows: an empty pillar, responsibility, or level repeats that of the row above.
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

  [[nodiscard]] bool has_column(std::size_t column) const {
    return std::find(columns_.begin(), columns_.end(), column) != columns_.end();
  }

  void read_head(const CsvRow& head) {
    for (const CsvCell& cell : head) {
      const auto column = cell.text.empty() ? std::nullopt : find_column(cell.text);
      const bool is_repeated = column && has_column(*column);
      columns_.push_back(column);
      if (cell.text.empty()) continue;
      ++sheet_.units;
      if (!column)
        sheet_.left.push_back({cell.at.line, 1, begin_of(cell.text), "an unknown column"});
      else if (is_repeated)
        complain(cell.at, 1, fmt::format("the column `{}` is there twice", column_names.at(*column).front()),
                 "rename one of them");
      else
        ++sheet_.headings;
    }
    for (const Column needed : {pillar, behavior})
      if (!has_column(needed))
        complain(head.front().at, 1, fmt::format("there is no column `{}`", column_names.at(needed).front()),
                 "the first row names the columns: pillar, responsibility, behavior; also level, target, probe");
  }

  void read_row(const CsvRow& row) {
    std::array<const CsvCell*, column_count> cells{};
    for (std::size_t at = 0; at < std::min(row.size(), columns_.size()); ++at) {
      const std::string& name = rows_.front()[at].text;
      if (name.empty() || row[at].text.empty()) continue;
      ++sheet_.units;
      if (columns_[at])
        cells.at(*columns_[at]) = &row[at];
      else
        sheet_.left.push_back(
            {row[at].at.line, 1, begin_of(row[at].text), fmt::format("in the unknown column \"{}\"", begin_of(name))});
    }
    for (const Column column : {pillar, responsibility, level}) {
      const CsvCell* cell = cells.at(column);
      if (cell == nullptr) continue;
      ++sheet_.headings;
      if (column == pillar && cell->text != above_.at(pillar)) {
        above_.at(responsibility).clear();
        above_.at(level).clear();
      }
      above_.at(column) = cell->text;
    }
    add_entry(cells.at(behavior), cells.at(target), cells.at(probe));
  }

  void add_entry(const CsvCell* text, const CsvCell* goal, const CsvCell* question) {
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
      if (cell.text == fmt::format("{}", point.value) || to_lower(cell.text) == to_lower(point.label))
        return point.value;
    complain(cell.at, static_cast<int>(cell.text.size()), fmt::format("`{}` is not on the scale", cell.text),
             fmt::format("a target is {} to {}", scale.lowest(), scale.highest()));
    return std::nullopt;
  }

  const Source& source_;
  const std::vector<CsvRow>& rows_;
  std::vector<std::optional<std::size_t>> columns_;  ///< by position in a row; nothing for an unknown name
  std::array<std::string, column_count> above_;
  Sheet sheet_;
  Diagnostics diagnostics_;
};

}  // namespace

Parsed<Sheet> read_csv(std::string_view text, std::string_view source_name) {
  const Source source(source_name, text);
  if (Diagnostics characters = check_characters(source); !characters.empty())
    return {std::nullopt, std::move(characters)};
  const auto rows = read_csv_rows(source);
  if (!rows) return {std::nullopt, rows.diagnostics};
  return CsvReader(source, *rows.value).run();
}

}  // namespace rung
