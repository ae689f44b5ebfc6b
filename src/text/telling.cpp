#include <rung/text/telling.hpp>

#include <utf8proc.h>

#include <rung/text/ascii.hpp>
#include <rung/text/utf8.hpp>

namespace rung {
namespace {

constexpr int fewest_words = 2;
constexpr int fewest_letters = 8;

bool is_letter(char32_t code_point) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(code_point))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO: return true;
    default: return false;
  }
}

}  // namespace

bool is_telling(std::string_view text) {
  int words = 0;
  int letters = 0;
  bool is_in_word = false;
  while (const auto point = decode_utf8(text)) {
    if (is_letter(point->value)) {
      ++letters;
      if (!is_in_word) ++words;
      is_in_word = true;
    } else if (point->value < 0x80 && is_white_space(static_cast<char>(point->value))) {
      is_in_word = false;
    }
    text.remove_prefix(point->bytes);
  }
  return words >= fewest_words || letters >= fewest_letters;
}

}  // namespace rung
