#include "log_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include <rung/text/shell_word.hpp>

#include "arguments.hpp"

namespace rung::cli {

std::string how_to_log(const std::vector<std::string>& arguments) {
  const std::vector<std::string> below = names_below("log");
  const bool is_verb = arguments.size() > 1 && arguments.front() == "log" &&
                       std::find(below.begin(), below.end(), arguments[1]) != below.end();
  if (!is_verb) return {};
  std::string words;
  for (auto word = arguments.begin() + 1; word != arguments.end(); ++word)
    words += fmt::format(" {}", shell_word(*word));
  return fmt::format("nothing was changed; `rung log --{}` logs these words", words);
}

}  // namespace rung::cli
