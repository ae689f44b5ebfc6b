#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rung {

/// The longest line that is written, in characters, unless a single word is longer.
inline constexpr std::size_t widest_yaml_line = 110;

/// `text` as the value of a key or an item of a list. Its `key:` or `- ` is in column `indent` (0-based), with `used`
/// characters before the value. Plain if YAML allows it, otherwise quoted; folded (`>-`) if it is too long for the
/// line, literal (`|-`) if it has several lines. Ends without a line feed.
std::string write_yaml_text(std::string_view text, std::size_t indent, std::size_t used);

/// `text` on one line inside `{…}` or `[…]`.
std::string write_yaml_flow_text(std::string_view text);

/// `text` in lines of at most `width` characters, broken at spaces.
std::vector<std::string> wrap_yaml_words(std::string_view text, std::size_t width);

}  // namespace rung
