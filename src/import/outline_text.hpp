#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rung {

/// White space of every kind as single spaces, none around; without zero-width and unsafe characters.
std::string tidy(std::string_view text);

/// `text` without emoji, with their selectors, joiners and keycaps; tidied.
std::string drop_emoji(std::string_view text);

/// `text` without the colons, dashes and blanks that separate it from the bold words before it.
std::string_view drop_start_marks(std::string_view text);
/// The same at its end.
std::string_view drop_end_marks(std::string_view text);

/// `text` with each run of characters that are in `separators` as one space, none around.
std::string squeeze(std::string_view text, std::string_view separators);

/// The words of `text`, in lower case: ASCII letters and digits, and everything beyond ASCII.
std::vector<std::string> lower_words(std::string_view text);

/// The start of `text`, for a message.
std::string begin_of(std::string_view text);

/// Whether `text` has anything besides white space, punctuation in ASCII and symbols.
bool has_words(std::string_view text);

/// The line feeds in `text`.
int count_line_feeds(std::string_view text);

/// The bytes of white space and invisible characters at the start of `text`.
std::size_t measure_space(std::string_view text);

/// The bytes at the start of `text` that mark it as a list item, with the white space around them; 0 for none.
std::size_t measure_item_sign(std::string_view text);
/// The same for signs that are nothing else, such as a bullet.
std::size_t measure_bullet(std::string_view text);
/// The same for a box to tick.
std::size_t measure_box(std::string_view text);

}  // namespace rung
