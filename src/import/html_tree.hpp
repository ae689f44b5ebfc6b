#pragma once

#include <gumbo.h>

#include <initializer_list>
#include <memory_resource>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace rung {

/// A parsed page. `html` must outlive it.
class HtmlTree {
 public:
  explicit HtmlTree(std::string_view html);

  /// The `html` element, which every page has.
  [[nodiscard]] const GumboNode& root() const { return *output_->root; }

 private:
  /// Everything the parser allocates, freed at once: gumbo destroys a tree recursively, and deep pages would overflow
  /// the stack.
  std::pmr::monotonic_buffer_resource memory_;
  GumboOutput* output_ = nullptr;
};

/// GUMBO_TAG_LAST for a node that is no element.
GumboTag tag_of(const GumboNode& node);
bool is_one_of(GumboTag tag, std::initializer_list<GumboTag> tags);

/// 1 to 6 for a heading; 0 for anything else.
int heading_depth(GumboTag tag);

/// Empty when there is no such attribute, or nothing in it.
std::string_view attribute_of(const GumboNode& node, const char* name);
bool has_attribute(const GumboNode& node, const char* name);

/// Decoded text of a text node; empty for others.
std::string_view text_of(const GumboNode& node);

/// The texts directly in the element.
std::string join_texts(const GumboNode& element);

/// Visits `root` and what is below it in the order of the document, without recursion, however deep the page is nested.
/// `enter` says whether to visit the children, which only elements have; `leave` is called after them.
template <class Enter, class Leave>
void walk(const GumboNode& root, const Enter& enter, const Leave& leave) {
  std::vector<std::pair<const GumboNode*, unsigned>> open;  ///< with the index of the next child
  const GumboNode* node = &root;
  while (true) {
    if (enter(*node)) open.emplace_back(node, 0);
    while (!open.empty() && open.back().second == open.back().first->v.element.children.length) {
      leave(*open.back().first);
      open.pop_back();
    }
    if (open.empty()) return;
    auto& [parent, next] = open.back();
    node = static_cast<const GumboNode*>(parent->v.element.children.data[next++]);
  }
}

/// Which elements of a page are bold: by their tag, their style, or a class that its style sheets make bold. Word
/// processors export no other sign of bold text.
class BoldElements {
 public:
  /// Reads the rules of a style sheet that are for one class each, such as `.c3 { font-weight: 700 }`.
  void read_style_sheet(std::string_view css);

  [[nodiscard]] bool contains(const GumboNode& element) const;

 private:
  std::unordered_set<std::string> classes_;
};

}  // namespace rung
