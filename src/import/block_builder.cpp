#include "block_builder.hpp"

#include <algorithm>
#include <utility>

#include <rung/text/item_sign.hpp>
#include <rung/text/tidy.hpp>

#include "outline_text.hpp"

namespace rung {
namespace {

using Kind = OutlineBlock::Kind;

/// The text of all `runs`, as written.
std::string join_runs(const std::vector<TextRun>& runs) {
  std::string out;
  for (const TextRun& run : runs) out += run.text;
  return out;
}

void drop_front(std::vector<TextRun>& runs, std::size_t bytes) {
  for (TextRun& run : runs) {
    const std::size_t dropped = std::min(bytes, run.text.size());
    run.line += count_line_feeds(std::string_view(run.text).substr(0, dropped));
    run.text.erase(0, dropped);
    bytes -= dropped;
    if (bytes == 0) return;
  }
}

/// The bold runs at the start, including blanks between them.
std::string join_bold_start(const std::vector<TextRun>& runs) {
  const auto is_plain = [](const TextRun& run) { return !run.bold && !tidy(run.text).empty(); };
  return tidy(join_runs({runs.begin(), std::find_if(runs.begin(), runs.end(), is_plain)}));
}

/// Whether every word is bold; a colon after them may be plain.
bool is_bold_throughout(const std::vector<TextRun>& runs) {
  const auto has = [&runs](bool bold) {
    return std::any_of(runs.begin(), runs.end(),
                       [bold](const TextRun& run) { return run.bold == bold && has_words(run.text); });
  };
  return has(true) && !has(false);
}

int find_first_line(const std::vector<TextRun>& runs) {
  for (const TextRun& run : runs) {
    const std::size_t blank = measure_space(run.text);
    if (blank < run.text.size()) return run.line + count_line_feeds(std::string_view(run.text).substr(0, blank));
  }
  return 0;
}

std::size_t count_asterisks(std::string_view text) { return std::min(text.find_first_not_of('*'), text.size()); }

/// The number of bold markers in `text`; 0 if some of the asterisks cannot be one, such as `****` that joins no two
/// words.
std::size_t count_bold_signs(std::string_view text) {
  if (!has_words(text)) return 0;
  std::size_t signs = 0;
  for (std::size_t at = text.find("**"); at != std::string_view::npos; at = text.find("**", at)) {
    const std::size_t stars = count_asterisks(text.substr(at));
    const bool joins = at > 0 && text[at - 1] != ' ' && at + stars < text.size() && text[at + stars] != ' ';
    if (stars >= 4 && !joins) return 0;
    signs += stars / 2;
    at += stars;
  }
  return signs;
}

/// Markdown reads `**Key** **B****ehaviors**` with asterisks left over. A marker without a closing one stays as text.
std::vector<TextRun> read_bold_signs(std::vector<TextRun> runs) {
  const std::size_t signs = count_bold_signs(join_runs(runs));
  if (signs == 0 || signs % 2 != 0) return runs;
  std::vector<TextRun> out;
  bool bold = false;
  for (const TextRun& run : runs) {
    std::string_view rest = run.text;
    int line = run.line;
    for (std::size_t at = rest.find("**"); at != std::string_view::npos; at = rest.find("**")) {
      const std::string_view before = rest.substr(0, at);
      out.push_back({std::string(before), run.bold || bold, line});
      line += count_line_feeds(before);
      const std::size_t stars = count_asterisks(rest.substr(at));
      if (stars / 2 % 2 != 0) bold = !bold;
      rest.remove_prefix(at + stars);
    }
    out.push_back({std::string(rest), run.bold || bold, line});
  }
  return out;
}

/// The block of `runs`: a paragraph that is entirely bold becomes a label.
OutlineBlock make_block(Kind kind, int depth, std::vector<TextRun> runs) {
  runs = read_bold_signs(std::move(runs));
  if (kind == Kind::item) drop_front(runs, measure_box(join_runs(runs)));
  const bool bold = is_bold_throughout(runs);
  OutlineBlock block{kind, find_first_line(runs), depth, tidy(join_runs(runs)), {}};
  if (block.kind == Kind::heading) block.text = drop_emoji(block.text);
  if (block.kind == Kind::paragraph && bold) block.kind = Kind::label;
  if (block.kind == Kind::label) block.text.resize(drop_end_marks(block.text).size());
  if (block.kind == Kind::item || block.kind == Kind::paragraph)
    block.lead = drop_end_marks(bold ? block.text : join_bold_start(runs));
  return block;
}

}  // namespace

BlockBuilder::Runs& BlockBuilder::current_runs() {
  if (title_) return title_->runs;
  return items_.empty() ? lines_.back() : items_.back().runs;
}

void BlockBuilder::add_text(std::string_view text, bool bold, int line) {
  if (!title_ && items_.empty()) return add_bullet_lines(text, bold, line);
  if (!title_ && !items_.back().index && !tidy(text).empty()) {
    items_.back().index = blocks_.size();
    blocks_.emplace_back();
  }
  current_runs().push_back({std::string(text), bold, line});
}

/// A line of the source that starts with a bullet is a line of its own. Markdown has no such marker, but people type
/// it.
void BlockBuilder::add_bullet_lines(std::string_view text, bool bold, int line) {
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    if (measure_bullet(text.substr(at + 1)) == 0) {
      // No other line feed in the same white space is followed by a bullet, either.
      at += measure_space(text.substr(at + 1));
      continue;
    }
    lines_.back().push_back({std::string(text.substr(0, at)), bold, line});
    break_line();
    line += count_line_feeds(text.substr(0, at + 1));
    text.remove_prefix(at + 1);
    at = 0;
  }
  lines_.back().push_back({std::string(text), bold, line});
}

