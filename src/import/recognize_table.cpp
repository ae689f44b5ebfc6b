#include "recognize_table.hpp"

#include <algorithm>

#include "levels.hpp"
#include "outline_text.hpp"

namespace rung {
namespace {

using Row = std::vector<OutlineCell>;

constexpr std::size_t longest_cell_title = 80;

bool is_empty(const OutlineCell& cell) { return cell.blocks.empty(); }

bool has_items(const OutlineCell& cell) {
  return std::any_of(cell.blocks.begin(), cell.blocks.end(),
                     [](const OutlineBlock& block) { return block.kind == OutlineBlock::Kind::item; });
}

// A title, and possibly a line below that explains it.
bool is_title(const OutlineCell& cell) {
  return !is_empty(cell) && !has_items(cell) && cell.blocks.size() <= 2 &&
         cell.blocks.front().text.size() <= longest_cell_title;
}

bool is_strong_title(const OutlineCell& cell) {
  return is_title(cell) && (cell.is_heading || cell.blocks.front().kind == OutlineBlock::Kind::label);
}

const std::string& title_of(const OutlineCell& cell) {
  static const std::string none;
  return is_empty(cell) ? none : cell.blocks.front().text;
}

/// The parts of a table: title rows, title columns, and content.
class TableRecognizer {
 public:
  TableRecognizer(Sheet& sheet, const OutlineBlock& table, const TitlePath& path)
      : sheet_(sheet), path_(path), rows_(table.rows), width_(rows_.front().size()) {}

  void run() {
    count_units();
    head_rows_ = count_head_rows();
    head_columns_ = count_head_columns();
    are_levels_ = all_levels();
    for (std::size_t row = 0; row < head_rows_; ++row) take_head_row(rows_[row]);
    for (std::size_t row = head_rows_; row < rows_.size(); ++row) take_row(rows_[row]);
  }

 private:
  void count_units() {
    for (const Row& row : rows_) {
      for (const OutlineCell& cell : row)
        if (!cell.is_continued) sheet_.units += static_cast<int>(cell.blocks.size());
    }
  }

  // All titles are strong, or only some are, and there are lists below but none in this row.
  [[nodiscard]] bool is_head_row(std::size_t at) const {
    const Row& row = rows_[at];
    const auto is_empty_or = [](bool (*is)(const OutlineCell&)) {
      return [is](const OutlineCell& cell) { return is_empty(cell) || is(cell); };
    };
    if (std::all_of(row.begin(), row.end(), is_empty_or(is_strong_title))) return true;
    const bool is_followed_by_lists =
        std::all_of(rows_.begin() + static_cast<std::ptrdiff_t>(at) + 1, rows_.end(),
                    [](const Row& below) { return std::any_of(below.begin(), below.end(), has_items); });
    return is_followed_by_lists && std::any_of(row.begin(), row.end(), is_strong_title) &&
           std::all_of(row.begin(), row.end(), is_empty_or(is_title));
  }

  // A table that has only titles has no title row.
  [[nodiscard]] std::size_t count_head_rows() const {
    std::size_t rows = 0;
    while (rows + 1 < rows_.size() && is_head_row(rows)) ++rows;
    return std::min<std::size_t>(rows, 2);
  }

  // A column of short texts: the first one of a table with a title row, or one that is mostly shorter than the next
  // column. Text under the name of a level is a behavior, even if it is short.
  [[nodiscard]] bool is_head_column(std::size_t column) const {
    if (head_rows_ > 0 && is_level_name(heading_of(column))) return false;
    std::size_t shorter = 0;
    for (std::size_t row = head_rows_; row < rows_.size(); ++row) {
      const OutlineCell& cell = rows_[row][column];
      if (!is_empty(cell) && !is_title(cell)) return false;
      const bool is_shorter = title_of(cell).size() < title_of(rows_[row][column + 1]).size();
      if (is_strong_title(cell) || is_shorter || has_items(rows_[row][column + 1])) ++shorter;
    }
    const bool leads_matrix = column == 0 && head_rows_ > 0 && !has_items(rows_[head_rows_][0]);
    return leads_matrix || shorter * 2 > rows_.size() - head_rows_;
  }

  [[nodiscard]] std::size_t count_head_columns() const {
    std::size_t columns = 0;
    while (columns + 1 < width_ && is_head_column(columns)) ++columns;
    return columns;
  }

  [[nodiscard]] std::string heading_of(std::size_t column) const {
    for (std::size_t row = head_rows_; row > 0; --row) {
      const std::string& title = title_of(rows_[row - 1][column]);
      if (!title.empty()) return title;
    }
    return {};
  }

