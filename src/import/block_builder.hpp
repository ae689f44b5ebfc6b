#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "outline.hpp"

namespace rung {

/// A piece of text of one weight.
struct TextRun {
  std::string text;
  bool bold = false;
  int line = 0;  ///< of its first character, white space included
};

/// Makes blocks of the pieces of a document, or of a cell, in the order in which they come.
class BlockBuilder {
 public:
  enum class Place { document, cell };

  explicit BlockBuilder(Place place) : place_(place) {}

  /// `line` is that of the first character, white space included.
  void add_text(std::string_view text, bool bold, int line);
  /// A `<br>`.
  void break_line();
  /// The start or end of anything that stands in lines of its own.
  void end_paragraph();

  /// A heading in a cell becomes a label.
  void open_heading(int depth);
  void open_label() { open({.kind = OutlineBlock::Kind::label, .text = {}, .lead = {}, .rows = {}}); }
  void close_heading_or_label();

  /// `least_depth` of its items, where the document says so; else 0.
  void open_list(int least_depth);
  void close_list();
  void open_item();
  void close_item();

  void add_table(OutlineBlock table);

  [[nodiscard]] std::size_t size() const { return blocks_.size(); }
  [[nodiscard]] std::vector<OutlineBlock> take();

 private:
  using Runs = std::vector<TextRun>;
  struct Item {
    std::optional<std::size_t> index;  ///< of its block, once it has one: at its first text, or before its sub-items
    int depth = 0;
    Runs runs;
  };

  void add_bullet_lines(std::string_view text, bool bold, int line);
  Runs& current_runs();
  void open(OutlineBlock block);
  void emit(OutlineBlock::Kind kind, int depth, const Runs& runs);

  Place place_;
  std::vector<OutlineBlock> blocks_;
  std::vector<Runs> lines_ = {Runs{}};  ///< of the paragraph that is being read
  std::optional<OutlineBlock> open_;    ///< the heading or label that is being read
  Runs open_runs_;
  std::vector<Item> items_;
  std::vector<int> list_depths_;  ///< of the items of each open list
};

}  // namespace rung
