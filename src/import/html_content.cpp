#include "html_content.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "html_tree.hpp"

namespace rung {
namespace {

bool is_never_shown(GumboTag tag) {
  return is_one_of(
      tag, {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_TEMPLATE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_SVG, GUMBO_TAG_MATH});
}

int count_letters(std::string_view text) {
  return static_cast<int>(
      std::count_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > ' '; }));
}

void add(HtmlContent& sum, const HtmlContent& part) {
  using Content = HtmlContent;
  for (int Content::*count : {&Content::letters, &Content::link_letters, &Content::links, &Content::links_elsewhere,
                              &Content::items, &Content::item_letters, &Content::headings, &Content::structures,
                              &Content::titles, &Content::tables, &Content::cells})
    sum.*count += part.*count;
}

/// The content of an element including its children.
HtmlContent count_element(const GumboNode& node, HtmlContent content) {
  const GumboTag tag = tag_of(node);
  if (tag == GUMBO_TAG_A && content.letters > 0) {
    content.link_letters = content.letters;
    content.links = 1;
    content.links_elsewhere = attribute_of(node, "href").substr(0, 1) == "#" ? 0 : 1;
  }
  const bool is_cell = is_one_of(tag, {GUMBO_TAG_TD, GUMBO_TAG_TH});
  const bool is_item = is_cell || is_one_of(tag, {GUMBO_TAG_LI, GUMBO_TAG_DD});
  if (is_item && content.letters > content.item_letters) {
    ++content.items;
    content.item_letters = content.letters;
  }
  if (heading_depth(tag) > 0) ++content.headings;
  if (is_one_of(tag, {GUMBO_TAG_UL, GUMBO_TAG_OL, GUMBO_TAG_DL, GUMBO_TAG_TABLE, GUMBO_TAG_MAIN, GUMBO_TAG_ARTICLE}))
    ++content.structures;
  if (tag == GUMBO_TAG_H1) ++content.titles;
  if (tag == GUMBO_TAG_TABLE) ++content.tables;
  if (is_cell) ++content.cells;
  return content;
}

/// Whether `word` is one of the space-separated words of `list`.
bool contains(std::string_view list, std::string_view word) {
  for (std::size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
    const bool starts = at == 0 || list[at - 1] == ' ';
    const std::size_t end = at + word.size();
    if (starts && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

/// Words that pages use in the `id` and `class` of their navigation.
bool is_named_navigation(const GumboNode& element) {
  constexpr std::array<std::string_view, 18> words = {
      "toc",         "nav",         "navigation", "navbar",  "sidebar",           "menu",
      "breadcrumb",  "breadcrumbs", "topnav",     "leftnav", "sidenav",           "site-header",
      "site-footer", "page-footer", "pagination", "pager",   "table-of-contents", "footer"};
  const std::string_view id = attribute_of(element, "id");
  const std::string_view classes = attribute_of(element, "class");
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return id == word || contains(classes, word); });
}

bool is_hidden(const GumboNode& element) {
  const std::string_view style = attribute_of(element, "style");
  return has_attribute(element, "hidden") || attribute_of(element, "aria-hidden") == "true" ||
         style.find("display:none") != std::string_view::npos || style.find("display: none") != std::string_view::npos;
}

std::string_view find_reason_in_role(std::string_view role, const HtmlContent& content) {
  if (role == "navigation" || role == "menu" || role == "menubar" || role == "toolbar") return "navigation";
  if (role == "banner" && content.headings == 0) return "page header";
  if (role == "contentinfo") return "page footer";
  if (role == "search") return "search";
  if (role == "complementary") return "aside";
  return role == "dialog" || role == "alertdialog" ? "dialog" : "";
}

std::string_view find_reason_in_tag(GumboTag tag, const HtmlContent& content, const HtmlPlace& place) {
  if (tag == GUMBO_TAG_NAV) return "navigation";
  if (tag == GUMBO_TAG_ASIDE) return "aside";
  if (is_one_of(tag, {GUMBO_TAG_BUTTON, GUMBO_TAG_SELECT, GUMBO_TAG_TEXTAREA, GUMBO_TAG_DATALIST})) return "form";
  // Some page builders wrap the whole page in a form.
  if (tag == GUMBO_TAG_FORM && content.headings == 0 && content.structures == 0) return "form";
  if (tag == GUMBO_TAG_HEADER && !place.in_content && content.headings == 0) return "page header";
  if (tag == GUMBO_TAG_FOOTER && !place.in_content) return "page footer";
  const bool is_media =
      is_one_of(tag, {GUMBO_TAG_IFRAME, GUMBO_TAG_OBJECT, GUMBO_TAG_VIDEO, GUMBO_TAG_AUDIO, GUMBO_TAG_CANVAS});
  return is_media ? "embedded media" : "";
}

/// Lists of links are navigation if they link within the page, or within the site before any content.
bool is_list_of_links(GumboTag tag, const HtmlContent& content, const HtmlPlace& place) {
  if (!is_one_of(tag, {GUMBO_TAG_UL, GUMBO_TAG_OL})) return false;
  if (content.links < 2 || content.link_letters != content.letters || content.links < content.items) return false;
  return content.links_elsewhere == 0 || (place.is_page && !place.in_content && !place.after_heading);
}

}  // namespace

HtmlContents count_contents(const GumboNode& root) {
  HtmlContents contents;
  std::vector<HtmlContent> open(1);
  const auto enter = [&](const GumboNode& node) {
    open.back().letters += count_letters(text_of(node));
    const bool is_shown_element = tag_of(node) != GUMBO_TAG_LAST && !is_never_shown(tag_of(node));
    if (is_shown_element) open.emplace_back();
    return is_shown_element;
  };
  const auto leave = [&](const GumboNode& node) {
    const HtmlContent content = contents[&node] = count_element(node, open.back());
    open.pop_back();
    add(open.back(), content);
  };
  walk(root, enter, leave);
  return contents;
}

bool is_layout(const GumboNode& table, const HtmlContent& content) {
  const std::string_view role = attribute_of(table, "role");
  return role == "presentation" || role == "none" || content.cells == 1 || (content.titles > 0 && content.tables > 1);
}

std::string_view find_reason_to_leave_out(const GumboNode& element, const HtmlContent& content,
                                          const HtmlPlace& place) {
  const GumboTag tag = tag_of(element);
  if (tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_HTML) return {};
  if (is_never_shown(tag)) return "scripts and styles";
  if (is_hidden(element)) return "hidden part of the page";
  if (const auto reason = find_reason_in_role(attribute_of(element, "role"), content); !reason.empty()) return reason;
  if (const auto reason = find_reason_in_tag(tag, content, place); !reason.empty()) return reason;
  const bool leads_elsewhere = content.links >= 2 && content.link_letters * 2 >= content.letters;
  if (is_named_navigation(element) && leads_elsewhere) return "navigation";
  return is_list_of_links(tag, content, place) ? "list of links" : "";
}

}  // namespace rung
