#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rung {

/// The purpose of a piece of text. The painter decides its appearance; color never carries meaning that the text lacks.
enum class Style { plain, title, strong, muted, good, warning, bad, accent, key };

struct Span {
  std::string text;
  Style style = Style::plain;

  friend bool operator==(const Span&, const Span&) = default;
};

inline Span plain(std::string text) { return {std::move(text), Style::plain}; }
inline Span title(std::string text) { return {std::move(text), Style::title}; }
inline Span strong(std::string text) { return {std::move(text), Style::strong}; }
inline Span muted(std::string text) { return {std::move(text), Style::muted}; }
inline Span good(std::string text) { return {std::move(text), Style::good}; }
inline Span warning(std::string text) { return {std::move(text), Style::warning}; }
inline Span bad(std::string text) { return {std::move(text), Style::bad}; }
inline Span accent(std::string text) { return {std::move(text), Style::accent}; }
inline Span key(std::string text) { return {std::move(text), Style::key}; }

/// One line of styled text, without a line break.
using Line = std::vector<Span>;

inline Line line(std::string text, Style style = Style::plain) { return {{std::move(text), style}}; }

/// A line of `cells` spaces; empty if `cells` is negative.
Line spaces(int cells);

/// Lines, top to bottom.
using Block = std::vector<Line>;

int cell_width(const Line& line);

/// The text without styles.
std::string plain_text(const Line& line);

void append(Block& block, Block more);

/// `line`, then `more` on the same line.
Line join(Line line, const Line& more);

/// `line` followed by spaces up to `cells`; unchanged if it is already that wide.
Line pad_right(Line line, int cells);
/// Spaces up to `cells`, then `line`.
Line pad_left(Line line, int cells);

}  // namespace rung
