#include "layout.hpp"

#include <algorithm>

#include <rung/text/wrap.hpp>

namespace rung {
namespace {

void append_line(Line& line, const Line& more) { line.insert(line.end(), more.begin(), more.end()); }

}  // namespace

Block paragraph(const Line& text, int width, int indent) { return wrap(text, width, {spaces(indent), spaces(indent)}); }

Block lay_out_items(const std::vector<Line>& items, int width, int indent) {
  constexpr int gap = 3;
  int widest = 0;
  int together = indent - gap;
  for (const Line& item : items) {
    widest = std::max(widest, cell_width(item));
    together += cell_width(item) + gap;
  }
  const int room = std::max(width - indent, 1);
  const int fitting = std::max((room + gap) / (widest + gap), 1);
  const int columns = together <= width ? static_cast<int>(items.size()) : fitting;
  const int cells = together <= width ? 0 : widest;
  Block block;
  Line line;
  for (std::size_t index = 0; index < items.size(); ++index) {
    const bool begins = static_cast<int>(index) % columns == 0;
    if (begins && widest > room) {
      append(block, wrap(items[index], width, {spaces(indent), spaces(indent + 2)}));
      continue;
    }
    if (begins && index > 0) block.push_back(std::move(line));
    if (begins)
      line = spaces(indent);
    else
      append_line(line, spaces(gap));
    const bool ends = static_cast<int>(index + 1) % columns == 0 || index + 1 == items.size();
    append_line(line, ends ? items[index] : pad_right(items[index], cells));
  }
  if (!line.empty()) block.push_back(std::move(line));
  return block;
}

Block lay_out_names(const std::vector<NamedText>& rows, int width, int indent) {
  constexpr int gap = 2;
  int widest = 0;
  for (const NamedText& row : rows) widest = std::max(widest, cell_width(row.name));
  const int column = indent + widest + gap;
  Block block;
  for (const NamedText& row : rows) {
    if (row.text.empty()) {
      append(block, paragraph(row.name, width, indent));
    } else if (width - column >= 26) {
      Line name = spaces(indent);
      append_line(name, row.name);
      append(block, wrap(row.text, width, {pad_right(std::move(name), column), spaces(column)}));
    } else {
      append(block, paragraph(row.name, width, indent));
      append(block, paragraph(row.text, width, indent + 2));
    }
  }
  return block;
}

Block lay_out_facts(const std::vector<Line>& parts, int width, int indent) {
  const Line separator{muted(" · ")};
  Block block;
  Line line;
  const auto end_line = [&] {
    if (!line.empty()) {
      append(block, paragraph(line, width, indent));
      line.clear();
    }
  };
  for (const Line& part : parts) {
    if (indent + cell_width(line) + cell_width(separator) + cell_width(part) > width) end_line();
    if (!line.empty()) append_line(line, separator);
    append_line(line, part);
  }
  end_line();
  return block;
}

Block heading(const std::string& text, int width) {
  Block block(1);
  append(block, paragraph({title(text)}, width, text_indent));
  return block;
}

}  // namespace rung
