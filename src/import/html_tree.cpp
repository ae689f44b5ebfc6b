#include "html_tree.hpp"

#include <cassert>
#include <cstddef>
#include <new>

namespace rung {
namespace {

/// The parser frees without saying how much; the size stands in front of what it was given.
constexpr std::size_t header = alignof(std::max_align_t);

/// With the header, in whole multiples of the alignment: the pools of libstdc++ 12 do not keep it for other sizes.
std::size_t rounded(std::size_t bytes) { return (bytes + header + header - 1) / header * header; }

void* allocate(void* memory, std::size_t bytes) {
  auto* start = static_cast<std::pmr::memory_resource*>(memory)->allocate(rounded(bytes));
  new (start) std::size_t(bytes);
  return static_cast<std::byte*>(start) + header;
}

void release(void* memory, void* pointer) {
  if (pointer == nullptr) return;
  auto* start = static_cast<std::byte*>(pointer) - header;
  const std::size_t bytes = *std::launder(reinterpret_cast<std::size_t*>(start));
  static_cast<std::pmr::memory_resource*>(memory)->deallocate(start, rounded(bytes));
}

}  // namespace

HtmlTree::HtmlTree(std::string_view html) {
  GumboOptions options = kGumboDefaultOptions;
  // Each recorded error copies the whole stack of open tags, and nobody reads them.
  options.max_errors = 0;
  options.userdata = static_cast<std::pmr::memory_resource*>(&memory_);
  options.allocator = allocate;
  options.deallocator = release;
  output_ = gumbo_parse_with_options(&options, html.data(), html.size());
  assert(output_ != nullptr);
}

GumboTag tag_of(const GumboNode& node) {
  const bool is_element = node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
  return is_element ? node.v.element.tag : GUMBO_TAG_LAST;
}

bool has_attribute(const GumboNode& node, const char* name) {
  return tag_of(node) != GUMBO_TAG_LAST && gumbo_get_attribute(&node.v.element.attributes, name) != nullptr;
}

std::string_view attribute_of(const GumboNode& node, const char* name) {
  if (tag_of(node) == GUMBO_TAG_LAST) return {};
  const GumboAttribute* attribute = gumbo_get_attribute(&node.v.element.attributes, name);
  return attribute == nullptr ? std::string_view() : std::string_view(attribute->value);
}

std::string_view text_of(const GumboNode& node) {
  const bool is_text =
      node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA;
  return is_text ? std::string_view(node.v.text.text) : std::string_view();
}

const GumboVector* children_of(const GumboNode& node) {
  if (node.type == GUMBO_NODE_DOCUMENT) return &node.v.document.children;
  return tag_of(node) == GUMBO_TAG_LAST ? nullptr : &node.v.element.children;
}

}  // namespace rung
