#include "text.hpp"

#include <algorithm>

#include <fmt/format.h>

#include <rung/text/width.hpp>
#include <rung/text/wrap.hpp>

#include "inline_text.hpp"
#include "text_charts.hpp"
#include "text_map.hpp"
#include "text_table.hpp"
#include "wording.hpp"

namespace rung {
namespace {

constexpr int narrowest = 20;
constexpr int margin = 2;
/// If a value would get less space, it is below its label.
constexpr int narrowest_value = 16;
/// Prose wider than this is hard to read.
constexpr int widest_prose = 100;
/// In a wide terminal, text at the right edge is too far from text at the left edge.
constexpr int widest_screen = 80;

Line in_style(Line line, Style style) {
  for (auto& span : line) span.style = style;
  return line;
}

/// Words that are glued together are still broken if a line is too narrow for them.
void drop_final_spaces(Line& line) {
  while (!line.empty()) {
    std::string& last = line.back().text;
    last.resize(last.find_last_not_of(' ') + 1);
    if (!last.empty()) return;
    line.pop_back();
  }
}

Indent hang(Line first) {
  Line rest = spaces(cell_width(first));
  return {std::move(first), std::move(rest)};
}

/// Lays out one element after the other, with blank lines between sections.
class Layout {
 public:
  Layout(int width, Glyphs glyphs)
      : width_(std::max(width, narrowest)), prose_(std::min(width_, widest_prose)), glyphs_(glyphs) {}

  void operator()(const Curves& curves) { put_in(lay_out_curves(curves, width_ - margin, glyphs_)); }

  void operator()(const Judgement& judgement) {
    (*this)(Paragraph{judgement.text});
    Line gauges;
    for (const Gauge& gauge : judgement.gauges) {
      if (!gauges.empty()) gauges.push_back({"\u00A0· ", Style::muted});
      gauges = join(std::move(gauges), line(fmt::format("{}\u00A0{}", gauge.sign, glue(plain_words(gauge.text))),
                                            look_of(gauge.tone).style));
    }
    if (!gauges.empty()) add(wrap(gauges, prose_, {spaces(margin), spaces(margin)}));
  }

  void operator()(const Steps& steps) {
    put_below(lay_out_steps(steps, prose_));
    if (!steps.others.empty()) add(wrap(to_line(steps.others), prose_, hang(spaces(margin))));
  }
  void operator()(const Map& map) { put_in(lay_out_map(map, width_ - margin)); }
  void operator()(const Dumbbells& dumbbells) { put_in(lay_out_dumbbells(dumbbells, width_ - margin)); }
  void operator()(const Matrix& matrix) { put_in(lay_out_matrix(matrix, width_ - margin)); }

  // A terminal is read from above.
  void operator()(const Contents& /*contents*/) {}

  void operator()(const Fold& fold) {
    if (fold.in_terminal == InTerminal::left_out) return;
    (*this)(fold.heading);
    for (const Element& element : fold.content) std::visit(*this, element);
  }

  void operator()(const Heading& heading) {
    begin_heading(heading.level);
    if (!heading.aside.empty()) return add(lay_out_with_aside(heading));
    if (heading.level == 1) return add(wrap(in_style(to_flat_line(heading.text), Style::title), prose_));
    const Style style = heading.level == 2 ? Style::title : Style::strong;
    const Line indent = heading.level == 2 ? Line{} : spaces(margin);
    add(wrap(in_style(to_flat_line(heading.text), style), prose_, {indent, spaces(cell_width(indent) + margin)}));
    if (heading.level > 2) after_subheading_ = true;
    after_heading_ = true;
  }

  void operator()(const Paragraph& paragraph) {
    part();
    Inline words = paragraph.text;
    if (is_narrow_) std::erase_if(words, [](const Run& run) { return run.presence == Presence::when_wide; });
    add(wrap(to_line(words), prose_, hang(spaces(margin))));
  }

  void operator()(const Callout& callout) {
    part();
    const Line bar = line("  │ ", Style::accent);
    add(wrap(to_line(callout.text), prose_, {bar, bar}));
  }

  void operator()(const Facts& facts) {
    part();
    int labels = 0;
    for (const auto& fact : facts.facts) labels = std::max(labels, cell_width(fact.label));
    const bool beside = margin + labels + 2 + narrowest_value <= prose_;
    for (const auto& fact : facts.facts) {
      if (!beside) {
        add(wrap(line(fact.label, Style::muted), prose_, hang(spaces(margin))));
        add(wrap(to_flat_line(fact.value), prose_, hang(spaces(2 * margin))));
        continue;
      }
      Line label = pad_right(join(spaces(margin), line(fact.label, Style::muted)), margin + labels + 2);
      add(wrap(to_flat_line(fact.value), prose_, hang(std::move(label))));
    }
  }

  void operator()(const Table& table) {
    put_in(lay_out_table(table, width_ - margin));
    is_narrow_ = gives_up_columns(table, width_ - margin);
  }

