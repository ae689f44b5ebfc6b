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
  /// Everything that the parser allocates, freed at once: gumbo frees a tree recursively, which would overflow the
  /// stack for deep pages.
  std::pmr::monotonic_buffer_resource memory_;
  GumboOutput* output_ = nullptr;
};

/// GUMBO_TAG_LAST for a node that is not an element.
GumboTag tag_of(const GumboNode& node);
bool is_one_of(GumboTag tag, std::initializer_list<GumboTag> tags);

/// 1 to 6 for a heading; 0 for anything else.
int heading_depth(GumboTag tag);

/// Empty if there is no such attribute, or if it is empty.
std::string_view attribute_of(const GumboNode& node, const char* name);
bool has_attribute(const GumboNode& node, const char* name);

/// Decoded text of a text node; empty for others.
std::string_view text_of(const GumboNode& node);

/// The texts directly in the element.
std::string join_texts(const GumboNode& element);

/// Visits `root` and everything below it in document order, without recursion, because pages can be deep. `enter`
/// returns whether to visit the children, which only elements have; `leave` is called after them.
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

/// Decides which elements of a page are bold: by tag, by style, or by a class that a style sheet makes bold. Word
/// processors mark bold text in no other way.
class BoldElements {
 public:
  /// Reads the rules of a style sheet for single classes, such as `.c3 { font-weight: 700 }`.
  void read_style_sheet(std::string_view css);

  [[nodiscard]] bool contains(const GumboNode& element) const;

 private:
  std::unordered_set<std::string> classes_;
};

}  // namespace rung
