#include "yaml_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include <rung/text/ascii.hpp>

namespace rung {
namespace {

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

// Words that YAML 1.1 or 1.2 parsers do not read as text.
bool is_other_than_text(std::string_view text) {
  static constexpr std::array<std::string_view, 10> words{"~",  "null", "true", "false", "yes",
                                                          "no", "on",   "off",  "y",     "n"};
  const std::string lower = to_lower(text);
  if (std::find(words.begin(), words.end(), lower) != words.end()) return true;
  return lower.find_first_not_of("0123456789+-._:exabcdfo") == std::string::npos &&
         lower.find_first_of("0123456789") != std::string::npos;
}

bool is_plain(std::string_view text, std::string_view indicators_within) {
  constexpr std::string_view indicators = "[]{},&*!|>'\"%@`#-?:=<";
  if (text.empty() || text.front() == ' ' || text.back() == ' ' || text.back() == ':') return false;
  if (indicators.find(text.front()) != std::string_view::npos || text.starts_with("...")) return false;
  if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos) return false;
  if (text.find_first_of("\t\r\n") != std::string_view::npos) return false;
  return text.find_first_of(indicators_within) == std::string_view::npos && !is_other_than_text(text);
}

std::string quote(std::string_view text) {
  constexpr std::string_view characters = "\"\\\n\r\t";
  constexpr std::string_view letters = "\"\\nrt";
  std::string quoted = "\"";
  for (const char c : text) {
    const auto at = characters.find(c);
    if (at != std::string_view::npos) quoted += '\\';
    quoted += at == std::string_view::npos ? c : letters[at];
  }
  return quoted += '"';
}

// Folding joins lines with one space, so only texts with single spaces survive it.
bool is_foldable(std::string_view text) {
  return !text.empty() && text.front() != ' ' && text.back() != ' ' && text.find("  ") == std::string_view::npos &&
         text.find_first_of("\t\r\n") == std::string_view::npos;
}

bool is_literal(std::string_view text) {
  return !text.empty() && text.front() != ' ' && text.front() != '\n' && text.back() != '\n' &&
         text.find_first_of("\t\r") == std::string_view::npos && text.find('\n') != std::string_view::npos;
}

std::string write_block(std::string_view sign, const std::vector<std::string>& lines, std::size_t indent) {
  std::string block(sign);
  for (const std::string& line : lines)
    block += line.empty() ? "\n" : fmt::format("\n{}{}", std::string(indent, ' '), line);
  return block;
}

std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

}  // namespace

std::vector<std::string> wrap_yaml_words(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  std::size_t used = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    const std::size_t length = count_characters(word);
    if (lines.empty() || used + 1 + length > width) {
      lines.emplace_back(word);
      used = length;
    } else {
      lines.back() += fmt::format(" {}", word);
      used += 1 + length;
    }
    at = end + 1;
  }
  return lines;
}

std::string write_yaml_text(std::string_view text, std::size_t indent, std::size_t used) {
  if (is_literal(text)) return write_block("|-", split_lines(text), indent + 2);
  std::string line = is_plain(text, "") ? std::string(text) : quote(text);
  if (used + count_characters(line) <= widest_yaml_line || !is_foldable(text)) return line;
  return write_block(">-", wrap_yaml_words(text, widest_yaml_line - indent - 2), indent + 2);
}

// yaml-cpp reads any question mark within braces as a key indicator.
std::string write_yaml_flow_text(std::string_view text) {
  return is_plain(text, ",[]{}?") ? std::string(text) : quote(text);
}

}  // namespace rung
