#include "markdown.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "chart_tables.hpp"
#include "curve_table.hpp"
#include "gate_bar.hpp"
#include "inline_text.hpp"
#include "markdown_inline.hpp"

namespace rung {
namespace {

constexpr std::size_t most_times = 40;
/// Of headings above items.
constexpr int highest_item_level = 3;

/// Whether an item is a section, not a line of a list.
bool has_heading(const Item& item, ItemForm form) {
  return form != ItemForm::brief && !(item.body.empty() && item.id.empty());
}

void collect_anchors(const Document& document, HeadingAnchors& anchors);

struct AnchorCollector {
  HeadingAnchors& anchors;

  void operator()(const Heading& heading) const { anchors.add(join_aside(heading), heading.id); }
  void operator()(const Items& items) const {
    for (const Item& item : items.items)
      if (has_heading(item, items.form)) anchors.add(item.title, item.id);
  }
  // Its heading is a line that unfolds it and has no anchor.
  void operator()(const Fold& fold) const { collect_anchors(fold.content, anchors); }
  template <class Other>
  void operator()(const Other& /*element*/) const {}

  /// The facts next to the title get their own line below it.
  static Inline join_aside(const Heading& heading) {
    Inline whole = heading.text;
    if (heading.level == 1 || heading.aside.empty()) return whole;
    whole.push_back(text(" · "));
    whole.insert(whole.end(), heading.aside.begin(), heading.aside.end());
    return whole;
  }
};

void collect_anchors(const Document& document, HeadingAnchors& anchors) {
  for (const Element& element : document) std::visit(AnchorCollector{anchors}, element);
}

HeadingAnchors list_anchors(const Document& document) {
  HeadingAnchors anchors;
  collect_anchors(document, anchors);
  return anchors;
}

class MarkdownWriter {
 public:
  explicit MarkdownWriter(const Document& document) : words_(list_anchors(document)) {}

  void operator()(const Curves& curves) {
    const CurveTable drawn = draw_curves(curves, most_times, ShareForm::full, Glyphs::unicode);
    if (drawn.table.rows.empty()) return;
    (*this)(drawn.table);
    (*this)(paragraph(drawn.caption));
  }

  void operator()(const Judgement& judgement) {
    std::string quotation = fmt::format("> {}\n", words_.write_strong(judgement.text));
    std::string gauges;
    for (const Gauge& gauge : judgement.gauges)
      gauges +=
          fmt::format("{}{} {}", gauges.empty() ? "" : " · ", escape_markdown(gauge.sign), words_.write(gauge.text));
    if (!gauges.empty()) quotation += fmt::format(">\n> {}\n", gauges);
    part(quotation);
  }

  void operator()(const Steps& steps) {
    std::string list;
    int number = 0;
    for (const Step& step : steps.steps) {
      list += fmt::format("{}. ", ++number);
      if (!step.group.empty()) list += fmt::format("**{}:** ", escape_markdown(flatten(step.group)));
      list += words_.write(step.title);
      if (!step.move.empty()) list += fmt::format(" {}", words_.write({text(step.move)}));
      if (!step.reason.empty()) list += fmt::format(" · {}", words_.write({text(step.reason)}));
      list += "\n";
    }
    part(list);
  }

  void operator()(const Map& map) {
    std::string table =
        fmt::format("| {} | {} | {} |  |  |\n| --- | --- | --- | ---: | --- |\n", escape_markdown(map.headings[0]),
                    escape_markdown(map.headings[1]), escape_markdown(map.headings[2]));
    for (const MapRow& row : map.rows) {
      const bool has_share = row.share && row.share->has_basis();
      table += fmt::format("| **{}** | {} | {} | {} | {} |\n", escape_markdown(flatten(row.title)), write_squares(row),
                           has_share ? fmt::format("`{}`", bar_with_gate(*row.share, row.gate)) : "",
                           has_share ? fmt::format("{}/{}", row.share->part, row.share->whole) : "",
                           words_.write({text(row.remark)}, Surroundings::cell));
    }
    part(table);
    if (const std::string legend = explain_squares(map); !legend.empty()) part(fmt::format("{}\n", legend));
  }

