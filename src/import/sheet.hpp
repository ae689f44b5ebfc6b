#pragma once

#include <compare>
#include <optional>
#include <string>
#include <vector>

#include <rung/import/import.hpp>

namespace rung {

/// A title above a behavior. Depth 1 to 6 is a heading; deeper ones are labels and the headings of tables.
struct PathPart {
  int depth = 0;
  std::string title;
  friend auto operator<=>(const PathPart&, const PathPart&) = default;
};

using TitlePath = std::vector<PathPart>;

inline constexpr int deepest_heading = 6;
inline constexpr int label_depth = 7;
inline constexpr int group_depth = 8;  ///< of an item that is a heading for the items below it
inline constexpr int cell_depth = 9;   ///< of the headings of rows and columns

/// A behavior in the document.
struct SheetEntry {
  int line = 0;
  std::string level;  ///< empty if the document does not state one
  TitlePath path;     ///< outermost first
  std::string text;
  std::string lead;
  std::optional<int> target;
  std::vector<std::string> probes;
};

/// Text under a title that is not a behavior.
struct SheetSummary {
  int line = 0;
  TitlePath path;  ///< empty for the document or the level
  std::string text;
  std::string level = {};  ///< empty for all levels
  bool is_used = false;    ///< in a ladder
};

/// The common form of every document, from which ladders are made.
struct Sheet {
  std::string title;
  std::vector<SheetEntry> entries;
  std::vector<SheetSummary> summaries;
  std::vector<Term> terms;
  std::vector<LeftOver> left;
  int units = 0;
  int headings = 0;
};

}  // namespace rung
