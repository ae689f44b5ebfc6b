#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <rung/report/document.hpp>
#include <rung/text/block.hpp>

#include "anchors.hpp"

namespace rung {

/// How a tone looks in each form.
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

/// `text` with every run of white space, line breaks included, as one space, and none at its ends.
std::string flatten(std::string_view text);

/// `text` with each no-break space as a space: they have done their work when the lines are broken.
std::string unglue(std::string text);

/// The lines of `text`, blank ones left out, without white space at their ends; tabs are spaces.
std::vector<std::string> split_lines(std::string_view text);

/// The words of `text` on one line, without tones and links, not escaped.
std::string plain_words(const Inline& text);

/// Styled text for the terminal. Line breaks stay where they are; a link is written out behind its text, unless
/// it leads to a place of the document.
Line to_line(const Inline& text);
/// The same on one line.
Line to_flat_line(const Inline& text);

/// `text` on one line, inert in HTML and XML: as content and in quoted attributes. Invisible characters, and those that
/// would reorder what is read, are written out as make_visible does.
std::string escape_html(std::string_view text);

/// Phrasing content: tones as elements; links that is_link accepts and those to one of `anchors` as links,
/// with the class `x` where the text does not say where they lead.
std::string write_html_inline(const Inline& text, const Anchors& anchors);
/// The same, with the line breaks of the text.
std::string write_html_lines(const Inline& text, const Anchors& anchors);

}  // namespace rung
