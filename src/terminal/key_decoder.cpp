#include <rung/terminal/key_decoder.hpp>

#include <utility>

#include <rung/prompt/line_editor.hpp>
#include <rung/text/utf8.hpp>

namespace rung {
namespace {

constexpr unsigned char escape_byte = 0x1b;
constexpr std::string_view paste_end_marker = "\x1b[201~";
constexpr int mouse_report_bytes = 3;
/// The most bytes of a paste that are kept: more than the longest line (four bytes a character), so a longer paste is
/// refused as a line, and one without an end takes little memory.
constexpr std::size_t longest_paste = 4 * max_line_characters + 4;

bool is_cancel(unsigned char byte) { return byte == 0x18 || byte == 0x1a; }

/// The key whose sequence ends in `last`, with those parameters between.
KeyName name_key(unsigned char last, std::string_view parameters) {
  switch (last) {
    case 'A': return KeyName::up;
    case 'B': return KeyName::down;
    case 'C': return KeyName::right;
    case 'D': return KeyName::left;
    case 'H': return KeyName::home;
    case 'F': return KeyName::end;
    case '~':
      if (parameters == "1" || parameters == "7") return KeyName::home;
      if (parameters == "4" || parameters == "8") return KeyName::end;
      return parameters == "3" ? KeyName::erase_next : KeyName::other;
    default: return KeyName::other;
  }
}

std::size_t sequence_length(unsigned char lead) {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  return 0;
}

}  // namespace

void KeyDecoder::feed(std::string_view bytes) {
  for (const char byte : bytes) take(static_cast<unsigned char>(byte));
}

std::optional<Event> KeyDecoder::next() {
  if (events_.empty()) return std::nullopt;
  Event event = std::move(events_.front());
  events_.pop_front();
  return event;
}

void KeyDecoder::flush() {
  if (state_ == State::escape) {
    press(KeyName::escape);
    state_ = State::late_escape;
  }
}

void KeyDecoder::take(unsigned char byte) {
  switch (state_) {
    case State::ground: take_ground(byte); break;
    case State::escape: take_escape(byte); break;
    case State::late_escape:
      state_ = State::ground;
      if (!begin_sequence(byte)) take_ground(byte);
      break;
    case State::csi: take_csi(byte); break;
    case State::ss3:
      end_sequence(name_key(byte, {}));
      if (byte >= '0' && byte <= '9') state_ = State::late_ss3;
      break;
    case State::late_ss3:
      // Some terminals send modifiers here too, as in ESC O 1 ; 2 P.
      if (byte == ';') {
        parameters_ = ';';
        state_ = State::csi;
      } else {
        state_ = State::ground;
        take_ground(byte);
      }
      break;
    case State::linux_key: end_sequence(); break;
    case State::counted:
      if (--bytes_left_ == 0) end_sequence();
      break;
    case State::string:
    case State::string_escape: take_string(byte); break;
    case State::paste: take_paste(byte); break;
  }
}

void KeyDecoder::take_ground(unsigned char byte) {
  if (!character_.empty() || byte >= 0x80) {
    take_character(byte);
    return;
  }
  switch (byte) {
    case '\r':
    case '\n': press(KeyName::enter); break;
    case 0x7f:
    case '\b': press(KeyName::backspace); break;
    case 0x04: press(KeyName::end_of_input); break;
    case '\t': press(KeyName::tab); break;
    case 0x15: press(KeyName::erase_line); break;
    case 0x17: press(KeyName::erase_word); break;
    case 0x01: press(KeyName::home); break;
    case 0x05: press(KeyName::end); break;
    case 0x0b: press(KeyName::erase_rest); break;
    case 0x0c: press(KeyName::show_again); break;
    case escape_byte: state_ = State::escape; break;
    default:
      if (byte >= 0x20) events_.emplace_back(Typed{byte});
      break;
  }
}

void KeyDecoder::take_character(unsigned char byte) {
  const bool continues = (byte & 0xc0U) == 0x80U;
  if (!character_.empty() && !continues) {
    character_.clear();
    take_ground(byte);
    return;
  }
  if (character_.empty() && sequence_length(byte) == 0) return;
  character_ += static_cast<char>(byte);
  if (character_.size() < sequence_length(static_cast<unsigned char>(character_.front()))) return;
  const auto decoded = decode_utf8(character_);
  character_.clear();
  if (decoded && !is_unsafe_to_show(decoded->value)) events_.emplace_back(Typed{decoded->value});
}

bool KeyDecoder::begin_sequence(unsigned char byte) {
  switch (byte) {
    case '[':
      parameters_.clear();
      state_ = State::csi;
      return true;
    case 'O': state_ = State::ss3; return true;
    case ']':
    case 'P':
    case 'X':
    case '^':
    case '_': state_ = State::string; return true;
    default: return false;
  }
}

void KeyDecoder::take_escape(unsigned char byte) {
  if (byte == escape_byte) {
    press(KeyName::escape);
    return;
  }
  if (begin_sequence(byte)) return;
  // Alt with a key: neither Escape nor that key. Its character may have several bytes.
  if (byte >= 0x20 && byte <= 0x2f) return;
  if (const std::size_t length = sequence_length(byte); length > 0) {
    state_ = State::counted;
    bytes_left_ = static_cast<int>(length - 1);
    return;
  }
  end_sequence();
}

void KeyDecoder::take_csi(unsigned char byte) {
  if (byte == '[' && parameters_.empty()) {
    state_ = State::linux_key;
  } else if (byte == 'M' && parameters_.empty()) {
    state_ = State::counted;
    bytes_left_ = mouse_report_bytes;
  } else if (byte >= 0x40 && byte <= 0x7e) {
    if (byte == '~' && parameters_ == "200") {
      paste_.clear();
      paste_end_.clear();
      state_ = State::paste;
    } else {
      end_sequence(name_key(byte, parameters_));
    }
  } else if (byte >= 0x20 && byte <= 0x3f) {
    // Only `200` matters, so the rest of a long sequence need not be kept.
    if (parameters_.size() < 8) parameters_ += static_cast<char>(byte);
  } else {
    // A control byte or Escape inside a sequence: it was broken off, and this is the next key.
    end_sequence();
    if (!is_cancel(byte)) take_ground(byte);
  }
}

void KeyDecoder::take_string(unsigned char byte) {
  if (state_ == State::string_escape && byte != '\\') {
    end_sequence();
    take_ground(escape_byte);
    take(byte);
    return;
  }
  const bool ends = state_ == State::string_escape || byte == '\a' || is_cancel(byte);
  if (byte == escape_byte) {
    state_ = State::string_escape;
  } else if (ends) {
    end_sequence();
  } else if (byte == '\r' || byte == '\n') {
    // No reply has a line break: the string never ended, and the person pressed Enter to get on.
    end_sequence();
  }
}

void KeyDecoder::take_paste(unsigned char byte) {
  paste_end_ += static_cast<char>(byte);
  while (paste_end_marker.substr(0, paste_end_.size()) != paste_end_) {
    if (paste_.size() < longest_paste)
      paste_ += paste_end_.front();
    else
      paste_arrival_ = Arrival::cut;
    paste_end_.erase(0, 1);
  }
  if (paste_end_ == paste_end_marker) {
    paste_end_.clear();
    state_ = State::ground;
    events_.emplace_back(Pasted{std::exchange(paste_, {}), std::exchange(paste_arrival_, Arrival::whole)});
  }
}

void KeyDecoder::end_sequence(KeyName key) {
  state_ = State::ground;
  press(key);
}

}  // namespace rung
