#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace rung {

/// One decoded code point and the number of bytes it took.
struct CodePoint {
  char32_t value = 0;
  std::size_t bytes = 0;
};

/// Decodes the code point at the start of `text`. Nothing if `text` is empty or does not start with well-formed UTF-8
/// (overlong forms, surrogates, and values above U+10FFFF are malformed).
std::optional<CodePoint> decode_utf8(std::string_view text);

void append_utf8(std::string& out, char32_t code_point);

/// The number of bytes at the start of `text` that are printable ASCII: safe to show, and one character each. Nearly
/// all text is ASCII, so scans start with this fast path.
std::size_t count_plain_ascii(std::string_view text);

/// The number of characters in `text`; a malformed byte counts as one.
int count_characters(std::string_view text);

/// Whether showing `code_point` could control a terminal or reorder text: C0, DEL, C1, the bidirectional marks,
/// embeddings, overrides, and isolates (U+061C, U+200E, U+200F, U+202A–202E, U+2066–2069), U+2028, and U+2029.
/// Includes tab and line feed, so callers that accept these check for them first.
bool is_unsafe_to_show(char32_t code_point);

/// `text` with each unsafe code point written as `\u{1B}` and each malformed byte as `\x{FF}`.
std::string make_visible(std::string_view text);
void append_visible(std::string& out, std::string_view text);

}  // namespace rung