  void operator()(const Items& items) {
    part();
    if (items.form == ItemForm::joined) return lay_out_joined(items);
    bool first = true;
    for (const auto& item : items.items) {
      if (items.form == ItemForm::brief) {
        lay_out_brief(item);
        continue;
      }
      // A title above its text parts items well enough.
      if (!first && (items.form == ItemForm::apart || item.body.empty())) block_.emplace_back();
      first = false;
      lay_out_full(item);
    }
  }

  Block take() {
    for (auto& line : block_) {
      for (auto& span : line) span.text = unglue(std::move(span.text));
      drop_final_spaces(line);
    }
    return std::move(block_);
  }

 private:
  void part() {
    if (!block_.empty() && !after_subheading_) block_.emplace_back();
    after_subheading_ = false;
    after_heading_ = false;
  }

  /// A heading directly below one of a higher level has no blank line before it.
  void begin_heading(int level) {
    after_subheading_ = after_heading_ && level > 2;
    part();
  }

  /// Directly below its heading.
  void put_below(Block lines) {
    after_subheading_ = after_heading_;
    part();
    add(std::move(lines));
  }

  /// The heading with its aside at the right edge, or below if both do not fit.
  [[nodiscard]] Block lay_out_with_aside(const Heading& heading) const {
    const Line title = in_style(to_flat_line(heading.text), Style::title);
    const Line aside = to_flat_line(heading.aside);
    const int edge = std::min(width_, widest_screen);
    if (cell_width(title) + margin + cell_width(aside) <= edge)
      return {join(pad_right(title, edge - cell_width(aside)), aside)};
    Block block = wrap(title, prose_);
    append(block, wrap(aside, prose_));
    return block;
  }

  void add(Block lines) { append(block_, std::move(lines)); }

  void put_in(const Block& lines) {
    part();
    for (const auto& line : lines) block_.push_back(line.empty() ? line : join(spaces(margin), line));
  }

  void lay_out_brief(const Item& item) {
    Line aside = to_flat_line(item.aside);
    // A figure is short; a long text from a ladder must not push the title out.
    if (const int most = (prose_ - margin - 2) / 2; cell_width(aside) > most)
      aside = line(clip(plain_text(aside), most), aside.front().style);
    const int aside_cells = aside.empty() ? 0 : cell_width(aside) + 2;
    const int room = prose_ - margin - 2 - aside_cells;
    Line brief = join(line("  • ", Style::muted), line(clip(flatten(plain_text(to_flat_line(item.title))), room)));
    if (!aside.empty()) brief = join(pad_right(std::move(brief), prose_ - aside_cells + 2), aside);
    block_.push_back(std::move(brief));
  }

  void lay_out_joined(const Items& items) {
    Line titles;
    for (const Item& item : items.items) {
      if (!titles.empty()) titles.push_back({"\u00A0· ", Style::muted});
      titles.push_back({glue(plain_words(item.title)), Style::plain});
      if (!item.aside.empty())
        titles.push_back({fmt::format(" ({})", plain_text(to_flat_line(item.aside))), Style::muted});
    }
    add(wrap(titles, prose_, {spaces(margin), spaces(margin)}));
  }

  void lay_out_full(const Item& item) {
    Line title = to_flat_line(item.title);
    if (!item.aside.empty()) title = join(join(std::move(title), line("\u00A0 ")), to_flat_line(item.aside));
    for (const auto& tag : item.tags) {
      title.push_back({" ", Style::plain});
      title = join(std::move(title), to_line({text(fmt::format("[{}]", tag.text), tag.tone)}));
    }
    add(wrap(title, prose_, hang(line("  • ", Style::muted))));
    const Line indent = spaces(margin + 2);
    if (!item.body.empty()) add(wrap(to_flat_line(item.body), prose_, {indent, indent}));
    for (const auto& detail : item.details) add(wrap(to_flat_line(detail), prose_, {indent, indent}));
    for (const auto& note : item.notes) {
      Line label = join(indent, line(fmt::format("{}: ", note.label), Style::muted));
      add(wrap(trimmed(to_line(note.value)), prose_, {std::move(label), join(indent, spaces(margin))}));
    }
  }

  // Blank lines inside of a note would look like its end.
  static Line trimmed(Line line) {
    for (auto& span : line)
      if (span.text.find('\n') != std::string::npos)
        span.text = fmt::format("{}", fmt::join(split_lines(span.text), "\n"));
    return line;
  }

  int width_;
  int prose_;
  Glyphs glyphs_;
  Block block_;
  bool after_subheading_ = false;
  bool after_heading_ = false;
  bool is_narrow_ = false;  ///< whether the last table gave up columns
};

}  // namespace

Block lay_out(const Document& document, int width, Glyphs glyphs) {
  Layout layout(width, glyphs);
  for (const auto& element : document) std::visit(layout, element);
  return layout.take();
}

}  // namespace rung
