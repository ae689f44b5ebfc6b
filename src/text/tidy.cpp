#include <rung/text/tidy.hpp>

#include <algorithm>
#include <array>

#include <rung/text/utf8.hpp>

namespace rung {
namespace {

constexpr std::array<std::string_view, 5> marks = {":", "-", "–", "—", " "};

}  // namespace

bool is_unicode_space(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_invisible(char32_t c) { return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF; }

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

std::string tidy(std::string_view text) {
  std::string out;
  bool space_due = false;
  for (const char32_t c : decode_all(text)) {
    if (is_unicode_space(c)) {
      space_due = !out.empty();
    } else if (!is_invisible(c) && !is_unsafe_to_show(c)) {
      if (space_due) out += ' ';
      space_due = false;
      append_utf8(out, c);
    }
  }
  return out;
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

}  // namespace rung
