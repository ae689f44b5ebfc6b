#pragma once

#include <string>
#include <vector>

#include <rung/import/import.hpp>

namespace rung {

struct OutlineCell;

/// One piece of a document, in reading order. Texts have no markup and no line breaks; runs of white space, including
/// typographic spaces, are one space, and there is none at the ends. Only a table's text is empty.
struct OutlineBlock {
  enum class Kind {
    heading,
    label,      ///< a paragraph, or a line of a cell, that is entirely bold
    paragraph,  ///< any other paragraph that is more than images
    item,       ///< of a list; also a line of a cell that starts with `*`, `-`, `•`, or `1.`, without that marker
    table
  };

  Kind kind = Kind::paragraph;
  int line = 0;      ///< 1-based, in the document
  int depth = 0;     ///< of a heading 1 to 6; of an item 0 for the outermost list
  std::string text;  ///< for a heading, without emoji; for an item, without the items below it
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
  std::string title;  ///< of an HTML page, otherwise empty
  std::vector<OutlineBlock> blocks;
  std::vector<LeftOver> left;  ///< parts without content, such as the navigation; `text` is empty
};

}  // namespace rung
