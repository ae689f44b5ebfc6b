#pragma once

#include <string>
#include <string_view>

namespace rung {

/// `c` in lower case where it is one of A to Z, whatever the locale is.
constexpr char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// `text` with every A to Z in lower case. Other letters stay: what is compared so are ids, key words and names of
/// files.
std::string to_lower(std::string_view text);

}  // namespace rung
