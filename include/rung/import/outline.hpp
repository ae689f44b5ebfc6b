#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <rung/diagnostic.hpp>

namespace rung {

struct OutlineCell;

/// One piece of a document, in reading order. Texts have no markup, no line breaks, runs of white space (no-break and
/// other typographic spaces included) as one space, and nothing around them; none is empty but that of a table.
struct OutlineBlock {
  enum class Kind {
    heading,
    label,      ///< a paragraph that is bold from end to end, or a line of a cell that is
    paragraph,  ///< any other one; images alone are none
    item,       ///< of a list; also a line of a cell that begins with `*`, `-`, `•` or `1.`, without that sign
    table
  };

  Kind kind = Kind::paragraph;
  int line = 0;      ///< 1-based, in the document
  int depth = 0;     ///< of a heading 1 to 6; of an item 0 for the outermost list
  std::string text;  ///< of a heading without emoji; of an item without the items below it
  std::string
      lead;  ///< bold words at the start of an item or paragraph, without a colon or dash after them; mostly empty
  std::vector<std::vector<OutlineCell>> rows;  ///< of a table: a full grid, all rows of one length
};

struct OutlineCell {
  int line = 0;
  bool is_heading = false;    ///< `th`, or of the head row of a Markdown table
  bool is_continued = false;  ///< covered by a cell to the left or above that spans it; `blocks` repeats that cell's
  std::vector<OutlineBlock> blocks;  ///< labels, paragraphs and items; nested tables are flattened into these
};

/// Something that is no content of the document, such as its navigation.
struct LeftOut {
  int line = 0;
  int items = 0;     ///< list items and table cells with text in it
  std::string what;  ///< "navigation", "page footer", …

  friend bool operator==(const LeftOut&, const LeftOut&) = default;
};

struct Outline {
  std::string title;  ///< of an HTML page; else empty
  std::vector<OutlineBlock> blocks;
  std::vector<LeftOut> left_out;
};

/// What a document to import may cost; more is a diagnostic.
struct ImportLimits {
  std::size_t bytes = 1U << 20U;
  int depth = 256;      ///< of nested tags and lists; what lies deeper is one LeftOut, never a crash
  int blocks = 50'000;  ///< blocks and cells together
  int columns = 100;    ///< of a table, spans included
};

/// Reads GitHub flavoured Markdown, HTML in it included. `source` names it in diagnostics.
Parsed<Outline> outline_markdown(std::string_view text, std::string_view source, const ImportLimits& limits = {});

/// Reads an HTML page, however broken.
Parsed<Outline> outline_html(std::string_view text, std::string_view source, const ImportLimits& limits = {});

}  // namespace rung
