#include "html_walk.hpp"

#include <algorithm>
#include <utility>

#include "html_elements.hpp"
#include "outline_text.hpp"

namespace rung {

HtmlWalk::HtmlWalk(const GumboNode& root, HtmlOrigin origin, const LineMap& lines, const ImportLimits& limits)
    : contents_(root), origin_(origin), lines_(lines), limits_(limits) {}

int HtmlWalk::line_of(const GumboNode& node) const {
  const bool is_element = tag_of(node) != GUMBO_TAG_LAST;
  return lines_.line_at(is_element ? node.v.element.start_pos : node.v.text.start_pos);
}

Visit HtmlWalk::enter(const GumboNode& node) {
  if (excess_) return Visit::nothing;
  if (node.type == GUMBO_NODE_DOCUMENT) {
    ++depth_;
    return Visit::children;
  }
  if (tag_of(node) == GUMBO_TAG_LAST) {
    add_text(node);
    return Visit::nothing;
  }
  check_size(node);
  if (tag_of(node) == GUMBO_TAG_TITLE) {
    read_title(node);
    return Visit::nothing;
  }
  if (tag_of(node) == GUMBO_TAG_STYLE) bold_classes_.read(join_texts(node));
  if (leave_out(node)) return Visit::nothing;
  ++depth_;
  enter_element(node);
  return Visit::children;
}

void HtmlWalk::check_size(const GumboNode& node) {
  const std::size_t size = document_.size() + outline_.left_out.size() + in_tables_ + (cell_ ? cell_->sink.size() : 0);
  if (size > static_cast<std::size_t>(limits_.blocks)) excess_ = Excess{line_of(node), "the document"};
}

void HtmlWalk::read_title(const GumboNode& element) {
  if (origin_ != HtmlOrigin::page || !outline_.title.empty()) return;
  outline_.title = tidy(join_texts(element));
}

void HtmlWalk::add_text(const GumboNode& node) {
  const std::string_view text = text_of(node);
  // Text between the cells of a table is only ever white space.
  if (!text.empty() && (!table_ || cell_ || !tidy(text).empty())) sink().add_text(text, bold_ > 0, line_of(node));
}

bool HtmlWalk::leave_out(const GumboNode& element) {
  const HtmlContent& content = contents_.of(element);
  if (depth_ >= limits_.depth) {
    record(line_of(element), content.items, too_deep);
    return true;
  }
  if (is_permalink(element)) return true;
  const HtmlPlace place{origin_ == HtmlOrigin::page, sections_ > 0, after_heading_};
  const std::string_view reason = find_reason_to_leave_out(element, content, place);
  if (reason.empty()) return false;
  record(line_of(element), content.items, reason);
  return true;
}

/// What has no items, and all that lies too deep, is told of with the first of its kind.
void HtmlWalk::record(int line, int items, std::string_view what) {
  std::vector<LeftOut>& all = outline_.left_out;
  const auto first = std::find_if(firsts_left_out_.begin(), firsts_left_out_.end(),
                                  [&](std::size_t index) { return all[index].what == what; });
  if (first == firsts_left_out_.end()) {
    firsts_left_out_.push_back(all.size());
  } else if (items == 0 || what == too_deep) {
    all[*first].items += items;
    return;
  }
  all.push_back({line, items, std::string(what)});
}

bool HtmlWalk::makes_bold(const GumboNode& element) const {
  const Weight weight = find_weight(attribute_of(element, "style"));
  if (weight != Weight::none) return weight == Weight::bold;
  return tag_of(element) == GUMBO_TAG_B || tag_of(element) == GUMBO_TAG_STRONG ||
         bold_classes_.has_any_of(attribute_of(element, "class"));
}

void HtmlWalk::enter_element(const GumboNode& element) {
  const GumboTag tag = tag_of(element);
  if (makes_bold(element)) {
    ++bold_;
    bold_nodes_.push_back(&element);
  }
  if (is_section(tag)) ++sections_;
  if (stands_alone(tag)) sink().end_paragraph();
  if (const int depth = heading_depth(tag); depth > 0) {
    sink().open_heading(depth);
    after_heading_ = true;
  }
  if (is_label(tag)) sink().open_label();
  if (is_list(tag)) sink().open_list(read_exported_depth(element));
  if (is_item(tag)) sink().open_item();
  if (tag == GUMBO_TAG_BR) sink().break_line();
  if (tag == GUMBO_TAG_TABLE && !table_ && !is_layout(element, contents_.of(element))) open_table(element);
  if (tag == GUMBO_TAG_THEAD && table_ && !cell_) table_->in_head = true;
  if (tag == GUMBO_TAG_TR && table_ && !cell_) table_->rows.emplace_back();
  if (is_cell(tag) && table_ && !cell_) open_cell(element);
}

void HtmlWalk::leave(const GumboNode& node) {
  --depth_;
  const GumboTag tag = tag_of(node);
  if (cell_ && cell_->node == &node) close_cell();
  if (table_ && table_->node == &node) close_table();
  if (tag == GUMBO_TAG_THEAD && table_ && !cell_) table_->in_head = false;
  if (is_item(tag)) sink().close_item();
  if (is_list(tag)) sink().close_list();
  if (is_label(tag) || heading_depth(tag) > 0) sink().close_heading_or_label();
  if (stands_alone(tag)) sink().end_paragraph();
  if (is_section(tag)) --sections_;
  if (!bold_nodes_.empty() && bold_nodes_.back() == &node) {
    --bold_;
    bold_nodes_.pop_back();
  }
}

void HtmlWalk::open_table(const GumboNode& element) {
  table_.emplace();
  table_->node = &element;
  table_->line = line_of(element);
}

void HtmlWalk::open_cell(const GumboNode& element) {
  if (table_->rows.empty()) table_->rows.emplace_back();
  cell_.emplace();
  cell_->node = &element;
  cell_->cell.columns = read_span(element, "colspan", limits_.columns);
  cell_->cell.rows = read_span(element, "rowspan", limits_.blocks);
  cell_->cell.cell.line = line_of(element);
  cell_->cell.cell.is_heading = tag_of(element) == GUMBO_TAG_TH || table_->in_head;
}

void HtmlWalk::close_cell() {
  cell_->cell.cell.blocks = cell_->sink.take();
  in_tables_ += 1 + cell_->cell.cell.blocks.size();
  table_->rows.back().push_back(std::move(cell_->cell));
  cell_.reset();
}

void HtmlWalk::close_table() {
  OutlineBlock block;
  block.kind = OutlineBlock::Kind::table;
  block.line = table_->line;
  auto grid = fill_grid(table_->rows, limits_);
  table_.reset();
  if (!grid) {
    excess_ = Excess{block.line, "the table"};
  } else if (!grid->empty()) {
    block.rows = *std::move(grid);
    document_.add_table(std::move(block));
  }
}

Outline HtmlWalk::take() {
  outline_.blocks = document_.take();
  return std::move(outline_);
}

}  // namespace rung
