#pragma once

#include <set>
#include <string>
#include <string_view>

#include <rung/report/document.hpp>

namespace rung {

/// The link targets of a page. Ids of headings, items, and rows are valid if they start with a letter or a digit and
/// contain only letters, digits, `.`, `-`, and `_`. Ids that renderers generate start with `_`.
class Anchors {
 public:
  Anchors() = default;
  explicit Anchors(const Document& document);

  /// Whether `link` is `#` and an id of the document.
  [[nodiscard]] bool leads_somewhere(std::string_view link) const;

  /// ` id="…"`, or nothing if the id is invalid or already taken.
  std::string take(const std::string& id);

 private:
  void collect(const Document& document);
  void add(const std::string& id);

  std::set<std::string, std::less<>> ids_;
  std::set<std::string, std::less<>> taken_;
};

}  // namespace rung
