#include <rung/text/width.hpp>

#include <utf8proc.h>

#include <algorithm>
#include <optional>

#include <rung/text/utf8.hpp>

namespace rung {
namespace {

constexpr char32_t emoji_presentation = 0xFE0F;

// A cluster is as wide as its widest code point, because joined characters share its cells.
int grapheme_width(std::string_view grapheme) {
  int width = 0;
  while (!grapheme.empty()) {
    const auto decoded = decode_utf8(grapheme);
    if (!decoded || is_unsafe_to_show(decoded->value)) return static_cast<int>(make_visible(grapheme).size());
    const int own =
        decoded->value == emoji_presentation ? 2 : utf8proc_charwidth(static_cast<utf8proc_int32_t>(decoded->value));
    width = std::max(width, own);
    grapheme.remove_prefix(decoded->bytes);
  }
  return width;
}

bool is_drawn(std::string_view three_bytes) {
  return three_bytes >= "\u2500" && three_bytes <= "\u259F" && decode_utf8(three_bytes);
}

/// The number of lines and blocks (U+2500 to U+259F) that `text` starts with, three bytes and one cell each, without
/// one that a later character could join. Rules and bars consist of these characters.
std::size_t count_drawn(std::string_view text) {
  constexpr std::size_t bytes = 3;
  std::size_t count = 0;
  while ((count + 1) * bytes <= text.size() && is_drawn(text.substr(count * bytes, bytes))) ++count;
  const std::size_t end = count * bytes;
  const bool is_last_alone = end == text.size() || static_cast<unsigned char>(text[end]) < 0x80;
  return is_last_alone || count == 0 ? count : count - 1;
}

}  // namespace

std::string_view first_grapheme(std::string_view text) {
  std::size_t at = 0;
  std::optional<char32_t> previous;
  utf8proc_int32_t state = 0;
  while (at < text.size()) {
    const auto decoded = decode_utf8(text.substr(at));
    // A malformed or unsafe character is a cluster of its own, because nothing may join its escaped form.
    const bool alone = !decoded || is_unsafe_to_show(decoded->value);
    if (at == 0 && alone) return text.substr(0, decoded ? decoded->bytes : 1);
    if (alone || (previous && utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(*previous),
                                                               static_cast<utf8proc_int32_t>(decoded->value), &state)))
      return text.substr(0, at);
    previous = decoded->value;
    at += decoded->bytes;
  }
  return text;
}

std::size_t count_plain_graphemes(std::string_view text) {
  const std::size_t plain = count_plain_ascii(text);
  return plain == text.size() || plain == 0 ? plain : plain - 1;
}

std::vector<std::string_view> split_graphemes(std::string_view text) {
  std::vector<std::string_view> graphemes;
  while (!text.empty()) {
    for (std::size_t plain = count_plain_graphemes(text); plain > 0; --plain) {
      graphemes.push_back(text.substr(0, 1));
      text.remove_prefix(1);
    }
    if (text.empty()) break;
    graphemes.push_back(first_grapheme(text));
    text.remove_prefix(graphemes.back().size());
  }
  return graphemes;
}

int cell_width(std::string_view text) {
  int width = 0;
  while (true) {
    const std::size_t plain = count_plain_graphemes(text);
    width += static_cast<int>(plain);
    text.remove_prefix(plain);
    if (text.empty()) return width;
    if (const std::size_t drawn = count_drawn(text); drawn > 0) {
      width += static_cast<int>(drawn);
      text.remove_prefix(drawn * 3);
      continue;
    }
    const std::string_view grapheme = first_grapheme(text);
    width += grapheme_width(grapheme);
    text.remove_prefix(grapheme.size());
  }
}

std::string clip(std::string_view text, int cells, std::string_view ellipsis) {
  if (cell_width(text) <= cells) return std::string(text);
  const int room = cells - cell_width(ellipsis);
  if (room < 0) return {};
  std::string out;
  int used = 0;
  for (const std::string_view grapheme : split_graphemes(text)) {
    used += grapheme_width(grapheme);
    if (used > room) break;
    out += grapheme;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out.append(ellipsis);
}

}  // namespace rung
