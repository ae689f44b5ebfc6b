#pragma once

#include <gumbo.h>

#include <string_view>
#include <vector>

namespace rung {

/// What the rendering of Markdown puts in front of raw HTML, with the line it begins at and ` -->` after it.
inline constexpr std::string_view line_mark = "<!--rung:";

/// From places in rendered HTML to lines of the Markdown it was rendered from; the identity for a page of its own.
class LineMap {
 public:
  LineMap() = default;
  /// Reads the source positions and line marks of `html`.
  explicit LineMap(std::string_view html);

  [[nodiscard]] int line_at(const GumboSourcePosition& place) const;

 private:
  struct Anchor {
    std::size_t offset = 0;
    int html_line = 0;
    int line = 0;
  };
  std::vector<Anchor> anchors_;  ///< by offset
};

}  // namespace rung
