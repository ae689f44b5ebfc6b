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
  int line = 0;  ///< of its first character, including white space
};

/// Makes blocks from the pieces of a document or a cell, in order.
class BlockBuilder {
 public:
  enum class Place { document, cell };

  explicit BlockBuilder(Place place) : place_(place) {}

  /// `line` is the line of the first character, including white space.
  void add_text(std::string_view text, bool bold, int line);
  /// A `<br>`.
  void break_line();
  /// The start or end of an element with lines of its own.
  void end_paragraph();

  /// A heading in a cell becomes a label.
  void open_heading(int depth);
  void open_label() { open_title(OutlineBlock::Kind::label, 0); }
  void close_heading_or_label();

  /// `least_depth` of its items if the document states it, otherwise 0.
  void open_list(int least_depth);
  void close_list();
  void open_item();
  void close_item();

  void add_table(int line, std::vector<std::vector<OutlineCell>> rows);

  [[nodiscard]] std::size_t size() const { return blocks_.size(); }
  [[nodiscard]] std::vector<OutlineBlock> take();

 private:
  using Runs = std::vector<TextRun>;
  /// A heading, label, or item that is being read.
  struct Open {
    OutlineBlock::Kind kind = OutlineBlock::Kind::item;
    int depth = 0;
    Runs runs = {};
    std::optional<std::size_t> index = {};  ///< of an item's block, which it gets at its first text
  };

  void add_bullet_lines(std::string_view text, bool bold, int line);
  Runs& current_runs();
  void open_title(OutlineBlock::Kind kind, int depth);
  void emit(OutlineBlock::Kind kind, int depth, Runs runs);

  Place place_;
  std::vector<OutlineBlock> blocks_;
  std::vector<Runs> lines_ = {Runs{}};  ///< of the paragraph that is being read
  std::optional<Open> title_;           ///< a heading or label
  std::vector<Open> items_;
  std::vector<int> list_depths_;  ///< of the items of each open list
};

}  // namespace rung
