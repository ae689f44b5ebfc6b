#include "block_sink.hpp"

#include <algorithm>
#include <utility>

#include "outline_text.hpp"

namespace rung {

BlockSink::Runs& BlockSink::current_runs() {
  if (open_) return open_runs_;
  return items_.empty() ? lines_.back() : items_.back().runs;
}

void BlockSink::add_text(std::string_view text, bool bold, int line) {
  if (!open_ && items_.empty()) return add_bullet_lines(text, bold, line);
  if (!open_ && !items_.back().index && !tidy(text).empty()) {
    items_.back().index = blocks_.size();
    blocks_.push_back({.kind = OutlineBlock::Kind::item, .text = {}, .lead = {}, .rows = {}});
  }
  current_runs().push_back({std::string(text), bold, line});
}

/// A line of the source that begins with a bullet is a line of its own: Markdown knows no such sign, people type it.
void BlockSink::add_bullet_lines(std::string_view text, bool bold, int line) {
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    if (measure_bullet(text.substr(at + 1)) == 0) {
      // No other line feed of the same white space is followed by one either.
      at += measure_space(text.substr(at + 1));
      continue;
    }
    lines_.back().push_back({std::string(text.substr(0, at)), bold, line});
    break_line();
    line += static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at) + 1, '\n'));
    text.remove_prefix(at + 1);
    at = 0;
  }
  lines_.back().push_back({std::string(text), bold, line});
}

void BlockSink::break_line() {
  if (!open_ && items_.empty())
    lines_.emplace_back();
  else if (!current_runs().empty())
    current_runs().push_back({" ", false, current_runs().back().line});
}

void BlockSink::end_paragraph() {
  if (open_ || !items_.empty()) return break_line();
  std::vector<Runs> lines = std::exchange(lines_, {Runs{}});
  lines.erase(
      std::remove_if(lines.begin(), lines.end(), [](const Runs& runs) { return tidy(join_runs(runs)).empty(); }),
      lines.end());
  const bool has_items = std::any_of(lines.begin(), lines.end(), [&](const Runs& runs) {
    const std::string text = join_runs(runs);
    return (lines.size() > 1 ? measure_item_sign(text) : measure_bullet(text)) > 0;
  });
  if (place_ == Place::cell || has_items) {
    for (Runs& line : lines) emit_line(std::move(line));
    return;
  }
  Runs all;
  for (const Runs& line : lines) {
    if (!all.empty()) all.push_back({" ", false, line.front().line});
    all.insert(all.end(), line.begin(), line.end());
  }
  // Symbols alone are the page's buttons.
  if (has_words(join_runs(all))) emit(OutlineBlock::Kind::paragraph, 0, all);
}

void BlockSink::emit_line(Runs runs) {
  const std::size_t sign = measure_item_sign(join_runs(runs));
  drop_front(runs, sign);
  emit(sign > 0 ? OutlineBlock::Kind::item : OutlineBlock::Kind::paragraph, 0, runs);
}

void BlockSink::emit(OutlineBlock::Kind kind, int depth, const Runs& runs) {
  OutlineBlock block;
  block.kind = kind;
  block.depth = depth;
  fill_block(block, runs);
  if (!block.text.empty()) blocks_.push_back(std::move(block));
}

void BlockSink::open_heading(int depth) {
  end_paragraph();
  close_heading_or_label();
  open_.emplace();
  open_->kind = place_ == Place::cell ? OutlineBlock::Kind::label : OutlineBlock::Kind::heading;
  open_->depth = place_ == Place::cell ? 0 : depth;
}

void BlockSink::open_label() {
  end_paragraph();
  close_heading_or_label();
  open_.emplace();
  open_->kind = OutlineBlock::Kind::label;
}

void BlockSink::close_heading_or_label() {
  if (!open_) return;
  const OutlineBlock open = *std::exchange(open_, std::nullopt);
  emit(open.kind, open.depth, std::exchange(open_runs_, {}));
}

void BlockSink::open_list(int least_depth) {
  close_heading_or_label();
  end_paragraph();
  list_depths_.push_back(std::max(list_depths_.empty() ? 0 : list_depths_.back() + 1, least_depth));
}

void BlockSink::close_list() {
  end_paragraph();
  list_depths_.pop_back();
}

void BlockSink::open_item() {
  close_heading_or_label();
  end_paragraph();
  items_.push_back({std::nullopt, list_depths_.empty() ? 0 : list_depths_.back(), {}});
}

void BlockSink::close_item() {
  close_heading_or_label();
  const Item item = std::move(items_.back());
  items_.pop_back();
  if (!item.index) return;
  Runs runs = item.runs;
  drop_front(runs, measure_bullet(join_runs(runs)));
  OutlineBlock& block = blocks_[*item.index];
  block.depth = item.depth;
  fill_block(block, runs);
}

void BlockSink::add_table(OutlineBlock table) {
  end_paragraph();
  blocks_.push_back(std::move(table));
}

std::vector<OutlineBlock> BlockSink::take() {
  close_heading_or_label();
  while (!items_.empty()) close_item();
  end_paragraph();
  blocks_.erase(std::remove_if(blocks_.begin(), blocks_.end(),
                               [](const OutlineBlock& block) {
                                 return block.kind != OutlineBlock::Kind::table && block.text.empty();
                               }),
                blocks_.end());
  return std::exchange(blocks_, {});
}

}  // namespace rung
