#include "pty/screen.hpp"

#include <cstddef>
#include <cstdint>
#include <regex>
#include <utility>

#include <rung/text/utf8.hpp>

namespace {

/// What the second cell of a wide character holds.
constexpr auto continuation = static_cast<std::uint32_t>(-1);

std::string trim_end(std::string text) {
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

void append_cell(std::string& text, const VTermScreenCell& cell) {
  if (cell.chars[0] == continuation) return;
  if (cell.chars[0] == 0) text += ' ';
  for (const std::uint32_t character : cell.chars) {
    if (character == 0) break;
    rung::append_utf8(text, static_cast<char32_t>(character));
  }
}

}  // namespace

Screen::Screen(int columns, int rows) {
  callbacks_.sb_pushline = push_line;
  callbacks_.settermprop = set_property;
  open(columns, rows);
}

Screen::~Screen() { close(); }

void Screen::open(int columns, int rows) {
  columns_ = columns;
  rows_ = rows;
  terminal_ = vterm_new(rows, columns);
  vterm_set_utf8(terminal_, 1);
  screen_ = vterm_obtain_screen(terminal_);
  vterm_screen_set_callbacks(screen_, &callbacks_, this);
  vterm_screen_reset(screen_, 1);
}

void Screen::close() { vterm_free(terminal_); }

void Screen::write(std::string_view bytes) {
  printed_ += bytes;
  show(bytes);
}

void Screen::resize(int columns, int rows) {
  const bool had_wrapped = has_wrapped_;
  const bool had_moved_up = has_moved_up_;
  close();
  scrollback_.clear();
  open(columns, rows);
  show(printed_);
  has_wrapped_ = had_wrapped;
  has_moved_up_ = had_moved_up;
}

void Screen::show(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto character = rung::decode_utf8(bytes);
    const std::size_t length = character ? character->bytes : 1;
    const int before = depth();
    vterm_input_write(terminal_, bytes.data(), length);
    const int after = depth();
    has_moved_up_ = has_moved_up_ || after < before;
    has_wrapped_ = has_wrapped_ || (after > before && bytes.front() != '\n');
    bytes.remove_prefix(length);
  }
}

int Screen::depth() const { return static_cast<int>(scrollback_.size()) + cursor().row; }

std::vector<std::string> Screen::rows() const {
  std::vector<std::string> rows;
  for (int row = 0; row < rows_; ++row) {
    std::string text;
    for (int column = 0; column < columns_; ++column) {
      VTermScreenCell cell{};
      vterm_screen_get_cell(screen_, {row, column}, &cell);
      append_cell(text, cell);
    }
    rows.push_back(trim_end(std::move(text)));
  }
  return rows;
}

std::vector<std::string> Screen::transcript() const {
  std::vector<std::string> lines = scrollback_;
  const std::vector<std::string> on_screen = rows();
  lines.insert(lines.end(), on_screen.begin(), on_screen.begin() + cursor().row + 1);
  return lines;
}

CursorPlace Screen::cursor() const {
  VTermPos place{};
  vterm_state_get_cursorpos(vterm_obtain_state(terminal_), &place);
  return {place.row, place.col};
}

int Screen::push_line(int columns, const VTermScreenCell* cells, void* self) {
  std::string text;
  for (int column = 0; column < columns; ++column) append_cell(text, cells[column]);
  static_cast<Screen*>(self)->scrollback_.push_back(trim_end(std::move(text)));
  return 1;
}

int Screen::set_property(VTermProp property, VTermValue* value, void* self) {
  if (property == VTERM_PROP_CURSORVISIBLE) static_cast<Screen*>(self)->is_cursor_visible_ = value->boolean != 0;
  return 1;
}

std::vector<std::string> drawn_rows(const std::string& output) {
  static const std::regex cursor_code("\x1b\\[[0-9]*[AGJ]");
  return split_lines(std::regex_replace(output, cursor_code, "\n"));
}

std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines;
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
    lines.push_back(trim_end(std::string(text.substr(0, end))));
    text.remove_prefix(end + 1);
  }
  lines.push_back(trim_end(std::string(text)));
  return lines;
}
