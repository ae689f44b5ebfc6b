#include <rung/prompt/line_editor.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <variant>

#include <rung/text/utf8.hpp>
#include <rung/text/width.hpp>

namespace rung {
namespace {

std::string with_separator(std::size_t number) {
  std::string digits = fmt::format("{}", number);
  for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3) digits.insert(static_cast<std::size_t>(at), ",");
  return digits;
}

bool is_line_break(char32_t character) {
  return character == U'\n' || character == U'\r' || character == U'\t' || character == U'\v' || character == U'\f' ||
         character == U'\u0085' || character == U'\u2028' || character == U'\u2029';
}

}  // namespace

std::string clean_line(std::string_view text) {
  std::string clean;
  while (!text.empty()) {
    const auto decoded = decode_utf8(text);
    if (!decoded) {
      text.remove_prefix(1);
      continue;
    }
    if (decoded->value == U'\r' && text.size() > 1 && text[1] == '\n') {
      text.remove_prefix(1);
      continue;
    }
    if (is_line_break(decoded->value))
      clean += ' ';
    else if (!is_unsafe_to_show(decoded->value))
      clean += text.substr(0, decoded->bytes);
    text.remove_prefix(decoded->bytes);
  }
  return clean;
}

std::string explain_too_long(std::size_t characters) {
  return fmt::format("That makes {} characters, and a line holds {}. It was not added.", with_separator(characters),
                     with_separator(max_line_characters));
}

LineEditor::LineEditor(LineRoom room, std::string text, std::vector<std::string> earlier)
    : room_(room),
      text_(std::move(text)),
      cursor_(text_.size()),
      earlier_(std::move(earlier)),
      recalled_(earlier_.size()) {}

LineEditor::Reply LineEditor::handle(const Event& event) {
  if (const auto* typed = std::get_if<Typed>(&event)) {
    std::string character;
    append_utf8(character, typed->character);
    return insert(character);
  }
  if (const auto* pasted = std::get_if<Pasted>(&event)) {
    if (pasted->arrival == Arrival::whole) return insert(pasted->text);
    return {Step::going_on, true,
            fmt::format("That is far more than the {} characters that a line holds. It was not added.",
                        with_separator(max_line_characters))};
  }
  if (const auto* pressed = std::get_if<Pressed>(&event)) return press(pressed->key);
  return {std::holds_alternative<EndOfInput>(event) ? Step::left : Step::going_on};
}

LineEditor::Reply LineEditor::press(KeyName key) {
  switch (key) {
    case KeyName::enter: cursor_ = text_.size(); return {Step::accepted};
    case KeyName::escape: cursor_ = text_.size(); return {Step::canceled};
    case KeyName::end_of_input: return text_.empty() ? Reply{Step::left} : Reply{.rings = true};
    case KeyName::backspace: return erase(before_cursor());
    case KeyName::erase_next: return erase(after_cursor());
    case KeyName::erase_word: return erase(word_start());
    case KeyName::erase_line: return erase(0);
    case KeyName::erase_rest: return erase(text_.size());
    case KeyName::left: return move(before_cursor());
    case KeyName::right: return move(after_cursor());
    case KeyName::home: cursor_ = 0; return {};
    case KeyName::end: cursor_ = text_.size(); return {};
    case KeyName::up: return recall(-1);
    case KeyName::down: return recall(1);
    case KeyName::tab: return insert(" ");
    case KeyName::show_again:
    case KeyName::other: break;
  }
  return {};
}

LineEditor::Reply LineEditor::insert(std::string_view text) {
  const std::string clean = clean_line(text);
  const auto characters =
      static_cast<std::size_t>(count_characters(text_)) + static_cast<std::size_t>(count_characters(clean));
  if (characters > max_line_characters) return {Step::going_on, true, explain_too_long(characters)};
  text_.insert(cursor_, clean);
  cursor_ += clean.size();
  return {};
}

LineEditor::Reply LineEditor::recall(int step) {
  const std::size_t target = recalled_ + static_cast<std::size_t>(step);
  if (target > earlier_.size()) return {.rings = true};
  if (recalled_ == earlier_.size()) own_ = text_;
  recalled_ = target;
  text_ = recalled_ == earlier_.size() ? own_ : earlier_[recalled_];
  cursor_ = text_.size();
  return {};
}

LineEditor::Reply LineEditor::move(std::size_t to) {
  const bool is_there = to == cursor_;
  cursor_ = to;
  return {.rings = is_there};
}

LineEditor::Reply LineEditor::erase(std::size_t to) {
  if (to == cursor_) return {.rings = true};
  const std::size_t begin = std::min(to, cursor_);
  text_.erase(begin, std::max(to, cursor_) - begin);
  cursor_ = begin;
  return {};
}

std::size_t LineEditor::before_cursor() const {
  const std::vector<std::string_view> graphemes = split_graphemes(std::string_view(text_).substr(0, cursor_));
  return graphemes.empty() ? 0 : cursor_ - graphemes.back().size();
}

std::size_t LineEditor::after_cursor() const {
  return cursor_ + first_grapheme(std::string_view(text_).substr(cursor_)).size();
}

std::size_t LineEditor::word_start() const {
  std::size_t begin = cursor_;
  while (begin > 0 && text_[begin - 1] == ' ') --begin;
  while (begin > 0 && text_[begin - 1] != ' ') --begin;
  return begin;
}

LineDrawing LineEditor::draw() const {
  // The last cell of a row stays free: behind it, terminals disagree about where the cursor is.
  const int room = std::max(room_.width - room_.column - 1, 2);
  LineDrawing drawing;
  drawing.column = room_.column;
  int used = 0;
  std::size_t at = 0;
  const auto place_cursor = [&] {
    drawing.cursor_row = static_cast<int>(drawing.rows.size()) - 1;
    drawing.cursor_column = room_.column + used;
  };
  for (const std::string_view grapheme : split_graphemes(text_)) {
    const int cells = cell_width(grapheme);
    if (used + cells > room) {
      drawing.rows.emplace_back();
      used = 0;
    }
    if (at <= cursor_ && cursor_ < at + grapheme.size()) place_cursor();
    drawing.rows.back() += grapheme;
    used += cells;
    at += grapheme.size();
  }
  if (at == cursor_) place_cursor();
  const auto shown = static_cast<std::size_t>(std::max(room_.rows, 1));
  if (drawing.rows.size() > shown) {
    const auto cursor = static_cast<std::size_t>(drawing.cursor_row);
    const std::size_t first = std::min(cursor < shown ? 0 : cursor - shown + 1, drawing.rows.size() - shown);
    drawing.rows.erase(drawing.rows.begin() + static_cast<std::ptrdiff_t>(first + shown), drawing.rows.end());
    drawing.rows.erase(drawing.rows.begin(), drawing.rows.begin() + static_cast<std::ptrdiff_t>(first));
    drawing.cursor_row -= static_cast<int>(first);
  }
  return drawing;
}

LineDrawing LineEditor::draw_ended() const {
  LineDrawing drawing = draw();
  drawing.cursor_row = static_cast<int>(drawing.rows.size()) - 1;
  drawing.cursor_column = drawing.column + cell_width(drawing.rows.back());
  return drawing;
}

}  // namespace rung