  void operator()(const Dumbbells& dumbbells) {
    if (dumbbells.rows.empty()) return;
    (*this)(to_table(dumbbells));
    (*this)(paragraph(fmt::format("{}.", explain_track(dumbbells))));
  }

  void operator()(const Matrix& matrix) {
    if (matrix.times.empty() || matrix.rows.empty()) return;
    (*this)(to_table(matrix));
    std::string words = explain_square_signs(matrix);
    if (!words.empty()) (*this)(paragraph(std::move(words)));
  }

  // GitHub lists the headings itself.
  void operator()(const Contents& /*contents*/) {}

  // The only HTML; Markdown continues in it after a blank line.
  void operator()(const Fold& fold) {
    const Heading& heading = fold.heading;
    const std::string aside = heading.aside.empty() ? "" : fmt::format(" · {}", write_summary(heading.aside));
    part(fmt::format("<details>\n<summary><b>{}</b>{}</summary>\n", write_summary(heading.text), aside));
    level_ = heading.level;
    for (const Element& element : fold.content) std::visit(*this, element);
    part("</details>\n");
  }

  void operator()(const Heading& heading) {
    level_ = heading.level;
    put_heading(heading.level, AnchorCollector::join_aside(heading));
    if (heading.level == 1 && !heading.aside.empty()) (*this)(Paragraph{heading.aside});
  }

  void operator()(const Paragraph& paragraph) { part(fmt::format("{}\n", words_.write(paragraph.text))); }

  void operator()(const Callout& callout) { part(fmt::format("> {}\n", words_.write(callout.text))); }

  void operator()(const Facts& facts) {
    std::string list;
    for (const auto& fact : facts.facts)
      list += fmt::format("- **{}:** {}\n", escape_markdown(fact.label), words_.write(fact.value));
    part(list);
  }

  void operator()(const Table& table) {
    std::string lines = "|";
    for (const auto& column : table.columns) lines += fmt::format(" {} |", escape_markdown(column.heading));
    lines += "\n|";
    for (const auto& column : table.columns) lines += column.align == Align::right ? " ---: |" : " --- |";
    lines += "\n";
    for (const auto& row : table.rows) {
      lines += "|";
      for (const auto& cell : row.cells) {
        // Markdown drops leading spaces, so a symbol marks rows that belong to the row above.
        const bool belongs = &cell == &row.cells.front() && row.depth > 0;
        const std::string meter = cell.meter ? fmt::format("{} ", bar_with_gate(*cell.meter, {})) : std::string();
        lines += fmt::format(" {}{}{} |", belongs ? "› " : "", meter, words_.write(cell.text, Surroundings::cell));
      }
      lines += "\n";
    }
    part(lines);
  }

  void operator()(const Items& items) {
    std::string list;
    for (const auto& item : items.items) {
      if (has_heading(item, items.form)) {
        if (!list.empty()) part(std::exchange(list, {}));
        put_section(item);
      } else {
        list += write_item(item);
      }
    }
    if (!list.empty()) part(list);
  }

  std::string take() { return std::move(out_); }

 private:
  void part(const std::string& text) {
    if (!out_.empty()) out_ += "\n";
    out_ += text;
  }

  void put_heading(int level, const Inline& title) {
    // Headings are bold anyway.
    Inline plain = title;
    for (Run& run : plain)
      if (run.tone == Tone::strong) run.tone = Tone::plain;
    std::string words = words_.write(plain);
    // Number signs at the end of a heading would be dropped.
    if (words.ends_with('#') && !words.ends_with("\\#")) words.insert(words.size() - 1, "\\");
    part(fmt::format("{:#>{}} {}\n", "", level, words));
  }

