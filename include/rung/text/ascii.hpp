#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rung {

/// ASCII white space, including line breaks.
inline constexpr std::string_view white_space = " \t\n\r\v\f";

constexpr bool is_white_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// `c` in lowercase if it is A to Z, in every locale.
constexpr char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// `text` with A to Z in lowercase and everything else unchanged. Ids, keywords, and file names are compared this way.
std::string to_lower(std::string_view text);

/// `text` without white space at its ends.
std::string_view trim(std::string_view text);

/// Whether `text` is empty or only white space.
bool is_blank(std::string_view text);

/// The number that `text` is, in digits alone; absent for anything else, also for one that is too large.
std::optional<std::size_t> read_whole_number(std::string_view text);

/// Whether `end` is what follows a dot in `name`, up to its end: `strategy.set-goals` and `set-goals` in
/// `direction.strategy.set-goals`.
bool is_end_after_dot(std::string_view name, std::string_view end);

/// `text` as an id: ASCII letters in lowercase, digits, and one hyphen for each run of anything else, none at the ends.
/// At most `longest` bytes; empty if nothing is left.
std::string slug(std::string_view text, std::size_t longest);

/// FNV-1a, 32 bits. File names and ids depend on it, so it never changes.
std::uint32_t hash(std::string_view text);
/// FNV-1a, 64 bits. Ids of log entries depend on it, so it never changes.
std::uint64_t hash_64(std::string_view text);

}  // namespace rung
