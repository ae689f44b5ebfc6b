#pragma once

#include <gumbo.h>

#include <string_view>
#include <unordered_map>

namespace rung {

/// The content of an element and everything below it.
struct HtmlContent {
  int letters = 0;          ///< bytes of text, without white space and scripts
  int link_letters = 0;     ///< of these, the bytes in links
  int links = 0;            ///< with text
  int links_elsewhere = 0;  ///< links to another page
  int items = 0;            ///< list items and table cells with text of their own
  int item_letters = 0;     ///< letters in these
  int headings = 0;
  int structures = 0;  ///< lists, tables, main, article
  int titles = 0;      ///< `h1`
  int tables = 0;      ///< including itself
  int cells = 0;
};

using HtmlContents = std::unordered_map<const GumboNode*, HtmlContent>;

/// The content of every visible element below `root`.
HtmlContents count_contents(const GumboNode& root);

/// The context of an element.
struct HtmlPlace {
  bool is_page = false;        ///< in a page, not rendered from Markdown
  bool in_content = false;     ///< below main, article, or section
  bool after_heading = false;  ///< after a heading
};

/// Whether a table is only for layout: it says so, has a single cell, or contains a title and another table.
bool is_layout(const GumboNode& table, const HtmlContent& content);

/// Why the element is not content of the document, such as "navigation"; empty if it is.
std::string_view find_reason_to_leave_out(const GumboNode& element, const HtmlContent& content, const HtmlPlace& place);

}  // namespace rung