  /// Escaped for HTML, and in case a reader treats it as Markdown.
  static std::string write_summary(const Inline& words) {
    std::string out;
    for (const char byte : escape_html(unglue(plain_words(words))))
      out += std::string_view("[`*_~|$").find(byte) == std::string_view::npos
                 ? std::string(1, byte)
                 : fmt::format("&#{};", static_cast<int>(byte));
    return out;
  }

  static std::string write_square(const Square& square) {
    const char* strong = square.standpoint.side == TargetSide::below ? "**" : "";
    return fmt::format("{0}{1}{0}{2}", strong, escape_markdown(square.mark), square.standpoint.has_evidence ? "•" : "");
  }

  static std::string write_squares(const MapRow& row) {
    std::string squares;
    for (const MapGroup& group : row.groups) {
      if (!squares.empty()) squares += " │";
      for (const Square& square : group.squares)
        squares += fmt::format("{}{}", squares.empty() ? "" : " ", write_square(square));
    }
    return squares;
  }

  static std::string explain_squares(const Map& map) {
    bool has_below = false;
    bool has_evidence = false;
    for (const MapRow& row : map.rows)
      for (const MapGroup& group : row.groups)
        for (const Square& square : group.squares) {
          has_below = has_below || square.standpoint.side == TargetSide::below;
          has_evidence = has_evidence || square.standpoint.has_evidence;
        }
    std::string legend = has_below ? "**Bold** below target" : "";
    const auto add = [&legend](const std::string& words) {
      legend += fmt::format("{}{}", legend.empty() ? "" : "; ", words);
    };
    if (has_evidence) add("• evidence");
    for (const Tag& tag : map.legend) add(escape_markdown(flatten(unglue(tag.text))));
    return legend;
  }

  [[nodiscard]] std::string write_tags(const Item& item) const {
    std::string tags;
    for (const auto& tag : item.tags)
      tags += fmt::format("{}**\\[{}\\]**", tags.empty() ? "" : " ", escape_markdown(tag.text));
    return tags;
  }

  /// Its name, then the text, then the details.
  void put_section(const Item& item) {
    put_heading(std::max(level_ + 1, highest_item_level), item.title);
    if (!item.body.empty()) (*this)(Paragraph{item.body});
    std::string lines;
    const auto add = [&lines](const std::string& line) {
      if (!line.empty()) lines += fmt::format("{}{}", lines.empty() ? "" : "\\\n", line);
    };
    const std::string aside = words_.write(item.aside);
    const std::string tags = write_tags(item);
    add(fmt::format("{}{}{}", aside, aside.empty() || tags.empty() ? "" : " ", tags));
    for (const auto& detail : item.details) add(words_.write(detail));
    if (!lines.empty()) part(fmt::format("{}\n", lines));
    std::string notes;
    for (const auto& note : item.notes)
      notes += fmt::format("- *{}:* {}\n", escape_markdown(note.label), words_.write_lines(note.value, "  "));
    if (!notes.empty()) part(notes);
  }

  [[nodiscard]] std::string write_item(const Item& item) const {
    std::string lines = fmt::format("- {}", words_.write(item.title));
    if (!item.tags.empty()) lines += fmt::format(" {}", write_tags(item));
    if (!item.aside.empty()) lines += fmt::format(" ({})", words_.write(item.aside));
    for (const auto& detail : item.details) lines += fmt::format("\\\n  {}", words_.write(detail));
    for (const auto& note : item.notes)
      lines += fmt::format("\\\n  *{}:* {}", escape_markdown(note.label), words_.write_lines(note.value, "  "));
    lines += "\n";
    return lines;
  }

  MarkdownInline words_;
  std::string out_;
  int level_ = 1;  ///< of the heading above
};

}  // namespace

std::string write_markdown(const Document& document) {
  MarkdownWriter writer(document);
  for (const auto& element : document) std::visit(writer, element);
  return writer.take();
}

}  // namespace rung
