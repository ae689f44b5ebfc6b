#include "references.hpp"

#include <algorithm>

#include <fmt/format.h>

#include <rung/error.hpp>

namespace rung {

std::string list_references(const std::vector<std::string>& references) {
  constexpr std::size_t most = 10;
  std::string text;
  for (std::size_t i = 0; i < std::min(references.size(), most); ++i)
    text += fmt::format("{}`{}`", i == 0 ? "" : ", ", references[i]);
  if (references.size() > most) text += fmt::format(", and {} more", references.size() - most);
  return text;
}

void refuse_ambiguous(std::string_view reference, const std::vector<std::string>& references) {
  throw Error(ExitCode::bad_input, fmt::format("`{}` can mean more than one assessment", reference),
              fmt::format("write one of {}", list_references(references)));
}

}  // namespace rung
