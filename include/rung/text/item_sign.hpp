#pragma once

#include <cstddef>
#include <string_view>

namespace rung {

/// The bytes of white space and invisible characters at the start of `text`.
std::size_t measure_space(std::string_view text);

/// The bytes at the start of `text` that mark it as a list item, with the white space around them; 0 for none.
std::size_t measure_item_sign(std::string_view text);
/// The same, only for signs that have no other meaning, such as a bullet.
std::size_t measure_bullet(std::string_view text);
/// The same for a checkbox.
std::size_t measure_box(std::string_view text);

}  // namespace rung
