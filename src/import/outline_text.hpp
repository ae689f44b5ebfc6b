#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rung {

/// White space of every kind as single spaces, none around; without zero-width and unsafe characters.
std::string tidy(std::string_view text);

/// `text` without emoji, with their selectors, joiners and keycaps; tidied.
std::string drop_emoji(std::string_view text);

/// Whether `text` has anything besides white space, punctuation in ASCII and symbols.
bool has_words(std::string_view text);

/// The bytes at the start of `text` that say it is an item of a list, with the white space around them; 0 for none.
std::size_t measure_item_sign(std::string_view text);

/// The same for those signs that are nothing else, such as a bullet.
std::size_t measure_bullet(std::string_view text);

/// The bytes of a box to tick at the start of `text`, with the white space around it; 0 for none.
std::size_t measure_box(std::string_view text);

/// The bytes of white space and invisible characters at the start of `text`.
std::size_t measure_space(std::string_view text);

}  // namespace rung
