#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <rung/import/outline.hpp>

namespace rung {

/// A piece of text of one weight.
struct TextRun {
  std::string text;
  bool bold = false;
  int line = 0;  ///< of its first character, white space included
};

/// White space of every kind as single spaces, none around; without zero-width and unsafe characters.
std::string tidy(std::string_view text);

/// `text` without emoji, with their selectors, joiners and keycaps; tidied.
std::string drop_emoji(std::string_view text);

/// Whether `text` has anything besides white space, punctuation in ASCII and symbols.
bool has_words(std::string_view text);

/// The bytes at the start of `text` that say it is an item of a list, with the white space around them; 0 for none.
std::size_t measure_item_sign(std::string_view text);

/// The same for those signs that are nothing else, such as a bullet.
std::size_t measure_bullet(std::string_view text);

/// Fills in text, lead and line of `block` from `runs`: a paragraph that is bold throughout becomes a label.
/// Signs of bold text that Markdown left in it, because they split a word, are read as what they were meant for.
void fill_block(OutlineBlock& block, std::vector<TextRun> runs);

/// `runs` without the first `bytes` bytes.
void drop_front(std::vector<TextRun>& runs, std::size_t bytes);

/// The text of all `runs`, as written.
std::string join_runs(const std::vector<TextRun>& runs);

}  // namespace rung
