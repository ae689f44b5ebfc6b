#include "yaml_mask.hpp"

#include <algorithm>

#include <rung/text/ascii.hpp>

namespace rung {
namespace {

constexpr char hash_mask = '\x01';
constexpr char percent_mask = '\x02';

bool is_mask(char byte) { return byte == hash_mask || byte == percent_mask; }

/// Where the directives at the start of the text end: at its `---`. 0 if no `---` follows them.
std::size_t measure_directives(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    if (line.starts_with("---") && (line.size() == 3 || is_white_space(line[3]))) return at;
    const std::string_view content = trim(line);
    if (!content.empty() && content.front() != '#' && line.front() != '%') return 0;
    at = end + 1;
  }
  return 0;
}

}  // namespace

std::string mask_yaml(std::string_view text) {
  std::string masked(text);
  for (std::size_t at = 1; at < text.size(); ++at)
    if (text[at] == '#' && !is_white_space(text[at - 1])) masked[at] = hash_mask;
  for (std::size_t at = measure_directives(text); at < text.size(); ++at)
    if (text[at] == '%' && (at == 0 || text[at - 1] == '\n')) masked[at] = percent_mask;
  return masked;
}

std::string unmask_yaml(std::string value, std::string_view written) {
  const auto masks = std::count_if(value.begin(), value.end(), is_mask);
  if (masks == 0) return value;
  if (!written.empty() && masks != std::count_if(written.begin(), written.end(), is_mask)) return value;
  std::replace(value.begin(), value.end(), hash_mask, '#');
  std::replace(value.begin(), value.end(), percent_mask, '%');
  return value;
}

}  // namespace rung
