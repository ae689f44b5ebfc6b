#pragma once

#include <string>
#include <vector>

#include <rung/import/import.hpp>

namespace rung {

struct OutlineCell;

/// One piece of a document, in reading order. Texts have no markup, no line breaks, runs of white space (no-break and
/// other typographic spaces included) as one space, and nothing around them; only a table's is empty.
struct OutlineBlock {
  enum class Kind {
    heading,
    label,      ///< a paragraph that is bold from end to end, or such a line of a cell
    paragraph,  ///< any other paragraph; images alone are none
    item,       ///< of a list; also a line of a cell that begins with `*`, `-`, `•` or `1.`, without that sign
    table
  };

  Kind kind = Kind::paragraph;
  int line = 0;      ///< 1-based, in the document
  int depth = 0;     ///< of a heading 1 to 6; of an item 0 for the outermost list
  std::string text;  ///< of a heading without emoji; of an item without the items below it
  std::string lead;  ///< bold words at the start of an item or paragraph, without the colon or dash after them
  std::vector<std::vector<OutlineCell>> rows = {};  ///< of a table: a full grid of at least one row, none of them empty
};

struct OutlineCell {
  int line = 0;
  bool is_heading = false;    ///< `th`, or of the head row of a Markdown table
  bool is_continued = false;  ///< covered by a cell to the left or above that spans it; `blocks` repeats that cell's
  std::vector<OutlineBlock> blocks = {};  ///< labels, paragraphs and items; nested tables are flattened into these
};

struct Outline {
  std::string title;  ///< of an HTML page; else empty
  std::vector<OutlineBlock> blocks;
  std::vector<LeftOver> left;  ///< parts that are no content, such as the navigation; `text` is empty
};

}  // namespace rung
