#include <rung/store/rater_slug.hpp>

#include <cstddef>

namespace rung {

std::string rater_slug(std::string_view name) {
  constexpr std::size_t longest = 48;
  std::string slug;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z') {
      slug += static_cast<char>(c - 'A' + 'a');
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      slug += c;
    } else if (!slug.empty() && slug.back() != '-') {
      slug += '-';
    }
    if (slug.size() == longest) break;
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug.empty() ? "rater" : slug;
}

}  // namespace rung
