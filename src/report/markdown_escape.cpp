#include "markdown_escape.hpp"

#include <algorithm>

#include <fmt/format.h>

#include <rung/text/ascii.hpp>
#include <rung/text/utf8.hpp>

namespace rung {
namespace {

bool is_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }

// `&amp;` and `&#38;` would be read as a character.
bool begins_entity(std::string_view rest) {
  const auto end = std::find_if(rest.begin() + 1, rest.end(),
                                [](char byte) { return !is_digit(byte) && !is_letter(byte) && byte != '#'; });
  return end != rest.end() && *end == ';' && end != rest.begin() + 1;
}

bool ends_with_www(std::string_view before) {
  if (before.size() < 3) return false;
  const auto word = before.substr(before.size() - 3);
  return std::all_of(word.begin(), word.end(), [](char byte) { return byte == 'w' || byte == 'W'; });
}

// A run may be what its line begins with; there these would make a list, a heading, a quotation or a rule.
bool is_block_mark(std::string_view text, std::size_t at) {
  const char byte = text[at];
  if (at == 0) return std::string_view("#+->=.)").find(byte) != std::string_view::npos;
  const auto before = text.substr(0, at);
  return (byte == '.' || byte == ')') && std::all_of(before.begin(), before.end(), is_digit);
}

bool needs_backslash(std::string_view text, std::size_t at) {
  const char byte = text[at];
  if (std::string_view("\\`*_[]<>|~$").find(byte) != std::string_view::npos) return true;
  if (byte == '&') return begins_entity(text.substr(at));
  if (byte == ':') return text.substr(at, 3) == "://";
  if (byte == '.' && ends_with_www(text.substr(0, at))) return true;
  return is_block_mark(text, at);
}

}  // namespace

std::string escape_markdown(std::string_view text) {
  const auto visible = make_visible(text);
  std::string out;
  for (std::size_t at = 0; at < visible.size(); ++at) {
    if (needs_backslash(visible, at)) out += '\\';
    out += visible[at];
  }
  return out;
}

std::string write_code_span(std::string_view text, Surroundings surroundings) {
  auto visible = make_visible(text);
  if (surroundings == Surroundings::cell) {
    if (visible.find("\\|") != std::string::npos) return escape_markdown(text);
    for (auto bar = visible.find('|'); bar != std::string::npos; bar = visible.find('|', bar + 2))
      visible.insert(bar, 1, '\\');
  }
  std::size_t longest = 0;
  std::size_t here = 0;
  for (const char byte : visible) {
    here = byte == '`' ? here + 1 : 0;
    longest = std::max(longest, here);
  }
  const std::string fence(longest + 1, '`');
  const bool touches = !visible.empty() && (visible.front() == '`' || visible.back() == '`');
  return fence + (touches ? " " : "") + visible + (touches ? " " : "") + fence;
}

std::string write_link_target(std::string_view address) {
  std::string out;
  for (const char byte : address) {
    const auto value = static_cast<unsigned char>(byte);
    if (value <= 0x20 || value >= 0x7F || std::string_view("()<>\"\\`{}|^").find(byte) != std::string_view::npos)
      out += fmt::format("%{:02X}", value);
    else
      out += byte == '&' ? std::string("&amp;") : std::string(1, byte);
  }
  return out;
}

}  // namespace rung
