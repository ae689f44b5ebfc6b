#include <rung/prompt/line_editor.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include <rung/text/utf8.hpp>
#include <rung/text/width.hpp>

namespace rung {
namespace {

constexpr int continuation_column = 4;

void echo_text(std::vector<Echo>& echo, std::string_view text) {
  if (auto* last = echo.empty() ? nullptr : std::get_if<EchoText>(&echo.back()))
    last->text += text;
  else
    echo.emplace_back(EchoText{std::string(text)});
}

void echo_new_row(std::vector<Echo>& echo) {
  echo.emplace_back(EchoBreak{});
  echo_text(echo, std::string(continuation_column, ' '));
}

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
  return fmt::format("That makes {} characters; a line holds {}. Nothing of it was taken.", with_separator(characters),
                     with_separator(max_line_characters));
}

LineEditor::LineEditor(int column, int width) : width_(std::max(width, continuation_column * 2)), rows_{{0, column}} {}

LineEditor::Reply LineEditor::handle(const Event& event) {
  if (const auto* typed = std::get_if<Typed>(&event)) {
    std::string character;
    append_utf8(character, typed->character);
    return insert(character);
  }
  if (const auto* pasted = std::get_if<Pasted>(&event)) {
    if (pasted->arrival == Arrival::cut) {
      return {Step::going_on,
              {EchoBell{}},
              fmt::format("That is far more than the {} characters a line holds. Nothing of it was taken.",
                          with_separator(max_line_characters))};
    }
    return insert(pasted->text);
  }
  if (const auto* pressed = std::get_if<Pressed>(&event)) return press(pressed->key);
  if (std::holds_alternative<EndOfInput>(event)) return {Step::left, {}, {}};
  return {};
}

LineEditor::Reply LineEditor::press(KeyName key) {
  Reply reply;
  switch (key) {
    case KeyName::enter: reply.step = Step::accepted; break;
    case KeyName::escape: reply.step = Step::canceled; break;
    case KeyName::end_of_input:
      if (text_.empty())
        reply.step = Step::left;
      else
        reply.echo.emplace_back(EchoBell{});
      break;
    case KeyName::backspace: erase_grapheme(reply.echo); break;
    case KeyName::erase_word: erase_word(reply.echo); break;
    case KeyName::erase_line: erase_line(reply.echo); break;
    case KeyName::tab: return insert(" ");
    case KeyName::other: break;
  }
  return reply;
}

LineEditor::Reply LineEditor::insert(std::string_view text) {
  Reply reply;
  const std::string clean = clean_line(text);
  const auto characters =
      static_cast<std::size_t>(count_characters(text_)) + static_cast<std::size_t>(count_characters(clean));
  if (characters > max_line_characters) {
    reply.echo.emplace_back(EchoBell{});
    reply.refusal = explain_too_long(characters);
    return reply;
  }
  std::string_view rest = clean;
  while (const auto decoded = decode_utf8(rest)) {
    append_character(rest.substr(0, decoded->bytes), reply.echo);
    rest.remove_prefix(decoded->bytes);
  }
  return reply;
}

std::string_view LineEditor::row_text() const { return std::string_view(text_).substr(rows_.back().begin); }

void LineEditor::append_character(std::string_view character, std::vector<Echo>& echo) {
  const std::size_t graphemes = split_graphemes(row_text()).size();
  const int used = rows_.back().column + cell_width(row_text());
  const std::size_t begin = text_.size();
  text_ += character;
  const bool joins = graphemes > 0 && split_graphemes(row_text()).size() == graphemes;
  // The last cell of a row stays free: behind it, terminals disagree about where the cursor is.
  const bool fits = used + cell_width(character) < width_;
  if (!joins && !fits && (graphemes > 0 || rows_.back().column > continuation_column)) {
    rows_.push_back({begin, continuation_column});
    echo_new_row(echo);
  }
  echo_text(echo, character);
}

void LineEditor::erase_grapheme(std::vector<Echo>& echo) {
  if (text_.empty()) {
    echo.emplace_back(EchoBell{});
    return;
  }
  if (row_text().empty()) {
    rows_.pop_back();
    text_.resize(text_.size() - split_graphemes(row_text()).back().size());
    rows_.back().column = continuation_column;
    echo_new_row(echo);
    echo_text(echo, row_text());
    return;
  }
  const std::string_view last = split_graphemes(row_text()).back();
  const int cells = cell_width(last);
  text_.resize(text_.size() - last.size());
  if (auto* before = echo.empty() ? nullptr : std::get_if<EchoErase>(&echo.back()))
    before->cells += cells;
  else
    echo.emplace_back(EchoErase{cells});
}

void LineEditor::erase_word(std::vector<Echo>& echo) {
  if (text_.empty()) echo.emplace_back(EchoBell{});
  while (!text_.empty() && text_.back() == ' ') erase_grapheme(echo);
  while (!text_.empty() && text_.back() != ' ') erase_grapheme(echo);
}

void LineEditor::erase_line(std::vector<Echo>& echo) {
  if (rows_.size() == 1) {
    if (const int cells = cell_width(text_); cells > 0) echo.emplace_back(EchoErase{cells});
    text_.clear();
    return;
  }
  text_.clear();
  rows_ = {{0, continuation_column}};
  echo_new_row(echo);
}

}  // namespace rung
