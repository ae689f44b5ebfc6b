#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rung {

/// The grapheme clusters of `text`, in order, as views into it (Unicode Annex 29, extended clusters).
std::vector<std::string_view> split_graphemes(std::string_view text);

/// The first grapheme cluster; empty if `text` is.
std::string_view first_grapheme(std::string_view text);

/// The number of grapheme clusters at the start of `text` that are single printable ASCII characters, one cell each. If
/// something else follows, the last one is not counted, because a combining character may join it.
std::size_t count_plain_graphemes(std::string_view text);

/// The width of `text` in terminal cells when this program prints it: two for wide characters and emoji, none for
/// combining marks, and the width of the visible form (make_visible) for unsafe code points. `text` has no line breaks.
int cell_width(std::string_view text);

/// The longest prefix of `text` that fits into `cells` without splitting a grapheme; `ellipsis` marks a cut.
std::string clip(std::string_view text, int cells, std::string_view ellipsis = "…");

}  // namespace rung
