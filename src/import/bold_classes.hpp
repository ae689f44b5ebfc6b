#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace rung {

/// Whether a style, `name: value` pairs with semicolons, has a weight, and whether that is bold.
enum class Weight { none, plain, bold };
Weight find_weight(std::string_view style);

/// The classes that a page makes bold: word processors export no other sign of bold text.
class BoldClasses {
 public:
  /// Reads the rules of a style sheet that are for one class each, such as `.c3 { font-weight: 700 }`.
  void read(std::string_view css);

  /// Whether one of `classes`, with spaces between them, is bold.
  [[nodiscard]] bool has_any_of(std::string_view classes) const;

 private:
  std::unordered_set<std::string> names_;
};

}  // namespace rung
