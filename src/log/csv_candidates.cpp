#include "csv_candidates.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <rung/diagnostic/csv_rows.hpp>
#include <rung/text/ascii.hpp>
#include <rung/text/width.hpp>

#include "candidate_record.hpp"

namespace rung {
namespace {

/// Where a column is, and the place of its name among those that it may have.
struct FoundColumn {
  std::size_t place;
  std::size_t rank;
};

class CsvCandidateReader {
 public:
  explicit CsvCandidateReader(CandidateCollector& collector) : collector_(collector) {}

  void run() {
    auto rows = read_csv_rows(collector_.source());
    if (!rows) {
      for (Diagnostic& problem : rows.diagnostics) collector_.complain(std::move(problem));
      return;
    }
    if (rows.value->empty())
      return collector_.complain({1, 1}, "there is nothing in this file",
                                 "the first row names the columns: date, text");
    if (!read_head(rows.value->front())) return;
    for (std::size_t row = 1; row < rows.value->size(); ++row) read_row((*rows.value)[row]);
  }

 private:
  bool read_head(const CsvRow& head) {
    bool is_well = true;
    for (std::size_t place = 0; place < head.size(); ++place) {
      const std::string name = to_lower(head[place].text);
      for (std::size_t column = 0; column < candidate_column_count; ++column)
        if (!name.empty()) is_well = take_name(head[place], place, column, name) && is_well;
    }
    for (const CandidateColumn needed : {date_column, text_column}) {
      if (columns_.at(needed) || (needed == date_column && collector_.settings().on)) continue;
      collector_.complain(head.front().at, fmt::format("there is no column `{}`", candidate_column_names.at(needed)[0]),
                          describe_names(head, needed));
      is_well = false;
    }
    return is_well;
  }

  bool take_name(const CsvCell& cell, std::size_t place, std::size_t column, const std::string& name) {
    const auto& names = candidate_column_names.at(column);
    const auto rank = static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
    if (rank == names.size()) return true;
    std::optional<FoundColumn>& found = columns_.at(column);
    if (found && found->rank == rank) {
      collector_.complain(cell.at, fmt::format("the column `{}` is there twice", name), "rename one of them");
      return false;
    }
    if (!found || rank < found->rank) found = FoundColumn{place, rank};
    return true;
  }

  /// What the columns are, and what the missing one may be called.
  static std::string describe_names(const CsvRow& head, CandidateColumn needed) {
    std::vector<std::string> there;
    for (const CsvCell& cell : head)
      if (!cell.text.empty()) there.push_back(fmt::format("`{}`", clip(cell.text, 24)));
    constexpr std::size_t most_shown = 8;
    if (there.size() > most_shown) {
      there.resize(most_shown);
      there.emplace_back("…");
    }
    std::vector<std::string_view> names;
    for (const std::string_view name : candidate_column_names.at(needed))
      if (!name.empty()) names.push_back(name);
    return fmt::format("rename one of {} to {}", fmt::join(there, ", "), fmt::join(names, " or "));
  }

  void read_row(const CsvRow& row) {
    CandidateRecord record;
    record.at = row.front().at;
    for (std::size_t column = 0; column < candidate_column_count; ++column) {
      const std::optional<FoundColumn>& found = columns_.at(column);
      if (!found || found->place >= row.size() || row[found->place].text.empty()) continue;
      const CsvCell& cell = row[found->place];
      CandidateValue value{cell.at, {cell.text}};
      if (column > text_column) value.texts = split_cell(cell.text, static_cast<CandidateColumn>(column));
      record.values.at(column) = std::move(value);
    }
    add_record(collector_, record);
  }

  CandidateCollector& collector_;
  std::array<std::optional<FoundColumn>, candidate_column_count> columns_;
};

}  // namespace

void read_csv_candidates(CandidateCollector& collector) { CsvCandidateReader(collector).run(); }

}  // namespace rung
