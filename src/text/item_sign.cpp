#include <rung/text/item_sign.hpp>

#include <algorithm>
#include <initializer_list>

#include <rung/text/ascii.hpp>
#include <rung/text/tidy.hpp>
#include <rung/text/utf8.hpp>

namespace rung {
namespace {

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

}  // namespace

std::size_t measure_space(std::string_view text) {
  std::size_t bytes = 0;
  for (auto decoded = decode_utf8(text); decoded && (is_unicode_space(decoded->value) || is_invisible(decoded->value));
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
