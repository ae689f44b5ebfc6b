#include <rung/text/utf8.hpp>

#include <utf8proc.h>

#include <fmt/format.h>

#include <cstdint>
#include <cstring>

namespace rung {
namespace {

constexpr std::uint64_t in_each_byte(unsigned char byte) { return 0x0101010101010101U * byte; }

/// Whether the eight bytes there are all from 0x20 to 0x7E. The sum and the difference set the highest bit of each byte
/// that is not. Neither carries into the next byte unless a byte already has that bit set.
bool are_plain_ascii(const char* bytes) {
  std::uint64_t eight = 0;
  std::memcpy(&eight, bytes, sizeof eight);
  constexpr std::uint64_t highest_bits = in_each_byte(0x80);
  if ((eight & highest_bits) != 0) return false;
  const std::uint64_t below_space = in_each_byte(0x80 + 0x20 - 1) - eight;
  const std::uint64_t above_tilde = eight + in_each_byte(0x80 - 0x7F);
  return ((below_space | above_tilde) & highest_bits) == 0;
}

}  // namespace

std::optional<CodePoint> decode_utf8(std::string_view text) {
  if (text.empty()) return std::nullopt;
  const auto first = static_cast<unsigned char>(text.front());
  if (first < 0x80) return CodePoint{first, 1};
  utf8proc_int32_t value = -1;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const utf8proc_ssize_t used = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &value);
  if (used <= 0) return std::nullopt;
  return CodePoint{static_cast<char32_t>(value), static_cast<std::size_t>(used)};
}

void append_utf8(std::string& out, char32_t code_point) {
  utf8proc_uint8_t bytes[4];
  const utf8proc_ssize_t used = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes);
  out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(used));
}

std::size_t count_plain_ascii(std::string_view text) {
  std::size_t plain = 0;
  while (plain + sizeof(std::uint64_t) <= text.size() && are_plain_ascii(text.data() + plain))
    plain += sizeof(std::uint64_t);
  while (plain < text.size() && text[plain] >= 0x20 && text[plain] < 0x7F) ++plain;
  return plain;
}

int count_characters(std::string_view text) {
  int count = 0;
  while (true) {
    const std::size_t plain = count_plain_ascii(text);
    count += static_cast<int>(plain);
    text.remove_prefix(plain);
    if (text.empty()) return count;
    const auto decoded = decode_utf8(text);
    text.remove_prefix(decoded ? decoded->bytes : 1);
    ++count;
  }
}

bool is_unsafe_to_show(char32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
  const bool bidirectional =
      c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  const bool line_break = c == 0x2028 || c == 0x2029;
  return control || bidirectional || line_break;
}

std::string make_visible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_visible(out, text);
  return out;
}

void append_visible(std::string& out, std::string_view text) {
  while (true) {
    const std::size_t plain = count_plain_ascii(text);
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) return;
    const auto decoded = decode_utf8(text);
    if (!decoded) {
      out += fmt::format("\\x{{{:02X}}}", static_cast<unsigned char>(text.front()));
      text.remove_prefix(1);
      continue;
    }
    if (is_unsafe_to_show(decoded->value))
      out += fmt::format("\\u{{{:X}}}", static_cast<unsigned>(decoded->value));
    else
      out += text.substr(0, decoded->bytes);
    text.remove_prefix(decoded->bytes);
  }
}

}  // namespace rung