  [[nodiscard]] bool all_levels() const {
    if (head_rows_ == 0 || width_ - head_columns_ < 2) return false;
    for (std::size_t column = head_columns_; column < width_; ++column)
      if (!is_level_name(heading_of(column))) return false;
    return true;
  }

  // The only column of behaviors needs no name, because "behaviors" says nothing.
  [[nodiscard]] bool is_named(std::size_t column) const {
    return width_ - head_columns_ > 1 && !heading_of(column).empty();
  }

  void take_head_row(const Row& row) {
    for (std::size_t column = 0; column < row.size(); ++column) {
      const OutlineCell& cell = row[column];
      if (cell.is_continued) continue;
      sheet_.headings += static_cast<int>(cell.blocks.size());
      if (cell.blocks.size() < 2) continue;
      const OutlineBlock& below = cell.blocks[1];
      if (column < head_columns_ || !is_named(column)) {
        sheet_.left.push_back({below.line, 0, begin_of(below.text), "text in the head of a table"});
      } else if (are_levels_) {
        sheet_.summaries.push_back({below.line, {}, below.text, heading_of(column)});
      } else {
        TitlePath path = path_;
        path.push_back({cell_depth, heading_of(column)});
        sheet_.summaries.push_back({below.line, std::move(path), below.text});
      }
    }
  }

  // A row with only a title is the heading of the rows below it.
  [[nodiscard]] bool is_section(const Row& row) const {
    return head_columns_ > 0 && is_title(row.front()) && !row.front().is_continued &&
           std::all_of(row.begin() + 1, row.end(),
                       [](const OutlineCell& cell) { return is_empty(cell) || cell.is_continued; });
  }

  void take_row(const Row& row) {
    if (is_section(row)) {
      sheet_.headings += static_cast<int>(row.front().blocks.size());
      section_ = {cell_depth, title_of(row.front())};
      return;
    }
    TitlePath path = path_;
    if (!section_.title.empty()) path.push_back(section_);
    for (std::size_t column = 0; column < head_columns_; ++column) {
      const OutlineCell& cell = row[column];
      const bool is_repeated = cell.is_continued && path.size() > path_.size() && path.back().title == title_of(cell);
      if (is_empty(cell) || is_repeated) continue;
      path.push_back({cell_depth, title_of(cell)});
      if (cell.is_continued) continue;
      sheet_.headings += static_cast<int>(cell.blocks.size());
      if (cell.blocks.size() > 1) sheet_.summaries.push_back({cell.blocks[1].line, path, cell.blocks[1].text});
    }
    for (std::size_t column = head_columns_; column < row.size(); ++column) {
      // A cell that is merged across levels applies to each of them.
      const bool is_across =
          are_levels_ && column > head_columns_ && row[column].is_continued && !is_from_above(row, column);
      if (!row[column].is_continued || is_across) take_cell(row[column], path, column);
      if (is_across) sheet_.units += static_cast<int>(row[column].blocks.size());
    }
  }

  // Whether the cell spans rows, not columns: then it was read in the row above.
  [[nodiscard]] bool is_from_above(const Row& row, std::size_t column) const {
    std::size_t origin = column;
    while (origin > 0 && row[origin].is_continued) --origin;
    return row[origin].is_continued;
  }

  void take_cell(const OutlineCell& cell, TitlePath path, std::size_t column) {
    if (is_named(column) && !are_levels_) path.push_back({cell_depth, heading_of(column)});
    const std::size_t titles = path.size();
    for (std::size_t at = 0; at < cell.blocks.size(); ++at) {
      const OutlineBlock& block = cell.blocks[at];
      const bool is_before_items = at + 1 < cell.blocks.size() &&
                                   cell.blocks[at + 1].kind == OutlineBlock::Kind::item &&
                                   (block.kind != OutlineBlock::Kind::item || cell.blocks[at + 1].depth > block.depth);
      const bool is_group = is_before_items && (block.kind == OutlineBlock::Kind::label || block.text.ends_with(':'));
      if (is_group) {
        path.resize(titles);
        path.push_back({cell_depth, block.text.substr(0, block.text.find_last_not_of(": ") + 1)});
        ++sheet_.headings;
        continue;
      }
      sheet_.entries.push_back(
          {block.line, are_levels_ ? heading_of(column) : std::string(), path, block.text, block.lead, {}, {}});
    }
  }

  Sheet& sheet_;
  const TitlePath& path_;
  const std::vector<Row>& rows_;
  std::size_t width_;
  std::size_t head_rows_ = 0;
  std::size_t head_columns_ = 0;
  PathPart section_;         ///< the last row with only a title
  bool are_levels_ = false;  ///< the content columns are one level each
};

}  // namespace

void recognize_table(Sheet& sheet, const OutlineBlock& table, const TitlePath& path) {
  TableRecognizer(sheet, table, path).run();
}

}  // namespace rung
