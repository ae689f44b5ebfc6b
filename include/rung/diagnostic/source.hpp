#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <rung/diagnostic.hpp>

namespace rung {

/// A text the user wrote, with its name; turns byte offsets into positions and makes diagnostics that quote the line.
/// The views must outlive it. Asking for positions in the order of the text costs one pass over it, all together.
class Source {
 public:
  Source(std::string_view name, std::string_view text);

  [[nodiscard]] std::string_view name() const noexcept { return name_; }
  [[nodiscard]] std::string_view text() const noexcept { return text_; }

  /// The position of the byte at `offset`; offsets past the end give the position after the last character.
  [[nodiscard]] Position position_of(std::size_t offset) const;
  /// The offset of `at`, clamped to the text.
  [[nodiscard]] std::size_t offset_of(Position at) const;
  /// Line `number` (1-based) without its line break; empty when there is no such line.
  [[nodiscard]] std::string_view line(int number) const;

  [[nodiscard]] Diagnostic diagnose(Position at, int length, std::string message, std::string hint = {}) const;

 private:
  /// A place in the text, counted once.
  struct Cursor {
    std::size_t offset = 0;
    Position at;
  };

  std::string_view name_;
  std::string_view text_;
  std::vector<std::size_t> line_starts_;
  mutable Cursor last_;  ///< where the last question ended; the next one usually goes on from there
};

/// Refuses what no text format of Rung allows, before any parser sees it: malformed UTF-8, NUL and other control
/// characters (tab, line feed and CR LF are allowed), bidirectional controls. One diagnostic for each, up to
/// max_diagnostics. A byte order mark at the start is allowed.
Diagnostics check_characters(const Source& source);

/// The same rule for a decoded string, where escapes may have smuggled something in: a description of the first
/// offending character, such as "U+001B (escape)", or empty when all is well. Tab and line feed are allowed.
std::string find_forbidden_character(std::string_view text);

}  // namespace rung
