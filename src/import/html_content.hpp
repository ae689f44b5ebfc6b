#pragma once

#include <gumbo.h>

#include <string_view>
#include <unordered_map>

namespace rung {

/// What an element holds, all that is below it included.
struct HtmlContent {
  int letters = 0;          ///< bytes of text, without white space and scripts
  int link_letters = 0;     ///< those of them in links
  int links = 0;            ///< with text
  int links_elsewhere = 0;  ///< links that do not point to a place on the same page
  int items = 0;            ///< list items and table cells with text of their own in them
  int item_letters = 0;     ///< letters in these
  int headings = 0;
  int structures = 0;  ///< lists, tables, main, article
  int titles = 0;      ///< `h1`
  int tables = 0;      ///< itself included
  int cells = 0;
};

using HtmlContents = std::unordered_map<const GumboNode*, HtmlContent>;

/// The content of every element below `root` that is shown.
HtmlContents count_contents(const GumboNode& root);

/// Where an element stands.
struct HtmlPlace {
  bool is_page = false;        ///< of a page, not rendered from Markdown
  bool in_content = false;     ///< below main, article or section
  bool after_heading = false;  ///< a heading was read before it
};

/// Whether a table only arranges the page: it says so, has a single cell, or holds a title and another table.
bool is_layout(const GumboNode& table, const HtmlContent& content);

/// Why the element is no content of the document, such as "navigation"; empty when it is.
std::string_view find_reason_to_leave_out(const GumboNode& element, const HtmlContent& content, const HtmlPlace& place);

}  // namespace rung
