#pragma once

#include <string>
#include <string_view>

#include <rung/report/document.hpp>

namespace rung {

/// `text` on one line, inert in HTML and XML: as content and in quoted attributes. What could not be seen, or would
/// reorder what is read, is written out as make_visible does.
std::string escape_html(std::string_view text);

/// The words of `text` without tones and links, not escaped.
std::string plain_words(const Inline& text);

/// Phrasing content: tones as elements, and the links that is_link accepts as links.
std::string write_html_inline(const Inline& text);

/// The same, with the line breaks of the text.
std::string write_html_lines(const Inline& text);

}  // namespace rung
