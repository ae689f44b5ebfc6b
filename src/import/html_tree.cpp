#include "html_tree.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>

#include <rung/text/ascii.hpp>

namespace rung {
namespace {

enum class Weight { none, plain, bold };

/// The weight in a style, `name: value` pairs with semicolons.
Weight find_weight(std::string_view style) {
  constexpr std::string_view property = "font-weight:";
  const std::size_t at = style.find(property);
  if (at == std::string_view::npos) return Weight::none;
  const std::string_view value = trim(style.substr(at + property.size()));
  if (value.starts_with("bold") || value.starts_with("1000")) return Weight::bold;
  // Of the numbers, 600 is the first bold one.
  return !value.empty() && value.front() >= '6' && value.front() <= '9' ? Weight::bold : Weight::plain;
}

}  // namespace

HtmlTree::HtmlTree(std::string_view html) {
  GumboOptions options = kGumboDefaultOptions;
  // Each recorded error would copy the whole stack of open tags, and nothing reads the errors.
  options.max_errors = 0;
  options.userdata = &memory_;
  options.allocator = [](void* memory, std::size_t bytes) {
    return static_cast<std::pmr::monotonic_buffer_resource*>(memory)->allocate(bytes, alignof(std::max_align_t));
  };
  options.deallocator = [](void*, void*) {};
  output_ = gumbo_parse_with_options(&options, html.data(), html.size());
  assert(output_ != nullptr);
}

GumboTag tag_of(const GumboNode& node) {
  const bool is_element = node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
  return is_element ? node.v.element.tag : GUMBO_TAG_LAST;
}

bool is_one_of(GumboTag tag, std::initializer_list<GumboTag> tags) {
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

int heading_depth(GumboTag tag) {
  return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6 ? static_cast<int>(tag) - static_cast<int>(GUMBO_TAG_H1) + 1 : 0;
}

bool has_attribute(const GumboNode& node, const char* name) {
  return tag_of(node) != GUMBO_TAG_LAST && gumbo_get_attribute(&node.v.element.attributes, name) != nullptr;
}

std::string_view attribute_of(const GumboNode& node, const char* name) {
  if (!has_attribute(node, name)) return {};
  return gumbo_get_attribute(&node.v.element.attributes, name)->value;
}

std::string_view text_of(const GumboNode& node) {
  const bool is_text =
      node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA;
  return is_text ? std::string_view(node.v.text.text) : std::string_view();
}

std::string join_texts(const GumboNode& element) {
  const GumboVector& children = element.v.element.children;
  std::string out;
  for (unsigned at = 0; at < children.length; ++at) out += text_of(*static_cast<const GumboNode*>(children.data[at]));
  return out;
}

void BoldElements::read_style_sheet(std::string_view css) {
  for (std::size_t open = css.find('{'); open != std::string_view::npos; open = css.find('{')) {
    const std::size_t close = std::min(css.find('}', open), css.size());
    const std::string_view selector = trim(css.substr(0, open));
    const bool is_class = selector.size() > 1 && selector.front() == '.' &&
                          selector.find_first_of(" .,:>+~[#", 1) == std::string_view::npos;
    if (is_class && find_weight(css.substr(open, close - open)) == Weight::bold) classes_.emplace(selector.substr(1));
    css.remove_prefix(std::min(close + 1, css.size()));
  }
}

bool BoldElements::contains(const GumboNode& element) const {
  const Weight weight = find_weight(attribute_of(element, "style"));
  if (weight != Weight::none) return weight == Weight::bold;
  if (is_one_of(tag_of(element), {GUMBO_TAG_B, GUMBO_TAG_STRONG})) return true;
  if (classes_.empty()) return false;
  for (std::string_view classes = attribute_of(element, "class"); !classes.empty();) {
    const std::size_t end = std::min(classes.find_first_of(" \t\n"), classes.size());
    if (classes_.contains(std::string(classes.substr(0, end)))) return true;
    classes.remove_prefix(std::min(end + 1, classes.size()));
  }
  return false;
}

}  // namespace rung
