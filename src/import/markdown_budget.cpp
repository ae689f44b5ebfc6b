#include "markdown_budget.hpp"

#include <algorithm>
#include <optional>

#include <rung/text/ascii.hpp>

namespace rung {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// The line that `text` begins with, its line feed included.
std::string_view first_line(std::string_view text) {
  return text.substr(0, std::min(text.find('\n'), text.size() - 1) + 1);
}

/// Where the marker that `line` begins with ends; nothing when it begins with none. White space before it counts to it.
std::optional<std::size_t> end_of_marker(std::string_view line) {
  std::size_t at = std::min(line.find_first_not_of(" \t"), line.size());
  if (at == line.size()) return std::nullopt;
  if (line[at] == '>') return at + 1;
  const std::size_t number = at;
  while (at < line.size() && is_digit(line[at])) ++at;
  const std::string_view signs = at > number ? ".)" : "-*+";
  if (at == line.size() || signs.find(line[at]) == std::string_view::npos) return std::nullopt;
  ++at;
  return at < line.size() && is_blank(line[at]) ? std::optional(at) : std::nullopt;
}

/// The markers that a line begins with, in bytes: where the first few of them end, where the last one begins, and where
/// it ends.
struct Markers {
  std::size_t kept = 0;
  std::size_t last = 0;
  std::size_t end = 0;
};

Markers measure_markers(std::string_view line, int most) {
  Markers markers;
  int count = 0;
  while (const auto end = end_of_marker(line.substr(markers.end))) {
    markers.last = markers.end;
    markers.end += *end;
    if (++count <= most) markers.kept = markers.end;
  }
  return markers;
}

}  // namespace

std::string limit_markers(std::string_view markdown, const ImportLimits& limits) {
  std::string limited;
  limited.reserve(markdown.size());
  while (!markdown.empty()) {
    const std::string_view line = first_line(markdown);
    const Markers markers = measure_markers(line, limits.depth + 1);
    // The last one stays: it tells whether the line is an item.
    limited.append(line.substr(0, markers.kept)).append(line.substr(std::max(markers.kept, markers.last)));
    markdown.remove_prefix(line.size());
  }
  return limited;
}

int find_endless_row(std::string_view markdown, const ImportLimits& limits) {
  for (int number = 1; !markdown.empty(); ++number) {
    const std::string_view line = first_line(markdown);
    if (std::count(line.begin(), line.end(), '|') > limits.blocks) return number;
    markdown.remove_prefix(line.size());
  }
  return 0;
}

}  // namespace rung
