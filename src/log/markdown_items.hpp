#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <rung/diagnostic.hpp>

namespace rung {

/// An item of a list of Markdown, and those below it.
struct MarkdownItem {
  Position at;
  std::string text;  ///< its lines with spaces between them, with their marks
  std::vector<MarkdownItem> items;
};

/// A heading, or a list of one item.
struct MarkdownBlock {
  int level = 0;      ///< of a heading, from 1; 0 for an item
  MarkdownItem item;  ///< for a heading, its text
};

/// How deep items are nested at most; deeper ones are on this level.
inline constexpr std::size_t deepest_item = 8;

struct MarkdownItems {
  std::vector<MarkdownBlock> blocks;
  std::vector<int> left_out;  ///< the numbers of the lines of paragraphs, tables, and quotes, ascending
};

/// The headings and items of a document. Front matter, code, and comments are left out without a word.
MarkdownItems read_markdown_items(std::string_view text);

}  // namespace rung
