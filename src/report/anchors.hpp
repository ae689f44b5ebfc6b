#pragma once

#include <set>
#include <string>
#include <string_view>

#include <rung/report/document.hpp>

namespace rung {

/// The places of a page that links lead to. Ids of headings, items, and rows count if they begin with a letter or a
/// digit and hold nothing but letters, digits, `.`, `-`, and `_`. Ids that renderers make up begin with `_`.
class Anchors {
 public:
  Anchors() = default;
  explicit Anchors(const Document& document);

  /// Whether `link` is `#` and an id of the document.
  [[nodiscard]] bool leads_somewhere(std::string_view link) const;

  /// ` id="…"`, or nothing if the id does not count or was taken before.
  std::string take(const std::string& id);

 private:
  void collect(const Document& document);
  void add(const std::string& id);

  std::set<std::string, std::less<>> ids_;
  std::set<std::string, std::less<>> taken_;
};

}  // namespace rung
