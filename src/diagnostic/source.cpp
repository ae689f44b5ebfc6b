#include <rung/diagnostic/source.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include <rung/text/utf8.hpp>

namespace rung {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string_view name_of(char32_t c) {
  switch (c) {
    case 0x00: return "NUL";
    case 0x07: return "bell";
    case 0x08: return "backspace";
    case 0x0C: return "form feed";
    case 0x0D: return "carriage return";
    case 0x1B: return "escape";
    case 0x7F: return "delete";
    default: break;
  }
  if (c < 0x20 || (c >= 0x80 && c <= 0x9F)) return "control character";
  if (c == 0x2028 || c == 0x2029) return "line separator";
  return "bidirectional control";
}

std::string describe_character(char32_t c) {
  return fmt::format("U+{:04X} ({})", static_cast<unsigned>(c), name_of(c));
}

bool is_allowed(char32_t c) { return c == '\t' || c == '\n' || !is_unsafe_to_show(c); }

bool starts_with_utf16_mark(std::string_view text) {
  return text.substr(0, 2) == "\xFF\xFE" || text.substr(0, 2) == "\xFE\xFF";
}

}  // namespace

Source::Source(std::string_view name, std::string_view text) : name_(name), text_(text) {
  line_starts_.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1);
  line_starts_.push_back(text.substr(0, byte_order_mark.size()) == byte_order_mark ? byte_order_mark.size() : 0);
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
    line_starts_.push_back(at + 1);
  last_ = {line_starts_.front(), {1, 1}};
}

Position Source::position_of(std::size_t offset) const {
  offset = std::clamp(offset, line_starts_.front(), text_.size());
  const auto next_line = static_cast<std::size_t>(last_.at.line);
  const bool goes_on = offset >= last_.offset && (next_line == line_starts_.size() || offset < line_starts_[next_line]);
  if (!goes_on) {
    const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
    last_ = {*std::prev(after), {static_cast<int>(after - line_starts_.begin()), 1}};
  }
  last_.at.column += count_characters(text_.substr(last_.offset, offset - last_.offset));
  last_.offset = offset;
  return last_.at;
}

std::size_t Source::offset_of(Position at) const {
  if (at.line < 1) return line_starts_.front();
  if (static_cast<std::size_t>(at.line) > line_starts_.size()) return text_.size();
  std::size_t offset = line_starts_[static_cast<std::size_t>(at.line) - 1];
  for (int column = 1; column < at.column && offset < text_.size() && text_[offset] != '\n'; ++column) {
    const auto decoded = decode_utf8(text_.substr(offset));
    offset += decoded ? decoded->bytes : 1;
  }
  return offset;
}

std::string_view Source::line(int number) const {
  if (number < 1 || static_cast<std::size_t>(number) > line_starts_.size()) return {};
  std::string_view rest = text_.substr(line_starts_[static_cast<std::size_t>(number) - 1]);
  rest = rest.substr(0, rest.find('\n'));
  if (!rest.empty() && rest.back() == '\r') rest.remove_suffix(1);
  return rest;
}

Diagnostic Source::diagnose(Position at, int length, std::string message, std::string hint) const {
  Diagnostic diagnostic;
  diagnostic.source = name_;
  diagnostic.at = at;
  diagnostic.length = std::max(length, 1);
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  diagnostic.line = line(at.line);
  return diagnostic;
}

Diagnostics check_characters(const Source& source) {
  const std::string_view text = source.text();
  if (starts_with_utf16_mark(text))
    return {source.diagnose({1, 1}, 1, "this text is UTF-16, not UTF-8", "save the file as UTF-8")};
  Diagnostics diagnostics;
  for (std::size_t at = count_plain_ascii(text); at < text.size() && diagnostics.size() < max_diagnostics;
       at += count_plain_ascii(text.substr(at))) {
    const auto decoded = decode_utf8(text.substr(at));
    if (!decoded) {
      diagnostics.push_back(
          source.diagnose(source.position_of(at), 1,
                          fmt::format("byte 0x{:02X} is not part of UTF-8 text", static_cast<unsigned char>(text[at])),
                          "save the file as UTF-8"));
      ++at;
      continue;
    }
    const bool part_of_line_break = decoded->value == '\r' && text.substr(at + 1, 1) == "\n";
    if (!part_of_line_break && !is_allowed(decoded->value)) {
      diagnostics.push_back(source.diagnose(
          source.position_of(at), 1, fmt::format("the character {} is not allowed", describe_character(decoded->value)),
          "remove it; it cannot be seen and could change how the text is shown"));
    }
    at += decoded->bytes;
  }
  return diagnostics;
}

std::string find_forbidden_character(std::string_view text) {
  while (true) {
    text.remove_prefix(count_plain_ascii(text));
    if (text.empty()) return {};
    const auto decoded = decode_utf8(text);
    if (!decoded) return fmt::format("byte 0x{:02X} (not UTF-8)", static_cast<unsigned char>(text.front()));
    if (!is_allowed(decoded->value)) return describe_character(decoded->value);
    text.remove_prefix(decoded->bytes);
  }
}

}  // namespace rung
