#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rung {

/// What a piece of Markdown says.
struct MarkdownText {
  std::string text;                ///< without marks of links, emphasis, and code
  std::vector<std::string> links;  ///< where its links lead
};

/// Reads the marks within a paragraph or an item of Markdown. What is no mark stays as it is.
MarkdownText read_markdown_text(std::string_view markdown);

}  // namespace rung
