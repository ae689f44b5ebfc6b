#include <rung/text/paint.hpp>

#include <array>
#include <string_view>
#include <utility>

#include <rung/text/utf8.hpp>

namespace rung {
namespace {

std::string_view escape_of(Style style) {
  switch (style) {
    case Style::plain: return "";
    case Style::title:
    case Style::strong: return "\x1b[1m";
    case Style::muted: return "\x1b[2m";
    case Style::good: return "\x1b[32m";
    case Style::warning: return "\x1b[33m";
    case Style::bad: return "\x1b[31m";
    case Style::accent: return "\x1b[36m";
    case Style::key: return "\x1b[1;36m";
  }
  return "";
}

/// Bytes of the longest escape sequence before a span plus the one after it.
constexpr std::size_t longest_escapes = 11;

constexpr std::array<std::pair<char32_t, char>, 23> ascii_glyphs{{
    {U'█', '#'}, {U'░', '-'}, {U'■', '#'}, {U'□', '.'}, {U'·', '-'}, {U'•', '*'}, {U'›', '>'}, {U'…', '~'},
    {U'–', '-'}, {U'—', '-'}, {U'→', '>'}, {U'←', '<'}, {U'↑', '^'}, {U'↓', 'v'}, {U'✓', '+'}, {U'✗', 'x'},
    {U'─', '-'}, {U'│', '|'}, {U'×', 'x'}, {U'○', 'o'}, {U'●', '@'}, {U'┊', '|'}, {U'━', '='},
}};

/// A cell of a bar that is one to seven eighths full.
bool is_part_of_cell(char32_t glyph) { return glyph >= U'▉' && glyph <= U'▏'; }

std::string to_ascii(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto decoded = decode_utf8(text);
    const std::size_t bytes = decoded ? decoded->bytes : 1;
    const char* replacement = nullptr;
    if (decoded && is_part_of_cell(decoded->value)) {
      // Rounded down, but a bar above 0 never looks empty.
      out += !out.empty() && out.back() == '#' ? '-' : '#';
      text.remove_prefix(bytes);
      continue;
    }
    for (const auto& [glyph, ascii] : ascii_glyphs)
      if (decoded && decoded->value == glyph) replacement = &ascii;
    if (replacement != nullptr)
      out += *replacement;
    else
      out += text.substr(0, bytes);
    text.remove_prefix(bytes);
  }
  return out;
}

void append_painted(std::string& out, const Line& line, const Paint& how) {
  for (const Span& span : line) {
    const std::string_view escape = how.colour == Colour::on ? escape_of(span.style) : std::string_view();
    out += escape;
    if (how.glyphs == Glyphs::ascii)
      out += to_ascii(make_visible(span.text));
    else
      append_visible(out, span.text);
    if (!escape.empty()) out += "\x1b[0m";
  }
}

}  // namespace

std::string paint(const Line& line, const Paint& how) {
  std::string out;
  append_painted(out, line, how);
  return out;
}

std::string paint(const Block& block, const Paint& how) {
  std::size_t size = 0;
  for (const Line& line : block)
    for (const Span& span : line) size += span.text.size() + longest_escapes;
  std::string out;
  out.reserve(size + block.size());
  for (const Line& line : block) {
    append_painted(out, line, how);
    out += '\n';
  }
  return out;
}

}  // namespace rung
