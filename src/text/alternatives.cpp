#include <rung/text/alternatives.hpp>

#include <cstddef>

#include <fmt/format.h>

namespace rung {

std::string list_alternatives(std::span<const std::string> words) {
  std::string list;
  for (std::size_t index = 0; index < words.size(); ++index) {
    const bool is_last = index + 1 == words.size();
    const char* before = index == 0 ? "" : !is_last ? ", " : words.size() == 2 ? " or " : ", or ";
    list += fmt::format("{}{}", before, words[index]);
  }
  return list;
}

}  // namespace rung
