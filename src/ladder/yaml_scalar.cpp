#include "yaml_scalar.hpp"

#include <algorithm>

namespace rung {
namespace {

// In double quotes a backslash takes the next character along; in single quotes a doubled quote stands for one.
ScalarExtent measure_quoted(std::string_view text, char quote) {
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (quote == '"' && text[at] == '\\') {
      ++at;
    } else if (text[at] == quote) {
      const bool doubled = quote == '\'' && at + 1 < text.size() && text[at + 1] == quote;
      if (!doubled) return {at + 1, true, true};
      ++at;
    }
  }
  return {1, true, false};
}

}  // namespace

ScalarExtent measure_scalar(std::string_view text, std::size_t offset, std::string_view decoded) {
  const std::string_view rest = text.substr(std::min(offset, text.size()));
  if (!rest.empty() && (rest.front() == '"' || rest.front() == '\'')) return measure_quoted(rest, rest.front());
  const std::string_view first_line = decoded.substr(0, decoded.find('\n'));
  const bool verbatim = !first_line.empty() && rest.substr(0, first_line.size()) == first_line;
  return {verbatim ? first_line.size() : 1, false, true};
}

}  // namespace rung
