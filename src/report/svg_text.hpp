#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rung {

/// About how wide `text` will be in a usual sans-serif face of `size` pixels; rather too wide than too narrow.
double estimate_width(std::string_view text, double size);

/// `text` in lines of at most `width` pixels, at most `most_lines` of them, the last one cut with an ellipsis. Words
/// that are wider than a line are broken between graphemes. No lines for a blank text. Unsafe code points are visible.
std::vector<std::string> wrap_for_drawing(std::string_view text, double width, double size, std::size_t most_lines);

/// A coordinate with one decimal at most.
std::string write_number(double value);

enum class Side { left, middle, right };

/// The name of an axis beside the drawing. The origin is the centre of the drawing, y grows downwards.
struct AxisLabel {
  std::vector<std::string> lines;
  Side side = Side::middle;  ///< of the centre; the lines are aligned to the drawing
  double x = 0;              ///< of the edge that is next to the drawing; of the centre for `middle`
  double top = 0;
  double height = 0;
};

struct LabelSpace {
  double clearance = 0;   ///< no label comes nearer to the centre
  double half_width = 0;  ///< no label reaches further to a side
  double size = 14;       ///< of the face, in pixels
};

/// One label for each of evenly spread axes, the first one upwards, clockwise. No two of them overlap.
std::vector<AxisLabel> place_labels(const std::vector<std::string>& names, const LabelSpace& space);

}  // namespace rung
