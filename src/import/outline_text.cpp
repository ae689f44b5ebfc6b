#include "outline_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>

#include <rung/text/ascii.hpp>
#include <rung/text/utf8.hpp>

namespace rung {
namespace {

bool is_space(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

/// Invisible, and in the way of comparing words: soft hyphen, zero-width space, word joiner, byte order mark.
bool is_invisible(char32_t c) { return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF; }

/// Shown as a picture by default, or only ever part of one.
bool is_emoji(char32_t c) {
  return (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF) || (c >= 0x2B00 && c <= 0x2BFF) ||
         (c >= 0x231A && c <= 0x23FF) || (c >= 0xE0020 && c <= 0xE007F);
}

constexpr char32_t zero_width_joiner = 0x200D;
constexpr char32_t keycap = 0x20E3;
constexpr char32_t text_look = 0xFE0E;
constexpr char32_t picture_look = 0xFE0F;

std::u32string decode_all(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const auto decoded = decode_utf8(text);
    if (decoded) out += decoded->value;
    text.remove_prefix(decoded ? decoded->bytes : 1);
  }
  return out;
}

std::size_t measure_number(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  const bool ends = digits < text.size() && (text[digits] == '.' || text[digits] == ')');
  return digits >= 1 && digits <= 3 && ends ? digits + 1 : 0;
}

std::size_t measure_any_of(std::string_view text, std::initializer_list<std::string_view> signs) {
  for (const std::string_view sign : signs)
    if (text.starts_with(sign)) return sign.size();
  return 0;
}

enum class SpaceAfter { optional, required };

/// What `measure` finds at the start of `text`, with the white space around it.
template <class Measure>
std::size_t measure_with_space(std::string_view text, SpaceAfter space, const Measure& measure) {
  const std::size_t before = measure_space(text);
  const std::size_t sign = measure(text.substr(before));
  if (sign == 0) return 0;
  const std::size_t after = measure_space(text.substr(before + sign));
  return after == 0 && space == SpaceAfter::required ? 0 : before + sign + after;
}

constexpr std::array<std::string_view, 5> marks = {":", "-", "–", "—", " "};

bool is_shortcode_character(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '+';
}

/// The characters of an emoji that is written as its name, such as `:trophy:`, at the start of `text`; 0 for none.
std::size_t measure_shortcode(std::u32string_view text) {
  if (text.size() < 3 || text[0] != ':' || text[1] < 'a' || text[1] > 'z') return 0;
  std::size_t end = 1;
  while (end < text.size() && is_shortcode_character(text[end])) ++end;
  const bool closes = end < text.size() && text[end] == ':' && (end + 1 == text.size() || is_space(text[end + 1]));
  return closes ? end + 1 : 0;
}

}  // namespace

std::string tidy(std::string_view text) {
  std::string out;
  bool space_due = false;
  for (const char32_t c : decode_all(text)) {
    if (is_space(c)) {
      space_due = !out.empty();
    } else if (!is_invisible(c) && !is_unsafe_to_show(c)) {
      if (space_due) out += ' ';
      space_due = false;
      append_utf8(out, c);
    }
  }
  return out;
}

std::string drop_emoji(std::string_view text) {
  const std::u32string all = decode_all(text);
  std::string out;
  bool after_emoji = false;
  for (std::size_t at = 0; at < all.size(); ++at) {
    if (at == 0 || is_space(all[at - 1])) at += measure_shortcode(std::u32string_view(all).substr(at));
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

std::string_view drop_start_marks(std::string_view text) {
  const auto begins = [&text](std::string_view mark) { return text.starts_with(mark); };
  for (auto mark = marks.begin(); (mark = std::find_if(marks.begin(), marks.end(), begins)) != marks.end();)
    text.remove_prefix(mark->size());
  return text;
}

std::string_view drop_end_marks(std::string_view text) {
  const auto ends = [&text](std::string_view mark) { return text.ends_with(mark); };
  for (auto mark = marks.begin(); (mark = std::find_if(marks.begin(), marks.end(), ends)) != marks.end();)
    text.remove_suffix(mark->size());
  return text;
}

std::string squeeze(std::string_view text, std::string_view separators) {
  std::string out;
  for (const char c : text)
    if (separators.find(c) == std::string_view::npos)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  if (out.ends_with(' ')) out.pop_back();
  return out;
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
    return !is_symbol && !is_space(c) && !is_invisible(c);
  });
}

int count_line_feeds(std::string_view text) { return static_cast<int>(std::count(text.begin(), text.end(), '\n')); }

std::size_t measure_space(std::string_view text) {
  std::size_t bytes = 0;
  for (auto decoded = decode_utf8(text); decoded && (is_space(decoded->value) || is_invisible(decoded->value));
       decoded = decode_utf8(text.substr(bytes)))
    bytes += decoded->bytes;
  return bytes;
}

std::size_t measure_item_sign(std::string_view text) {
  if (const std::size_t bullet = measure_bullet(text); bullet > 0) return bullet;
  return measure_with_space(text, SpaceAfter::required, [](std::string_view rest) {
    return std::max(measure_number(rest), measure_any_of(rest, {"*", "-", "+", "–", "—"}));
  });
}

std::size_t measure_bullet(std::string_view text) {
  return measure_with_space(text, SpaceAfter::optional, [](std::string_view rest) {
    return measure_any_of(rest, {"•", "◦", "▪", "‣", "●", "○", "■", "·"});
  });
}

std::size_t measure_box(std::string_view text) {
  return measure_with_space(text, SpaceAfter::required, [](std::string_view rest) {
    return measure_any_of(rest, {"[ ]", "[x]", "[X]", "☐", "☑", "☒"});
  });
}

}  // namespace rung
