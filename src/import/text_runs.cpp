#include "text_runs.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "outline_text.hpp"

namespace rung {
namespace {

constexpr std::array<std::string_view, 5> marks = {":", "-", "–", "—", " "};

std::string drop_end_marks(std::string text) {
  for (bool changed = true; changed;) {
    changed = false;
    for (const std::string_view mark : marks) {
      if (text.size() < mark.size() || text.compare(text.size() - mark.size(), mark.size(), mark) != 0) continue;
      text.resize(text.size() - mark.size());
      changed = true;
    }
  }
  return text;
}

/// The bold runs at the start, blanks between them included.
std::string join_bold_start(const std::vector<TextRun>& runs) {
  std::string out;
  for (const TextRun& run : runs) {
    if (!run.bold && !tidy(run.text).empty()) break;
    out += run.text;
  }
  return tidy(out);
}

/// Whether every word is bold; a colon after them need not be.
bool is_bold_throughout(const std::vector<TextRun>& runs) {
  bool any = false;
  for (const TextRun& run : runs) {
    if (!has_words(run.text)) continue;
    if (!run.bold) return false;
    any = true;
  }
  return any;
}

int find_first_line(const std::vector<TextRun>& runs) {
  for (const TextRun& run : runs) {
    const std::size_t blank = measure_space(run.text);
    if (blank == run.text.size()) continue;
    const auto start = run.text.begin();
    return run.line + static_cast<int>(std::count(start, start + static_cast<std::ptrdiff_t>(blank), '\n'));
  }
  return 0;
}

std::size_t count_asterisks(std::string_view text) { return std::min(text.find_first_not_of('*'), text.size()); }

/// How many signs of bold text stand in `text`; none when some of the stars can be nothing of the kind, such as `****`
/// that joins no two words.
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

/// `**Key** **B****ehaviors**` is read by Markdown with stars left over. A sign that has no other is kept: it is text.
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
      line += static_cast<int>(std::count(before.begin(), before.end(), '\n'));
      const std::size_t stars = count_asterisks(rest.substr(at));
      if (stars / 2 % 2 != 0) bold = !bold;
      rest.remove_prefix(at + stars);
    }
    out.push_back({std::string(rest), run.bold || bold, line});
  }
  return out;
}

}  // namespace

std::string join_runs(const std::vector<TextRun>& runs) {
  std::string out;
  for (const TextRun& run : runs) out += run.text;
  return out;
}

void drop_front(std::vector<TextRun>& runs, std::size_t bytes) {
  for (TextRun& run : runs) {
    const std::size_t dropped = std::min(bytes, run.text.size());
    const auto start = run.text.begin();
    run.line += static_cast<int>(std::count(start, start + static_cast<std::ptrdiff_t>(dropped), '\n'));
    run.text.erase(0, dropped);
    bytes -= dropped;
    if (bytes == 0) return;
  }
}

void fill_block(OutlineBlock& block, std::vector<TextRun> runs) {
  runs = read_bold_signs(std::move(runs));
  if (block.kind == OutlineBlock::Kind::item) drop_front(runs, measure_box(join_runs(runs)));
  const bool bold = is_bold_throughout(runs);
  block.line = find_first_line(runs);
  block.text = tidy(join_runs(runs));
  if (block.kind == OutlineBlock::Kind::heading) block.text = drop_emoji(block.text);
  if (block.kind == OutlineBlock::Kind::paragraph && bold) block.kind = OutlineBlock::Kind::label;
  if (block.kind == OutlineBlock::Kind::label) block.text = drop_end_marks(std::move(block.text));
  if (block.kind == OutlineBlock::Kind::item && bold) block.lead = drop_end_marks(block.text);
  if (!bold && (block.kind == OutlineBlock::Kind::item || block.kind == OutlineBlock::Kind::paragraph))
    block.lead = drop_end_marks(join_bold_start(runs));
}

std::string_view drop_start_marks(std::string_view text) {
  const auto begins = [&text](std::string_view mark) { return text.starts_with(mark); };
  for (auto mark = marks.begin(); (mark = std::find_if(marks.begin(), marks.end(), begins)) != marks.end();)
    text.remove_prefix(mark->size());
  return text;
}

}  // namespace rung
