#pragma once

#include <gumbo.h>

#include <optional>
#include <string_view>
#include <vector>

#include "block_sink.hpp"
#include "bold_classes.hpp"
#include "html_content.hpp"
#include "html_outline.hpp"
#include "html_tree.hpp"
#include "outline_table.hpp"

namespace rung {

/// What is left out below the limit of depth; one entry for all of it.
inline constexpr std::string_view too_deep = "what is nested too deeply";

/// A table that is being read.
struct OpenTable {
  const GumboNode* node = nullptr;
  std::vector<std::vector<SpanningCell>> rows;
  int line = 0;
  bool in_head = false;
};

/// The cell of it that is being read.
struct OpenCell {
  const GumboNode* node = nullptr;
  SpanningCell cell;
  BlockSink sink{BlockSink::Place::cell};
};

/// Makes an outline of the nodes of a page, met in the order of the document.
class HtmlWalk {
 public:
  HtmlWalk(const GumboNode& root, HtmlOrigin origin, const LineMap& lines, const ImportLimits& limits);

  Visit enter(const GumboNode& node);
  void leave(const GumboNode& node);

  /// What is more than the limits allow; nodes met after it are not read.
  struct Excess {
    int line = 0;
    std::string_view what;
  };
  [[nodiscard]] const std::optional<Excess>& excess() const { return excess_; }

  [[nodiscard]] Outline take();

 private:
  BlockSink& sink() { return cell_ ? cell_->sink : document_; }
  int line_of(const GumboNode& node) const;
  void check_size(const GumboNode& node);
  void add_text(const GumboNode& node);
  void read_title(const GumboNode& element);
  bool leave_out(const GumboNode& element);
  void record(int line, int items, std::string_view what);
  bool makes_bold(const GumboNode& element) const;
  void enter_element(const GumboNode& element);
  void open_table(const GumboNode& element);
  void open_cell(const GumboNode& element);
  void close_cell();
  void close_table();

  const HtmlContentIndex contents_;
  HtmlOrigin origin_;
  const LineMap& lines_;
  ImportLimits limits_;
  Outline outline_;
  std::vector<std::size_t> firsts_left_out_;  ///< the first entry of each kind in `outline_.left_out`
  BlockSink document_{BlockSink::Place::document};
  std::optional<OpenTable> table_;  ///< tables in its cells are read as their text
  std::optional<OpenCell> cell_;
  std::optional<Excess> excess_;
  std::size_t in_tables_ = 0;  ///< cells and their blocks
  BoldClasses bold_classes_;
  int depth_ = 0;
  int bold_ = 0;
  int sections_ = 0;
  bool after_heading_ = false;
  std::vector<const GumboNode*> bold_nodes_;
};

}  // namespace rung
