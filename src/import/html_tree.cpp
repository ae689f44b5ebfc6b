#include "html_tree.hpp"

#include <cassert>
#include <cstddef>
#include <new>
#include <utility>

namespace rung {
void* HtmlTree::allocate(void* pieces, std::size_t bytes) {
  auto* first = static_cast<Piece*>(pieces);
  auto* piece = new (::operator new(sizeof(Piece) + bytes)) Piece{first, first->after};
  first->after->before = piece;
  first->after = piece;
  return piece + 1;
}

void HtmlTree::release(void* /*pieces*/, void* memory) {
  if (memory == nullptr) return;
  Piece* piece = static_cast<Piece*>(memory) - 1;
  piece->before->after = piece->after;
  piece->after->before = piece->before;
  ::operator delete(piece);
}

HtmlTree::HtmlTree(std::string_view html) {
  GumboOptions options = kGumboDefaultOptions;
  // Each recorded error copies the whole stack of open tags, and nobody reads them.
  options.max_errors = 0;
  options.userdata = &pieces_;
  options.allocator = allocate;
  options.deallocator = release;
  output_ = gumbo_parse_with_options(&options, html.data(), html.size());
  assert(output_ != nullptr);
}

HtmlTree::~HtmlTree() {
  for (Piece* piece = pieces_.after; piece != &pieces_;) ::operator delete(std::exchange(piece, piece->after));
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
