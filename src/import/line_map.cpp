#include "line_map.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace rung {
namespace {

constexpr std::string_view position_mark = "data-sourcepos=\"";

}  // namespace

LineMap::LineMap(std::string_view html) {
  int html_line = 1;
  std::size_t tag = 0;
  for (std::size_t at = 0; at < html.size(); ++at) {
    if (html[at] == '\n') ++html_line;
    if (html[at] == '<') tag = at;
    if (html[at] != position_mark.front() && html[at] != line_mark.front()) continue;
    const std::string_view rest = html.substr(at);
    for (const std::string_view mark : {position_mark, line_mark}) {
      if (rest.substr(0, mark.size()) != mark) continue;
      int line = 0;
      const char* start = rest.data() + mark.size();
      const auto [end, error] = std::from_chars(start, rest.data() + rest.size(), line);
      // An element begins at its tag, before the attribute.
      if (error == std::errc() && end != start && line > 0) anchors_.push_back({tag, html_line, line});
    }
  }
}

int LineMap::line_at(const GumboSourcePosition& place) const {
  const auto html_line = static_cast<int>(place.line);
  const auto after = std::upper_bound(anchors_.begin(), anchors_.end(), static_cast<std::size_t>(place.offset),
                                      [](std::size_t offset, const Anchor& anchor) { return offset < anchor.offset; });
  if (after == anchors_.begin()) return html_line;
  const Anchor& anchor = *std::prev(after);
  return anchor.line + std::max(html_line - anchor.html_line, 0);
}

}  // namespace rung
