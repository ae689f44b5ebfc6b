#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <rung/report/document.hpp>
#include <rung/text/block.hpp>

#include "anchors.hpp"

namespace rung {

/// The appearance of a tone in each format.
struct Look {
  Tone tone;
  Style style;                  ///< on a terminal
  std::string_view open;        ///< on a terminal, before a text; may be empty
  std::string_view close;       ///< the same, after it
  std::string_view html_open;   ///< in HTML, before a text
  std::string_view html_close;  ///< the same, after it
  std::string_view css_class;   ///< of a badge; may be empty
  std::string_view markdown;    ///< on both sides of a text; may be empty
};
const Look& look_of(Tone tone);

/// `text` with every run of white space, including line breaks, as one space, and none at its ends.
std::string flatten(std::string_view text);

/// `text` with no-break spaces as plain spaces, for use after lines are broken.
std::string unglue(std::string text);

/// The lines of `text` without blank lines and without white space at their ends; tabs become spaces.
std::vector<std::string> split_lines(std::string_view text);

/// The words of `text` on one line, without tones and links, unescaped.
std::string plain_words(const Inline& text);

/// Styled text for the terminal. Line breaks are kept; the address of a link follows its text, unless the link is
/// within the document.
Line to_line(const Inline& text);
/// The same on one line.
Line to_flat_line(const Inline& text);

/// `text` on one line, escaped for HTML and XML content and quoted attributes. make_visible shows invisible characters
/// and those that would reorder text.
std::string escape_html(std::string_view text);

/// Phrasing content: tones as elements; links that is_link accepts and links to one of `anchors` as links, with the
/// class `x` if the text does not show the address.
std::string write_html_inline(const Inline& text, const Anchors& anchors);
/// The same, with the line breaks of the text.
std::string write_html_lines(const Inline& text, const Anchors& anchors);

}  // namespace rung
