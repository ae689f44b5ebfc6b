#include "html_elements.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "html_tree.hpp"
#include "outline_text.hpp"

namespace rung {

int heading_depth(GumboTag tag) {
  return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6 ? static_cast<int>(tag) - static_cast<int>(GUMBO_TAG_H1) + 1 : 0;
}

bool is_list(GumboTag tag) { return tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL || tag == GUMBO_TAG_MENU; }

bool is_item(GumboTag tag) { return tag == GUMBO_TAG_LI || tag == GUMBO_TAG_DD; }

bool is_label(GumboTag tag) { return tag == GUMBO_TAG_DT || tag == GUMBO_TAG_SUMMARY || tag == GUMBO_TAG_CAPTION; }

bool is_cell(GumboTag tag) { return tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH; }

bool is_section(GumboTag tag) { return tag == GUMBO_TAG_MAIN || tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_SECTION; }

bool stands_alone(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_P:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_LEGEND:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_BODY:
      return true;
    default:
      return false;
  }
}

int read_exported_depth(const GumboNode& list) {
  constexpr std::string_view start = "lst-kix_";
  const std::string_view classes = attribute_of(list, "class");
  const std::size_t at = classes.find(start);
  if (at == std::string_view::npos) return 0;
  const std::string_view name = classes.substr(at, classes.find(' ', at) - at);
  const bool has_depth = name.size() > 2 && name[name.size() - 2] == '-' && name.back() >= '0' && name.back() <= '9';
  return has_depth ? name.back() - '0' : 0;
}

int read_span(const GumboNode& cell, const char* name, int most) {
  const std::string_view text = attribute_of(cell, name);
  int span = 1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), span);
  if (error == std::errc::result_out_of_range) return most;
  return error == std::errc() ? std::clamp(span, 1, most) : 1;
}

std::string join_texts(const GumboNode& element) {
  const GumboVector& children = element.v.element.children;
  std::string out;
  for (unsigned at = 0; at < children.length; ++at) out += text_of(*static_cast<const GumboNode*>(children.data[at]));
  return out;
}

bool is_permalink(const GumboNode& element) {
  if (tag_of(element) != GUMBO_TAG_A || attribute_of(element, "href").substr(0, 1) != "#") return false;
  const GumboVector& children = element.v.element.children;
  if (children.length != 1) return children.length == 0;
  const std::string text = tidy(text_of(*static_cast<const GumboNode*>(children.data[0])));
  return text == "#" || text == "¶" || text == "§" || text == "🔗";
}

}  // namespace rung
