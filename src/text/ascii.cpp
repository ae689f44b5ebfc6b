#include <rung/text/lower_case.hpp>

namespace rung {

std::string to_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = to_lower(c);
  return lower;
}

}  // namespace rung
