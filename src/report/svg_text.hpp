#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rung {

/// The approximate width of `text` in a common sans-serif font of `size` pixels, rounded up rather than down.
double estimate_width(std::string_view text, double size);

/// `text` in lines of at most `width` pixels, at most `most_lines` of them, the last one cut with an ellipsis. Words
/// that are wider than a line are broken between graphemes. No lines for a blank text. Unsafe code points are visible.
std::vector<std::string> wrap_for_drawing(std::string_view text, double width, double size, std::size_t most_lines);

/// A coordinate with one decimal at most.
std::string write_number(double value);

}  // namespace rung
