#include <rung/text/block.hpp>

#include <algorithm>
#include <iterator>

#include <rung/text/width.hpp>

namespace rung {

Line spaces(int cells) { return line(std::string(static_cast<std::size_t>(std::max(cells, 0)), ' ')); }

int cell_width(const Line& line) {
  int width = 0;
  for (const Span& span : line) width += cell_width(span.text);
  return width;
}

std::string plain_text(const Line& line) {
  std::string text;
  for (const Span& span : line) text += span.text;
  return text;
}

void append(Block& block, Block more) {
  block.insert(block.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

Line join(Line line, const Line& more) {
  line.insert(line.end(), more.begin(), more.end());
  return line;
}

Line pad_right(Line line, int cells) {
  const int missing = cells - cell_width(line);
  if (missing > 0) line.push_back(spaces(missing).front());
  return line;
}

Line pad_left(Line line, int cells) {
  const int missing = cells - cell_width(line);
  if (missing > 0) line.insert(line.begin(), spaces(missing).front());
  return line;
}

}  // namespace rung
