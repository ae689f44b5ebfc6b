#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <rung/report/document.hpp>
#include <rung/text/block.hpp>

namespace rung {

/// `text` with every run of white space, line breaks included, as one space, and none at its ends.
std::string flatten(std::string_view text);

/// `text` with each no-break space as a space: they have done their work when the lines are broken.
std::string unglue(std::string text);

/// The lines of `text`, blank ones left out, without white space at their ends; tabs are spaces.
std::vector<std::string> split_lines(std::string_view text);

/// Styled text for the terminal. Line breaks stay where they are; a link is written out behind its text.
Line to_line(const Inline& text);
/// The same on one line.
Line to_flat_line(const Inline& text);

/// Lines of at most `width` cells.
Block lay_out_table(const Table& table, int width);

}  // namespace rung
