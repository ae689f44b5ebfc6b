#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <rung/report/document.hpp>
#include <rung/text/block.hpp>
#include <rung/text/paint.hpp>

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

/// Lines of at most `width` cells each.
Block lay_out_table(const Table& table, int width);
Block lay_out_strip(const Strip& strip, int width);
Block lay_out_curves(const Curves& curves, int width, Glyphs glyphs);

/// What the marks of a strip that are no ratings mean, those that occur: `n not applicable, · unrated`. May be empty.
std::string explain_marks(const Strip& strip);

/// How the first and the last share of a curve are written: `9 of 13 (69 %)`, or `9/13`.
enum class ShareForm { full, brief };

/// The latest `most` times of `curves`.
struct CurveTable {
  Table table;
  std::string caption;  ///< from when to when, and whether there are more
};
CurveTable draw_curves(const Curves& curves, std::size_t most, ShareForm form, Glyphs glyphs);

}  // namespace rung
