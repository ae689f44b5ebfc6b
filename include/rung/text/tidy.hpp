#pragma once

#include <string>
#include <string_view>

namespace rung {

/// Unicode white space, including line breaks.
bool is_unicode_space(char32_t c);

/// Invisible characters that would make equal words differ: soft hyphen, zero-width space, word joiner, byte order
/// mark.
bool is_invisible(char32_t c);

/// The code points of `text`; malformed bytes are left out.
std::u32string decode_all(std::string_view text);

/// `text` with every run of white space as one space, none at the ends, and without invisible characters, unsafe
/// characters, and malformed bytes.
std::string tidy(std::string_view text);

/// `text` with each run of characters from `separators` as one space, none at the ends.
std::string squeeze(std::string_view text, std::string_view separators);

/// `text` without the colons, dashes, and spaces at its start.
std::string_view drop_start_marks(std::string_view text);
/// The same at its end.
std::string_view drop_end_marks(std::string_view text);

}  // namespace rung
