#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include <rung/assessment/rating.hpp>
#include <rung/report/render.hpp>
#include <rung/text/ascii.hpp>
#include <rung/text/bar.hpp>

#include "inline_text.hpp"
#include "markdown_escape.hpp"

namespace rung {
namespace {

std::string mark_tone(const std::string& text, Tone tone) {
  switch (tone) {
    case Tone::gone:
      return "~~" + text + "~~";
    case Tone::come:
    case Tone::strong:
      return "**" + text + "**";
    case Tone::key:
    case Tone::plain:
    case Tone::muted:
    case Tone::good:
    case Tone::warning:
    case Tone::bad:
      return text;
  }
  return text;
}

std::string write_run(const Run& run, std::string_view text, Surroundings surroundings) {
  const auto body =
      run.tone == Tone::key ? write_code_span(text, surroundings) : mark_tone(escape_markdown(text), run.tone);
  if (run.link.empty()) return body;
  if (is_link(run.link)) return fmt::format("[{}]({})", body, write_link_target(run.link));
  return run.link == run.text ? body : fmt::format("{} ({})", body, escape_markdown(flatten(run.link)));
}

// White space stays outside of the marks: `** word**` is not strong.
std::string write_inline(const Inline& text, Surroundings surroundings = Surroundings::lines) {
  std::string out;
  for (const auto& run : text) {
    if (run.text.empty()) continue;
    const auto flat = flatten(unglue(run.text));
    const auto separate = [&] {
      if (!out.empty() && out.back() != ' ') out += ' ';
    };
    if (is_white_space(run.text.front())) separate();
    if (flat.empty()) continue;
    out += write_run(run, flat, surroundings);
    if (is_white_space(run.text.back())) separate();
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

// Each line break of the text is a break that Markdown keeps.
std::string write_lines(const Inline& text, std::string_view indent) {
  if (text.size() != 1 || !text.front().link.empty()) return write_inline(text);
  std::string out;
  for (const auto& line : split_lines(text.front().text)) {
    if (!out.empty()) out += fmt::format("\\\n{}", indent);
    auto run = text.front();
    run.text = line;
    out += write_inline({run});
  }
  return out;
}

std::string_view describe(Verdict verdict) {
  switch (verdict) {
    case Verdict::passed:
      return "✓ passed";
    case Verdict::failed:
      return "✗ failed";
    case Verdict::no_basis:
      return "– open";
  }
  return "";
}

constexpr int meter_cells = 10;
constexpr std::size_t most_times = 40;

class MarkdownWriter {
 public:
  explicit MarkdownWriter(std::string radar_file) : radar_file_(std::move(radar_file)) {}

  void operator()(const Strip& strip) {
    std::string text = "| Responsibility | Behaviors |\n| --- | --- |\n";
    for (const auto& row : strip.rows) text += fmt::format("| {} | {} |\n", write_label(row), write_marks(row));
    part(text);
    if (const auto legend = explain_marks(strip); !legend.empty()) part(write_inline({{legend + "."}}) + "\n");
  }

  void operator()(const Radar& radar) {
    if (radar_file_.empty()) return;
    part(fmt::format("![{}]({})\n", escape_markdown(flatten(unglue(radar.title + ". " + radar.description))),
                     write_link_target(radar_file_)));
    // One file holds one drawing.
    radar_file_.clear();
  }

  void operator()(const Curves& curves) {
    const CurveTable drawn = draw_curves(curves, most_times, ShareForm::full, Glyphs::unicode);
    if (drawn.table.rows.empty()) return;
    (*this)(drawn.table);
    part(write_inline({{drawn.caption}}) + "\n");
  }

  void operator()(const Details& details) {
    (*this)(Heading{2, {{details.heading}}});
    for (const auto& fold : details.folds) {
      (*this)(Heading{3, fold.summary});
      (*this)(fold.table);
    }
  }

  void operator()(const Heading& heading) {
    part(std::string(static_cast<std::size_t>(heading.level), '#') + " " + write_inline(heading.text) + "\n");
  }

  void operator()(const Paragraph& paragraph) { part(write_inline(paragraph.text) + "\n"); }

  void operator()(const Callout& callout) { part("> " + write_inline(callout.text) + "\n"); }

  void operator()(const Facts& facts) {
    std::string text;
    for (const auto& fact : facts.facts)
      text += fmt::format("- **{}:** {}\n", escape_markdown(fact.label), write_inline(fact.value));
    part(text);
  }

  void operator()(const Checks& checks) {
    std::string text = "| Gate | Verdict | Found |\n| --- | --- | --- |\n";
    for (const auto& check : checks.checks) {
      text += fmt::format("| {} | {} | {} |\n", write_inline(check.name, Surroundings::cell), describe(check.verdict),
                          write_inline(check.finding, Surroundings::cell));
    }
    part(text);
  }

  void operator()(const Table& table) {
    std::string text = "|";
    for (const auto& column : table.columns) text += fmt::format(" {} |", escape_markdown(column.heading));
    text += "\n|";
    for (const auto& column : table.columns) text += column.align == Align::right ? " ---: |" : " --- |";
    text += "\n";
    for (const auto& row : table.rows) {
      text += "|";
      for (const auto& cell : row.cells) {
        // Markdown drops leading spaces, so what belongs to a row above is marked by a sign.
        const bool belongs = &cell == &row.cells.front() && row.depth > 0;
        text += fmt::format(" {}{}{} |", belongs ? "› " : "", write_meter(cell),
                            write_inline(cell.text, Surroundings::cell));
      }
      text += "\n";
    }
    part(text);
  }

  void operator()(const Items& items) {
    std::string text;
    for (const auto& item : items.items) text += write_item(item);
    part(text);
  }

  std::string take() { return std::move(out_); }

 private:
  void part(const std::string& text) {
    if (!out_.empty()) out_ += "\n";
    out_ += text;
  }

  static std::string write_label(const StripRow& row) {
    if (row.depth > 0) return "› " + escape_markdown(flatten(row.label));
    return "**" + escape_markdown(flatten(row.label)) + "**";
  }

  static std::string write_marks(const StripRow& row) {
    std::string marks;
    for (const auto& cell : row.cells) marks += (marks.empty() ? "" : " ") + cell.mark;
    return marks.empty() ? marks : write_code_span(marks, Surroundings::cell);
  }

  static std::string write_meter(const Cell& cell) {
    if (!cell.meter) return {};
    return bar(cell.meter->part, cell.meter->whole, meter_cells, Grain::cells) + " ";
  }

  static std::string write_item(const Item& item) {
    std::string text = "- " + write_inline(item.title);
    for (const auto& tag : item.tags) text += fmt::format(" **\\[{}\\]**", escape_markdown(tag.text));
    if (!item.aside.empty()) text += fmt::format(" ({})", write_inline(item.aside));
    for (const auto& detail : item.details) text += "\\\n  " + write_inline(detail);
    for (const auto& note : item.notes)
      text += fmt::format("\\\n  *{}:* {}", escape_markdown(note.label), write_lines(note.value, "  "));
    return text + "\n";
  }

  std::string radar_file_;
  std::string out_;
};

}  // namespace

std::string write_markdown(const Document& document, const std::string& radar_file) {
  MarkdownWriter writer(radar_file);
  for (const auto& element : document) std::visit(writer, element);
  return writer.take();
}

}  // namespace rung
