#include "table_grid.hpp"

#include <algorithm>
#include <utility>

namespace rung {
namespace {

using GridRow = std::vector<OutlineCell>;

bool is_empty_row(const GridRow& row) {
  return std::all_of(row.begin(), row.end(), [](const OutlineCell& cell) { return cell.blocks.empty(); });
}

bool is_own(const OutlineCell& cell) { return !cell.is_continued; }

/// The number of columns up to the last one in which any row has its own cell.
std::size_t measure_width(const std::vector<GridRow>& grid) {
  std::ptrdiff_t width = 0;
  for (const GridRow& row : grid) width = std::max(width, row.rend() - std::find_if(row.rbegin(), row.rend(), is_own));
  return static_cast<std::size_t>(width);
}

class GridFiller {
 public:
  explicit GridFiller(const ImportLimits& limits) : limits_(limits) {}

  void add_row(const std::vector<SpanningCell>& cells) {
    const int line = cells.empty() ? 0 : cells.front().cell.line;
    GridRow row;
    for (const SpanningCell& spanning : cells) {
      fill_from_above(row);
      place(row, spanning);
    }
    // Columns that a row omits may still be spanned from above, further to the right.
    for (std::size_t column = row.size(); column < above_.size(); ++column) {
      if (above_[column].rows == 0) continue;
      row.resize(std::max(row.size(), column), OutlineCell{line});
      fill_from_above(row);
    }
    grid_.push_back(std::move(row));
  }

  [[nodiscard]] bool is_too_large() const { return is_too_large_; }

  std::vector<GridRow> take() {
    const std::size_t width = measure_width(grid_);
    std::erase_if(grid_, is_empty_row);
    for (GridRow& row : grid_) {
      const auto own = std::find_if(row.begin(), row.end(), is_own);
      row.resize(width, OutlineCell{own == row.end() ? 0 : own->line});
    }
    return std::move(grid_);
  }

 private:
  /// The part of a spanning cell in the rows below it.
  struct Above {
    OutlineCell cell;
    int rows = 0;
  };

  void place(GridRow& row, const SpanningCell& spanning) {
    const std::size_t first = row.size();
    for (int column = 0; column < spanning.columns && !is_too_large_; ++column) {
      // A cell to the right that spans down from above keeps its place.
      if (row.size() < above_.size() && above_[row.size()].rows > 0) break;
      if (spanning.rows > 1) {
        above_.resize(std::max(above_.size(), row.size() + 1));
        above_[row.size()] = {copy(spanning.cell), spanning.rows - 1};
      }
      row.push_back(row.size() == first ? spanning.cell : copy(spanning.cell));
      row.back().is_continued = row.size() > first + 1;
      count(0, 1);
    }
    if (row.size() > static_cast<std::size_t>(limits_.columns)) {
      // Only a cell with its own text counts as too much; a longer span is cut.
      if (first >= static_cast<std::size_t>(limits_.columns)) is_too_large_ = true;
      row.resize(static_cast<std::size_t>(limits_.columns));
    }
  }

  void fill_from_above(GridRow& row) {
    while (row.size() < above_.size() && above_[row.size()].rows > 0 && !is_too_large_) {
      Above& above = above_[row.size()];
      --above.rows;
      row.push_back(copy(above.cell));
      row.back().is_continued = true;
      count(0, 1);
    }
  }

  /// Copies are how a small page can make a large grid.
  OutlineCell copy(const OutlineCell& cell) {
    std::size_t bytes = 0;
    for (const OutlineBlock& block : cell.blocks) bytes += block.text.size() + block.lead.size();
    count(bytes, cell.blocks.size());
    return is_too_large_ ? OutlineCell{cell.line} : cell;
  }

  void count(std::size_t bytes, std::size_t pieces) {
    bytes_ += bytes;
    pieces_ += pieces;
    if (bytes_ > limits_.bytes || pieces_ > static_cast<std::size_t>(limits_.blocks)) is_too_large_ = true;
  }

  ImportLimits limits_;
  std::vector<Above> above_;  ///< by column
  std::vector<GridRow> grid_;
  std::size_t bytes_ = 0;
  std::size_t pieces_ = 0;
  bool is_too_large_ = false;
};

}  // namespace

std::optional<std::vector<GridRow>> fill_grid(const std::vector<std::vector<SpanningCell>>& rows,
                                              const ImportLimits& limits) {
  GridFiller filler(limits);
  for (const auto& cells : rows) {
    filler.add_row(cells);
    if (filler.is_too_large()) return std::nullopt;
  }
  return filler.take();
}

}  // namespace rung
