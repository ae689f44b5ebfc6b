#pragma once

#include <gumbo.h>

#include <initializer_list>
#include <memory_resource>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace rung {

/// A parsed page. `html` must outlive it.
class HtmlTree {
 public:
  explicit HtmlTree(std::string_view html);

  [[nodiscard]] const GumboNode& root() const { return *output_->document; }

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

/// Null for text.
const GumboVector* children_of(const GumboNode& node);

enum class Visit { children, nothing };

/// Visits `root` and what is below it in the order of the document, without recursion, however deep the page is nested.
/// `enter` says whether the children are visited; `leave` is called for each node that was entered with
/// `Visit::children`.
template <class Enter, class Leave>
void walk(const GumboNode& root, Enter&& enter, Leave&& leave) {
  struct Level {
    const GumboNode* node;
    unsigned next;
  };
  std::vector<Level> levels;
  const auto go_into = [&](const GumboNode& node) {
    if (enter(node) == Visit::children) levels.push_back({&node, 0});
  };
  go_into(root);
  while (!levels.empty()) {
    Level& level = levels.back();
    const GumboVector* children = children_of(*level.node);
    if (children != nullptr && level.next < children->length) {
      go_into(*static_cast<const GumboNode*>(children->data[level.next++]));
      continue;
    }
    const GumboNode& done = *level.node;
    levels.pop_back();
    leave(done);
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