void BlockBuilder::break_line() {
  if (!title_ && items_.empty())
    lines_.emplace_back();
  else if (!current_runs().empty())
    current_runs().push_back({" ", false, current_runs().back().line});
}

void BlockBuilder::end_paragraph() {
  if (title_ || !items_.empty()) return break_line();
  std::vector<Runs> lines = std::exchange(lines_, {Runs{}});
  std::erase_if(lines, [](const Runs& runs) { return tidy(join_runs(runs)).empty(); });
  const bool has_items = std::any_of(lines.begin(), lines.end(), [&](const Runs& runs) {
    const std::string text = join_runs(runs);
    return (lines.size() > 1 ? measure_item_sign(text) : measure_bullet(text)) > 0;
  });
  Runs all;
  for (Runs& line : lines) {
    if (place_ == Place::cell || has_items) {
      const std::size_t sign = measure_item_sign(join_runs(line));
      drop_front(line, sign);
      emit(sign > 0 ? Kind::item : Kind::paragraph, 0, line);
      continue;
    }
    if (!all.empty()) all.push_back({" ", false, line.front().line});
    all.insert(all.end(), line.begin(), line.end());
  }
  // Text that is only symbols is a button of the page.
  if (has_words(join_runs(all))) emit(Kind::paragraph, 0, all);
}

void BlockBuilder::emit(Kind kind, int depth, Runs runs) {
  OutlineBlock block = make_block(kind, depth, std::move(runs));
  if (!block.text.empty()) blocks_.push_back(std::move(block));
}

void BlockBuilder::open_heading(int depth) {
  if (place_ == Place::cell) return open_label();
  open_title(Kind::heading, depth);
}

void BlockBuilder::open_title(Kind kind, int depth) {
  end_paragraph();
  close_heading_or_label();
  title_ = Open{kind, depth};
}

void BlockBuilder::close_heading_or_label() {
  if (!title_) return;
  Open title = *std::exchange(title_, std::nullopt);
  emit(title.kind, title.depth, std::move(title.runs));
}

void BlockBuilder::open_list(int least_depth) {
  close_heading_or_label();
  end_paragraph();
  list_depths_.push_back(std::max(list_depths_.empty() ? 0 : list_depths_.back() + 1, least_depth));
}

void BlockBuilder::close_list() {
  end_paragraph();
  list_depths_.pop_back();
}

void BlockBuilder::open_item() {
  close_heading_or_label();
  end_paragraph();
  items_.push_back({Kind::item, list_depths_.empty() ? 0 : list_depths_.back()});
}

void BlockBuilder::close_item() {
  close_heading_or_label();
  Open item = std::move(items_.back());
  items_.pop_back();
  if (!item.index) return;
  drop_front(item.runs, measure_bullet(join_runs(item.runs)));
  blocks_[*item.index] = make_block(item.kind, item.depth, std::move(item.runs));
}

void BlockBuilder::add_table(int line, std::vector<std::vector<OutlineCell>> rows) {
  end_paragraph();
  blocks_.push_back({Kind::table, line, 0, {}, {}, std::move(rows)});
}

std::vector<OutlineBlock> BlockBuilder::take() {
  close_heading_or_label();
  while (!items_.empty()) close_item();
  end_paragraph();
  std::erase_if(blocks_, [](const OutlineBlock& block) { return block.kind != Kind::table && block.text.empty(); });
  return std::exchange(blocks_, {});
}

}  // namespace rung
