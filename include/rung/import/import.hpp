#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <rung/diagnostic.hpp>
#include <rung/import/outline.hpp>
#include <rung/ladder/ladder.hpp>
#include <rung/ladder/write.hpp>

namespace rung {

enum class DocumentForm { markdown, html, csv };

struct ImportOptions {
  std::string name;                  ///< gives the id and the title of a document that has no title
  std::optional<std::string> level;  ///< which level of a document that has several; of one that has none, its level
  std::string track;
};

/// A ladder made from a document, with comments where a choice was made. It is one that parse_ladder could have given.
struct ImportedLadder {
  Ladder ladder;
  LadderComments comments;
};

/// Something of the document that is in no ladder.
struct LeftOver {
  int line = 0;
  int units = 0;     ///< list items and pieces of table cells in it; 0 for text outside of both
  std::string text;  ///< how it begins
  std::string why;

  friend bool operator==(const LeftOver&, const LeftOver&) = default;
};

/// What became of a document. A unit is a list item, or a paragraph in a table cell:
/// units = behaviors + headings + the units of all `left`.
struct Import {
  std::vector<ImportedLadder> ladders;  ///< one for each level that was asked for, in the order of the document
  std::vector<LeftOver> left;           ///< in the order of the document
  int units = 0;
  int behaviors = 0;
  int headings = 0;  ///< units that name a pillar, a responsibility or a level
};

/// What to take of a document that has several levels.
enum class Levels { one, all };

/// Recognises the structure of an outline. Diagnostics: nothing in it looks like a ladder, it has several levels and
/// none was asked for, or not the one that was.
Parsed<Import> import_outline(const Outline& outline, std::string_view source, const ImportOptions& options,
                              Levels levels = Levels::one);

/// Reads a table of comma-separated values (RFC 4180) whose first row names the columns: `pillar`, `responsibility`,
/// `behavior`, and if there are any `level`, `target` and `probe`. Diagnostics have places.
Parsed<Import> import_csv(std::string_view text, std::string_view source, const ImportOptions& options,
                          Levels levels = Levels::one);

/// What `text` is, by how it begins; for documents whose name does not tell.
DocumentForm guess_form(std::string_view text);

}  // namespace rung
