#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <rung/diagnostic.hpp>
#include <rung/ladder/ladder.hpp>
#include <rung/ladder/write.hpp>

namespace rung {

enum class DocumentForm { markdown, html, csv };

/// Which levels of a document with several levels become ladders.
enum class Levels { one, all };

struct ImportOptions {
  std::string name;                  ///< the source of id and title if the document has no title
  std::optional<std::string> level;  ///< the level to import; if the document has no levels, the level to set
  std::string track;
  Levels levels = Levels::one;
};

/// Limits on a document; exceeding one is a diagnostic.
struct ImportLimits {
  std::size_t bytes = 1U << 20U;
  int depth = 256;      ///< of nested elements and lists; everything deeper is one LeftOver
  int blocks = 50'000;  ///< blocks and cells together
  int columns = 100;    ///< of a table, spans included
};

/// A ladder made from a document, with comments where a choice was made. parse_ladder accepts its YAML.
struct ImportedLadder {
  Ladder ladder;
  LadderComments comments;
};

/// A part of the document that is not in any ladder.
struct LeftOver {
  int line = 0;
  int units = 0;     ///< list items and pieces of table cells in it; 0 for text outside of both
  std::string text;  ///< its start; empty for a part without content, such as the navigation
  std::string why;

  friend bool operator==(const LeftOver&, const LeftOver&) = default;
};

/// The result of an import. A unit is a list item, or a paragraph in a table cell:
/// units = behaviors + headings + the units of all `left`.
struct Import {
  std::vector<ImportedLadder> ladders;  ///< one for each chosen level, in the order of the document
  std::vector<LeftOver> left;           ///< in the order of the document
  int units = 0;
  int behaviors = 0;
  int headings = 0;  ///< units that name a pillar, a responsibility, or a level
};

/// The form of `text`, by its start; for documents whose name does not show it.
DocumentForm guess_form(std::string_view text);

/// Makes ladders from a document: GitHub Flavored Markdown with any HTML in it, an HTML page, even if invalid, or CSV
/// (RFC 4180) whose first row names the columns `pillar`, `responsibility`, `behavior`, and optionally `level`,
/// `target`, and `probe`. `source` names it in diagnostics. Diagnostics: the document is not text or is too large,
/// nothing in it looks like a ladder, the chosen level is missing, and errors in CSV, with their places. Time and
/// memory are not limited here, so call this through run_confined.
Parsed<Import> import_document(std::string_view text, DocumentForm form, std::string_view source,
                               const ImportOptions& options);

}  // namespace rung
