#include "note_words.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include <rung/text/ascii.hpp>
#include <rung/text/utf8.hpp>

namespace rung {
namespace {

// Longer words are keys, dumps, or encoded files.
constexpr std::size_t longest_note_word = 40;

bool is_article(std::string_view word) { return word == "the" || word == "a" || word == "an"; }
bool is_ascii_letter(char c) { return to_lower(c) >= 'a' && to_lower(c) <= 'z'; }
bool is_letter_byte(char c) { return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80; }
bool is_note_byte(char c) { return is_letter_byte(c) || is_digit(c); }

/// General punctuation (dashes, quotes, bullets, ellipses), arrows, and no-break spaces end a word.
bool is_separator(char32_t c) {
  return (c >= 0x2000 && c <= 0x2BFF) || c == 0xA0 || c == 0xAB || c == 0xB7 || c == 0xBB;
}
bool is_apostrophe(std::string_view text) { return text.starts_with("'") || text.starts_with("\u2019"); }

bool starts_link(std::string_view chunk) {
  return chunk.starts_with("http://") || chunk.starts_with("https://") || chunk.starts_with("www.") ||
         chunk.find("://") != std::string_view::npos;
}

/// "REC-88", "rec-88", "#123", "!45", "@ana", "ana@example.com".
bool is_reference(std::string_view chunk) {
  if (chunk.find('@') != std::string_view::npos || chunk.starts_with('#')) return true;
  const std::size_t hyphen = chunk.find('-');
  if (hyphen == std::string_view::npos || hyphen < 2 || hyphen > 10) return false;
  const std::string_view prefix = chunk.substr(0, hyphen);
  const std::string_view digits = chunk.substr(hyphen + 1);
  if (digits.empty() || !std::all_of(digits.begin(), digits.end(), is_digit)) return false;
  const auto is_upper = [](char c) { return (c >= 'A' && c <= 'Z') || is_digit(c); };
  const bool is_all_upper = std::all_of(prefix.begin(), prefix.end(), is_upper);
  return is_all_upper || (digits.size() > 1 && std::all_of(prefix.begin(), prefix.end(), is_ascii_letter));
}

/// Seven or more hexadecimal digits, including a decimal digit.
bool is_commit_id(std::string_view word) {
  const auto is_hex = [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); };
  return word.size() >= 7 && std::all_of(word.begin(), word.end(), is_hex) &&
         std::any_of(word.begin(), word.end(), is_digit);
}

/// Splits one chunk without white space into words.
class ChunkSplitter {
 public:
  ChunkSplitter(std::string_view chunk, std::vector<NoteWord>& words) : chunk_(chunk), words_(words) {}

  void split() {
    if (take_plain() || take_special()) return;
    while (at_ < chunk_.size()) {
      const std::size_t start = at_;
      std::string joined;
      std::size_t parts = 0;
      while (const auto part = take_part()) {
        joined += *part;
        ++parts;
        if (!skip_joint()) break;
      }
      if (parts > 1 && joined.size() <= longest_note_word) add_compound(joined, start);
      if (parts == 0) at_ += separator_bytes();
    }
  }

 private:
  /// Nearly all chunks are one word of ASCII letters, possibly with punctuation at the end.
  bool take_plain() {
    const auto* letters_end = std::find_if_not(chunk_.begin(), chunk_.end(), is_ascii_letter);
    const auto length = static_cast<std::size_t>(letters_end - chunk_.begin());
    const bool is_plain = length > 0 && chunk_.find_first_not_of(".,;:!?)", length) == std::string_view::npos;
    if (is_plain) add(to_lower(chunk_.substr(0, length)), chunk_.substr(0, length));
    return is_plain;
  }

  bool take_special() {
    std::string_view bare = chunk_;
    while (!bare.empty() && !is_note_byte(bare.back())) bare.remove_suffix(1);
    while (!bare.empty() && !is_note_byte(bare.front()) && bare.front() != '#') bare.remove_prefix(1);
    if (starts_link(chunk_) || is_reference(bare)) return true;
    std::string lower = to_lower(bare);
    if (lower == "1:1s" || lower == "1-1s" || lower == "1on1s") lower.pop_back();
    if (lower != "1:1" && lower != "1-1" && lower != "1on1" && lower != "one-on-one" && lower != "c++") return false;
    words_.push_back({lower == "c++" ? "c++" : "oneonone", bare});
    return true;
  }

  /// The number of bytes at the current position that end a word; 0 for a letter or digit.
  [[nodiscard]] std::size_t separator_bytes() const {
    const char c = chunk_[at_];
    if (static_cast<unsigned char>(c) < 0x80) return is_note_byte(c) ? 0 : 1;
    const auto point = decode_utf8(chunk_.substr(at_));
    return point && is_separator(point->value) ? point->bytes : 0;
  }

  /// Adds and returns the next letters and digits in lowercase as a word; nothing at a separator.
  std::optional<std::string> take_part() {
    const std::size_t start = at_;
    std::string part;
    while (at_ < chunk_.size()) {
      if (separator_bytes() == 0) {
        part.push_back(to_lower(chunk_[at_++]));
        continue;
      }
      const std::string_view rest = chunk_.substr(at_);
      const std::size_t apostrophe = rest.front() == '\'' ? 1 : 3;
      if (part.empty() || !is_apostrophe(rest) || rest.size() <= apostrophe || !is_letter_byte(rest[apostrophe])) break;
      at_ += apostrophe;
      const bool is_genitive =
          to_lower(chunk_[at_]) == 's' && (at_ + 1 == chunk_.size() || !is_note_byte(chunk_[at_ + 1]));
      if (is_genitive) {
        ++at_;
        break;
      }
    }
    if (part.empty()) return std::nullopt;
    add(part, chunk_.substr(start, at_ - start));
    return part;
  }

  /// Skips a character that joins two parts: "post-mortem", "A/B", "p&l".
  bool skip_joint() {
    if (at_ + 1 >= chunk_.size() || !is_note_byte(chunk_[at_ + 1])) return false;
    const char c = chunk_[at_];
    if (c != '-' && c != '/' && c != '&' && c != '_') return false;
    ++at_;
    return true;
  }

  void add(std::string part, std::string_view as_written) {
    if (!is_letter_byte(part.front()) || part.size() > longest_note_word || is_article(part) || is_commit_id(part))
      return;
    words_.push_back({std::move(part), as_written});
  }

  void add_compound(const std::string& joined, std::size_t start) {
    if (is_letter_byte(joined.front())) words_.push_back({joined, chunk_.substr(start, at_ - start), true});
  }

  std::string_view chunk_;
  std::vector<NoteWord>& words_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<NoteWord> split_note(std::string_view text) {
  std::vector<NoteWord> words;
  words.reserve(text.size() / 6 + 1);
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t start = at;
    while (at < text.size() && !is_white_space(text[at])) ++at;
    if (at > start) ChunkSplitter(text.substr(start, at - start), words).split();
    ++at;
  }
  return words;
}

}  // namespace rung
