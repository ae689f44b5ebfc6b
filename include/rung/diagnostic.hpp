#pragma once

#include <compare>
#include <optional>
#include <string>
#include <vector>

namespace rung {

/// A place in a text. Both are 1-based; columns count characters (code points), not bytes. Zero means "not known".
struct Position {
  int line = 0;
  int column = 0;

  friend auto operator<=>(const Position&, const Position&) = default;
};

/// Whether a problem keeps a text from being used, or is only worth a look.
enum class Severity { error, warning };

/// A located problem in something the user wrote. Diagnostics are data: all of them are collected, then shown together.
struct Diagnostic {
  std::string source;  ///< file name, or a name such as `--set` or `<stdin>`
  Position at;
  int length = 1;  ///< characters to underline, at least 1
  std::string message;
  std::string hint;                 ///< what to do next; may be empty
  std::string line;                 ///< the offending line as written; empty when there is none to show
  std::optional<Position> related;  ///< a second place that matters, such as the first of two duplicates
  Severity severity = Severity::error;

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

using Diagnostics = std::vector<Diagnostic>;

/// The most diagnostics that one text yields; the rest is not looked for.
inline constexpr std::size_t max_diagnostics = 20;

/// The outcome of reading a text: a value, or the diagnostics that say why there is none.
template <class T>
struct Parsed {
  std::optional<T> value;
  Diagnostics diagnostics;

  [[nodiscard]] explicit operator bool() const noexcept { return value.has_value(); }
};

}  // namespace rung
