#include "outline_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include <rung/text/ascii.hpp>
#include <rung/text/tidy.hpp>
#include <rung/text/utf8.hpp>

namespace rung {
namespace {

/// Whether the code point is shown as an emoji by default, or is only used within one.
bool is_emoji(char32_t c) {
  return (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF) || (c >= 0x2B00 && c <= 0x2BFF) ||
         (c >= 0x231A && c <= 0x23FF) || (c >= 0xE0020 && c <= 0xE007F);
}

constexpr char32_t zero_width_joiner = 0x200D;
constexpr char32_t keycap = 0x20E3;
constexpr char32_t text_look = 0xFE0E;
constexpr char32_t picture_look = 0xFE0F;

bool is_shortcode_character(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '+';
}

/// The length of an emoji name, such as `:trophy:`, at the start of `text`; 0 for none.
std::size_t measure_shortcode(std::u32string_view text) {
  if (text.size() < 3 || text[0] != ':' || text[1] < 'a' || text[1] > 'z') return 0;
  std::size_t end = 1;
  while (end < text.size() && is_shortcode_character(text[end])) ++end;
  const bool closes =
      end < text.size() && text[end] == ':' && (end + 1 == text.size() || is_unicode_space(text[end + 1]));
  return closes ? end + 1 : 0;
}

}  // namespace

std::string drop_emoji(std::string_view text) {
  const std::u32string all = decode_all(text);
  std::string out;
  bool after_emoji = false;
  for (std::size_t at = 0; at < all.size(); ++at) {
    if (at == 0 || is_unicode_space(all[at - 1])) at += measure_shortcode(std::u32string_view(all).substr(at));
    if (at == all.size()) break;
    const char32_t c = all[at];
    const char32_t next = at + 1 < all.size() ? all[at + 1] : U'\0';
    const char32_t after_next = at + 2 < all.size() ? all[at + 2] : U'\0';
    const bool is_key = (c >= '0' && c <= '9') || c == '#' || c == '*';
    const bool is_keycap = is_key && (next == keycap || (next == picture_look && after_next == keycap));
    const bool is_part = c == text_look || c == picture_look || c == keycap || (c == zero_width_joiner && after_emoji);
    const bool is_gone = is_emoji(c) || (c > 0x7F && next == picture_look) || is_keycap || is_part;
    if (!is_gone) append_utf8(out, c);
    after_emoji = is_gone;
  }
  return tidy(out);
}

std::vector<std::string> lower_words(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : to_lower(text))
    if (is_digit(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80)
      words.back() += c;
    else if (!words.back().empty())
      words.emplace_back();
  if (words.back().empty()) words.pop_back();
  return words;
}

std::string begin_of(std::string_view text) {
  constexpr std::size_t most = 60;
  if (text.size() <= most) return std::string(text);
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return fmt::format("{}…", text.substr(0, end));
}

bool has_words(std::string_view text) {
  const std::u32string all = decode_all(text);
  return std::any_of(all.begin(), all.end(), [](char32_t c) {
    if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool is_symbol = c == 0xA7 || c == 0xAB || c == 0xB6 || c == 0xB7 || c == 0xBB || c == 0xD7 ||
                           (c >= 0x2010 && c <= 0x2BFF) || is_emoji(c) || c == picture_look || c == text_look;
    return !is_symbol && !is_unicode_space(c) && !is_invisible(c);
  });
}

int count_line_feeds(std::string_view text) { return static_cast<int>(std::count(text.begin(), text.end(), '\n')); }

}  // namespace rung
