#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rung {

/// The grapheme clusters of `text`, in order, as views into it (Unicode Annex 29, extended clusters).
std::vector<std::string_view> split_graphemes(std::string_view text);

/// The first of them; empty when `text` is.
std::string_view first_grapheme(std::string_view text);

/// How many of them at the start of `text` are single printable ASCII characters that are seen to be that at a glance:
/// one cell each. What follows the last plain character may join it, so that one is left out where something follows.
std::size_t count_plain_graphemes(std::string_view text);

/// The terminal cells that `text` takes when printed by this program: wide characters and emoji two, combining marks
/// none, unsafe code points as many as their visible form (make_visible). Line breaks are not expected in `text`.
int cell_width(std::string_view text);

/// The longest prefix of `text` that fits into `cells`, never splitting a grapheme; a cut is marked by `ellipsis`.
std::string clip(std::string_view text, int cells, std::string_view ellipsis = "…");

}  // namespace rung
