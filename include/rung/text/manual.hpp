#pragma once

#include <string_view>

#include <rung/text/block.hpp>

namespace rung {

/// Lays out a page of the documentation for a terminal. It knows what those pages use of Markdown: headings,
/// paragraphs, lists, tables, indented code (kept as it is), comments (left out), and in texts code, bold, emphasis,
/// and links, of which the words stay.
Block lay_out_manual(std::string_view markdown, int width);

}  // namespace rung
