#pragma once

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include <rung/import/import.hpp>

namespace rung {

/// A title above a behavior. Depth 1 to 6 is a heading; deeper ones are labels and the headings of tables.
struct PathPart {
  int depth = 0;
  std::string title;

  friend bool operator==(const PathPart&, const PathPart&) = default;
  friend bool operator<(const PathPart& a, const PathPart& b) {
    return std::tie(a.depth, a.title) < std::tie(b.depth, b.title);
  }
};

using TitlePath = std::vector<PathPart>;

inline constexpr int deepest_heading = 6;
inline constexpr int label_depth = 7;
inline constexpr int group_depth = 8;  ///< of an item that heads those below it
inline constexpr int cell_depth = 9;   ///< of the headings of rows and columns

/// A behavior as the document has it.
struct SheetEntry {
  int line = 0;
  std::string level;  ///< empty where the document does not say
  TitlePath path;     ///< outermost first
  std::string text;
  std::string lead;
  std::optional<int> target;
  std::vector<std::string> probes;
};

/// Text that stands under a title and is no behavior.
struct SheetSummary {
  int line = 0;
  TitlePath path;  ///< empty: of the document, or of the level
  std::string text;
  std::string level = {};  ///< empty: of all levels
};

/// What every form of document is brought to before ladders are made of it.
struct Sheet {
  std::string title;
  std::vector<SheetEntry> entries;
  std::vector<SheetSummary> summaries;
  std::vector<Term> terms;
  std::vector<LeftOver> left;
  int units = 0;
  int headings = 0;
};

/// Finds titles, levels and behaviors. Whatever is no behavior and no title is in `left`.
Sheet recognize(const Outline& outline);

/// Adds what a table holds, under the titles of `path`.
void recognize_table(Sheet& sheet, const OutlineBlock& table, const TitlePath& path);

/// Moves the level out of the paths when headings name levels, and the title of the document out of all of them.
void settle_paths(Sheet& sheet);

/// Whether the words name a level of a career, such as `IC3`, `Senior Engineer` or `Level 2`.
bool is_level_name(std::string_view text);

/// Ladders of the levels that were asked for.
Parsed<Import> make_ladders(Sheet sheet, std::string_view source, const ImportOptions& options, Levels levels);

/// The first characters of `text`, for a message.
std::string begin_of(std::string_view text);

}  // namespace rung
