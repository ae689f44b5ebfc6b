#include "bold_classes.hpp"

#include <algorithm>

#include <rung/text/ascii.hpp>

namespace rung {
namespace {}  // namespace

Weight find_weight(std::string_view style) {
  constexpr std::string_view property = "font-weight:";
  const std::size_t at = style.find(property);
  if (at == std::string_view::npos) return Weight::none;
  const std::string_view value = trim(style.substr(at + property.size()));
  if (value.substr(0, 4) == "bold" || value.substr(0, 4) == "1000") return Weight::bold;
  // Of the numbers, 600 is the first bold one.
  return !value.empty() && value.front() >= '6' && value.front() <= '9' ? Weight::bold : Weight::plain;
}

void BoldClasses::read(std::string_view css) {
  for (std::size_t open = css.find('{'); open != std::string_view::npos; open = css.find('{')) {
    const std::size_t close = std::min(css.find('}', open), css.size());
    const std::string_view selector = trim(css.substr(0, open));
    const bool is_class = selector.size() > 1 && selector.front() == '.' &&
                          selector.find_first_of(" .,:>+~[#", 1) == std::string_view::npos;
    if (is_class && find_weight(css.substr(open, close - open)) == Weight::bold)
      names_.insert(std::string(selector.substr(1)));
    css.remove_prefix(std::min(close + 1, css.size()));
  }
}

bool BoldClasses::has_any_of(std::string_view classes) const {
  if (names_.empty()) return false;
  while (!classes.empty()) {
    const std::size_t end = std::min(classes.find_first_of(" \t\n"), classes.size());
    if (names_.count(std::string(classes.substr(0, end))) > 0) return true;
    classes.remove_prefix(std::min(end + 1, classes.size()));
  }
  return false;
}

}  // namespace rung
