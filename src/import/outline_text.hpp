#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rung {

/// `text`, tidied and without emoji and their selectors, joiners, and keycaps.
std::string drop_emoji(std::string_view text);

/// The words of `text` in lowercase: ASCII letters and digits, and everything beyond ASCII.
std::vector<std::string> lower_words(std::string_view text);

/// The start of `text`, for a message.
std::string begin_of(std::string_view text);

/// Whether `text` has anything other than white space, ASCII punctuation, and symbols.
bool has_words(std::string_view text);

/// The number of line feeds in `text`.
int count_line_feeds(std::string_view text);

}  // namespace rung
