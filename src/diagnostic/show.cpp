#include <rung/diagnostic/show.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include <rung/text/utf8.hpp>
#include <rung/text/width.hpp>
#include <rung/text/wrap.hpp>

namespace rung {
namespace {

struct Excerpt {
  std::string text;
  int caret_cells = 0;  ///< cells before the caret
  int caret_width = 1;
};

std::string replace_tabs(std::string_view text) {
  std::string out(text);
  std::replace(out.begin(), out.end(), '\t', ' ');
  return out;
}

std::size_t bytes_of_characters(std::string_view text, int characters) {
  std::size_t at = 0;
  for (int i = 0; i < characters && at < text.size(); ++i) {
    const auto decoded = decode_utf8(text.substr(at));
    at += decoded ? decoded->bytes : 1;
  }
  return at;
}

// Drops graphemes at the front until the caret stands in the first two thirds of the room.
Excerpt cut_excerpt(std::string_view line, int column, int length, int room) {
  const std::string text = replace_tabs(line);
  const std::size_t caret = bytes_of_characters(text, column - 1);
  const std::size_t end = bytes_of_characters(text, column - 1 + length);
  std::string before = text.substr(0, caret);
  const std::string marked = text.substr(caret, end - caret);
  const int latest = std::max(1, room * 2 / 3);
  if (cell_width(before) + std::min(cell_width(marked), room / 3) > latest) {
    const auto graphemes = split_graphemes(before);
    int width = cell_width(before) + 1;
    std::size_t dropped = 0;
    std::size_t next = 0;
    while (next < graphemes.size() && width + std::min(cell_width(marked), room / 3) > latest) {
      width -= cell_width(graphemes[next]);
      dropped += graphemes[next++].size();
    }
    before.replace(0, dropped, "…");
  }
  Excerpt excerpt;
  excerpt.caret_cells = cell_width(before);
  excerpt.text = clip(before.append(text, caret), room);
  excerpt.caret_width = std::clamp(cell_width(marked), 1, std::max(1, room - excerpt.caret_cells));
  return excerpt;
}

Line gutter(std::string label) { return {{std::move(label), Style::accent}}; }
Line plain(std::string text) { return {{std::move(text), Style::plain}}; }

Style style_of(Severity severity) { return severity == Severity::error ? Style::bad : Style::warning; }

void append_excerpt(Block& block, const Diagnostic& diagnostic, int width) {
  const std::string number = fmt::format("{}", diagnostic.at.line);
  const std::string blank(number.size(), ' ');
  const int room = std::max(8, width - static_cast<int>(number.size()) - 3);
  const Excerpt excerpt = cut_excerpt(diagnostic.line, diagnostic.at.column, diagnostic.length, room);
  block.push_back(gutter(fmt::format("{} |", blank)));
  Line shown = gutter(fmt::format("{} | ", number));
  shown.push_back({excerpt.text, Style::plain});
  block.push_back(std::move(shown));
  Line caret = gutter(fmt::format("{} | ", blank));
  caret.push_back(
      {fmt::format("{:{}}{:^>{}}", "", excerpt.caret_cells, "", excerpt.caret_width), style_of(diagnostic.severity)});
  block.push_back(std::move(caret));
}

std::string place_of(const Diagnostic& diagnostic) {
  if (diagnostic.at.line == 0) return diagnostic.source;
  return fmt::format("{}:{}:{}", diagnostic.source, diagnostic.at.line, diagnostic.at.column);
}

Block show_one(const Diagnostic& diagnostic, int width) {
  const std::string severity = diagnostic.severity == Severity::error ? "error: " : "warning: ";
  Block block = wrap({{severity, style_of(diagnostic.severity)}, {diagnostic.message, Style::strong}}, width,
                     {{}, plain(std::string(severity.size(), ' '))});
  const std::string indent(fmt::format("{}", diagnostic.at.line).size(), ' ');
  append(block, wrap(plain(place_of(diagnostic)), width,
                     {gutter(fmt::format("{}--> ", indent)), plain(fmt::format("{}    ", indent))}));
  if (diagnostic.at.line > 0 && !diagnostic.line.empty()) append_excerpt(block, diagnostic, width);
  const Indent beside{gutter(fmt::format("{} = ", indent)), plain(fmt::format("{}   ", indent))};
  if (const auto& first = diagnostic.related)
    append(block, wrap(plain(fmt::format("the first stands at {}:{}", first->line, first->column)), width, beside));
  if (!diagnostic.hint.empty())
    append(block, wrap({{"hint: ", Style::strong}, {diagnostic.hint, Style::plain}}, width, beside));
  return block;
}

}  // namespace

Block show(const Diagnostics& diagnostics, int width) {
  Block block;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (!block.empty()) block.emplace_back();
    append(block, show_one(diagnostic, width));
  }
  return block;
}

}  // namespace rung
