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

/// Which levels of a document that has several become ladders.
enum class Levels { one, all };

struct ImportOptions {
  std::string name;                  ///< gives the id and the title of a document that has no title
  std::optional<std::string> level;  ///< which level of a document that has several; of one that has none, its level
  std::string track;
  Levels levels = Levels::one;
};

/// The largest document that is read; anything larger is a diagnostic.
struct ImportLimits {
  std::size_t bytes = 1U << 20U;
  int depth = 256;      ///< of nested elements and lists; what is deeper is one LeftOver
  int blocks = 50'000;  ///< blocks and cells together
  int columns = 100;    ///< of a table, spans included
};

/// A ladder made from a document, with comments where a choice was made. parse_ladder accepts what is written of it.
struct ImportedLadder {
  Ladder ladder;
  LadderComments comments;
};

/// A part of the document that is in no ladder.
struct LeftOver {
  int line = 0;
  int units = 0;     ///< list items and pieces of table cells in it; 0 for text outside of both
  std::string text;  ///< how it begins; empty for a part that is no content, such as the navigation
  std::string why;

  friend bool operator==(const LeftOver&, const LeftOver&) = default;
};

/// What became of a document. A unit is a list item, or a paragraph in a table cell:
/// units = behaviors + headings + the units of all `left`.
struct Import {
  std::vector<ImportedLadder> ladders;  ///< one for each chosen level, in the order of the document
  std::vector<LeftOver> left;           ///< in the order of the document
  int units = 0;
  int behaviors = 0;
  int headings = 0;  ///< units that name a pillar, a responsibility or a level
};

/// The form of `text`, by how it begins; for documents whose name does not say.
DocumentForm guess_form(std::string_view text);

/// Makes ladders of a document: GitHub Flavored Markdown with any HTML in it, an HTML page, however broken, or CSV
/// (RFC 4180) whose first row names the columns `pillar`, `responsibility`, `behavior`, and perhaps `level`, `target`
/// and `probe`. `source` names it in diagnostics. Diagnostics: the document is no text or too large, nothing in it
/// looks like a ladder, the levels are not the one that was chosen, and for CSV what is wrong, with its place. The time
/// and memory that a hostile document takes are not limited here: call this through run_confined.
Parsed<Import> import_document(std::string_view text, DocumentForm form, std::string_view source,
                               const ImportOptions& options);

}  // namespace rung
