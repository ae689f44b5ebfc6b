#pragma once

#include <gumbo.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rung {

/// A parsed page. `html` must outlive it.
class HtmlTree {
 public:
  explicit HtmlTree(std::string_view html);
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;
  ~HtmlTree();

  [[nodiscard]] const GumboNode& root() const { return *output_->document; }

 private:
  /// Stands in front of each piece of memory that the parser was given.
  struct alignas(std::max_align_t) Piece {
    Piece* before;
    Piece* after;
  };

  static void* allocate(void* pieces, std::size_t bytes);
  static void release(void* pieces, void* memory);

  /// The ring of all that the parser has not given back, which is freed piece by piece: the parser's own way of
  /// destroying a tree is recursive, and deep pages would end it.
  Piece pieces_{&pieces_, &pieces_};
  GumboOutput* output_ = nullptr;
};

/// GUMBO_TAG_LAST for what is no element.
GumboTag tag_of(const GumboNode& node);

/// Empty when there is no such attribute, or nothing in it.
std::string_view attribute_of(const GumboNode& node, const char* name);
bool has_attribute(const GumboNode& node, const char* name);

/// Decoded text of a text node; empty for others.
std::string_view text_of(const GumboNode& node);

/// None for text.
const GumboVector* children_of(const GumboNode& node);

enum class Visit { children, nothing };

/// Visits `root` and what is below it in the order of the document, without recursion: the depth of a page is its
/// author's. `enter` says whether the children are visited; `leave` is called for each node that was entered with
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

}  // namespace rung
