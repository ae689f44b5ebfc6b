#include "markdown.hpp"

#include <algorithm>

#include <fmt/format.h>

#include <rung/assessment/answer.hpp>
#include <rung/text/ascii.hpp>
#include <rung/text/bar.hpp>
#include <rung/text/utf8.hpp>

#include "chart_tables.hpp"
#include "curve_table.hpp"
#include "inline_text.hpp"

namespace rung {
namespace {

bool is_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }

// `&amp;` and `&#38;` would be read as a character.
bool begins_entity(std::string_view rest) {
  const auto end = std::find_if(rest.begin() + 1, rest.end(),
                                [](char byte) { return !is_digit(byte) && !is_letter(byte) && byte != '#'; });
  return end != rest.end() && *end == ';' && end != rest.begin() + 1;
}

bool ends_with_www(std::string_view before) {
  if (before.size() < 3) return false;
  const auto word = before.substr(before.size() - 3);
  return std::all_of(word.begin(), word.end(), [](char byte) { return byte == 'w' || byte == 'W'; });
}

// A run may be what its line begins with; there these would make a list, a heading, a quotation or a rule.
bool is_block_mark(std::string_view text, std::size_t at) {
  const char byte = text[at];
  if (at == 0) return std::string_view("#+->=.)").find(byte) != std::string_view::npos;
  const auto before = text.substr(0, at);
  return (byte == '.' || byte == ')') && std::all_of(before.begin(), before.end(), is_digit);
}

bool needs_backslash(std::string_view text, std::size_t at) {
  const char byte = text[at];
  if (std::string_view("\\`*_[]<>|~$").find(byte) != std::string_view::npos) return true;
  if (byte == '&') return begins_entity(text.substr(at));
  if (byte == ':') return text.substr(at, 3) == "://";
  if (byte == '.' && ends_with_www(text.substr(0, at))) return true;
  return is_block_mark(text, at);
}

// One line without line breaks as Markdown that reads as that text and nothing else: no emphasis, HTML, link, image,
// list or heading. A bare address does not become a link. Unsafe characters come out visible.
std::string escape_markdown(std::string_view text) {
  const auto visible = make_visible(text);
  std::string out;
  for (std::size_t at = 0; at < visible.size(); ++at) {
    if (needs_backslash(visible, at)) out += '\\';
    out += visible[at];
  }
  return out;
}

// Whether a text stands in a cell of a table, where a bar ends it even inside of code.
enum class Surroundings { lines, cell };

// The fence is longer than any in the text. In a cell, a text in which parsers disagree on what is code (a backslash
// before a bar) is escaped instead.
std::string write_code_span(std::string_view text, Surroundings surroundings) {
  auto visible = make_visible(text);
  if (surroundings == Surroundings::cell) {
    if (visible.find("\\|") != std::string::npos) return escape_markdown(text);
    for (auto bar = visible.find('|'); bar != std::string::npos; bar = visible.find('|', bar + 2))
      visible.insert(bar, 1, '\\');
  }
  std::size_t longest = 0;
  std::size_t here = 0;
  for (const char byte : visible) {
    here = byte == '`' ? here + 1 : 0;
    longest = std::max(longest, here);
  }
  const std::string fence(longest + 1, '`');
  const bool touches = !visible.empty() && (visible.front() == '`' || visible.back() == '`');
  return fmt::format("{0}{1}{2}{1}{0}", fence, touches ? " " : "", visible);
}

// Whatever could end the target of a link is percent-encoded.
std::string write_link_target(std::string_view address) {
  std::string out;
  for (const char byte : address) {
    const auto value = static_cast<unsigned char>(byte);
    if (value <= 0x20 || value >= 0x7F || std::string_view("()<>\"\\`{}|^").find(byte) != std::string_view::npos)
      out += fmt::format("%{:02X}", value);
    else
      out += byte == '&' ? std::string("&amp;") : std::string(1, byte);
  }
  return out;
}

std::string write_run(const Run& run, std::string_view text, Surroundings surroundings) {
  const auto marks = look_of(run.tone).markdown;
  const auto body = run.tone == Tone::key ? write_code_span(text, surroundings)
                                          : fmt::format("{0}{1}{0}", marks, escape_markdown(text));
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

constexpr int meter_cells = 10;
constexpr std::size_t most_times = 40;

class MarkdownWriter {
 public:
  explicit MarkdownWriter(std::string radar_file) : radar_file_(std::move(radar_file)) {}

  void operator()(const Strip& strip) {
    auto table = write_heads(strip.headings);
    for (const auto& row : strip.rows) table += fmt::format("| {} | {} |\n", write_label(row), write_marks(row));
    part(table);
    if (!strip.legend.empty()) (*this)(paragraph(fmt::format("{}.", strip.legend)));
  }

  void operator()(const Radar& radar) {
    if (radar_file_.empty()) return;
    const auto words = fmt::format("{}. {}", radar.title, radar.description);
    part(fmt::format("![{}]({})\n", escape_markdown(flatten(unglue(words))), write_link_target(radar_file_)));
    // One file holds one drawing.
    radar_file_.clear();
  }

  void operator()(const Curves& curves) {
    const CurveTable drawn = draw_curves(curves, most_times, ShareForm::full, Glyphs::unicode);
    if (drawn.table.rows.empty()) return;
    (*this)(drawn.table);
    (*this)(paragraph(drawn.caption));
  }

  void operator()(const Details& details) {
    (*this)(heading(2, details.heading));
    for (const auto& fold : details.folds) {
      (*this)(Heading{3, fold.summary});
      (*this)(fold.table);
    }
  }

  void operator()(const Judgement& judgement) { part(fmt::format("> {}\n", write_inline(judgement.text))); }

  void operator()(const Steps& steps) {
    std::string text;
    for (const Step& step : steps.steps) text += fmt::format("1. {}\n", write_inline(step.title));
    part(text);
  }

  void operator()(const Map& /*map*/) {}

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

  void operator()(const Contents& /*contents*/) {}

  void operator()(const Foldable& foldable) {
    (*this)(foldable.heading);
    for (const Element& element : foldable.content) std::visit(*this, element);
  }

  void operator()(const Heading& heading) {
    part(fmt::format("{:#>{}} {}\n", "", heading.level, write_inline(heading.text)));
  }

  void operator()(const Paragraph& paragraph) { part(fmt::format("{}\n", write_inline(paragraph.text))); }

  void operator()(const Callout& callout) { part(fmt::format("> {}\n", write_inline(callout.text))); }

  void operator()(const Facts& facts) {
    std::string text;
    for (const auto& fact : facts.facts)
      text += fmt::format("- **{}:** {}\n", escape_markdown(fact.label), write_inline(fact.value));
    part(text);
  }

  void operator()(const Checks& checks) {
    auto table = write_heads(checks.headings);
    for (const auto& check : checks.checks) {
      table += fmt::format("| {} | {} | {} |\n", write_inline(check.name, Surroundings::cell),
                           escape_markdown(check.verdict.text), write_inline(check.finding, Surroundings::cell));
    }
    part(table);
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

  template <std::size_t columns>
  static std::string write_heads(const std::array<std::string, columns>& headings) {
    std::string heads = "|";
    for (const auto& one : headings) heads += fmt::format(" {} |", escape_markdown(one));
    heads += "\n|";
    for (std::size_t column = 0; column < columns; ++column) heads += " --- |";
    heads += "\n";
    return heads;
  }

  static std::string write_label(const StripRow& row) {
    const auto label = escape_markdown(flatten(row.label));
    return row.depth > 0 ? fmt::format("› {}", label) : fmt::format("**{}**", label);
  }

  static std::string write_marks(const StripRow& row) {
    std::string marks;
    for (const auto& cell : row.cells) marks += fmt::format("{}{}", marks.empty() ? "" : " ", cell.mark);
    return marks.empty() ? marks : write_code_span(marks, Surroundings::cell);
  }

  static std::string write_meter(const Cell& cell) {
    if (!cell.meter) return {};
    return fmt::format("{} ", bar(cell.meter->part, cell.meter->whole, meter_cells, Grain::cells));
  }

  static std::string write_item(const Item& item) {
    std::string text = fmt::format("- {}", write_inline(item.title));
    for (const auto& tag : item.tags) text += fmt::format(" **\\[{}\\]**", escape_markdown(tag.text));
    if (!item.aside.empty()) text += fmt::format(" ({})", write_inline(item.aside));
    for (const auto& detail : item.details) text += fmt::format("\\\n  {}", write_inline(detail));
    for (const auto& note : item.notes)
      text += fmt::format("\\\n  *{}:* {}", escape_markdown(note.label), write_lines(note.value, "  "));
    text += "\n";
    return text;
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
