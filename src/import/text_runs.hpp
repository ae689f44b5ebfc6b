#pragma once

#include <cstddef>
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

/// Fills in text, lead and line of `block` from `runs`: a paragraph that is bold throughout becomes a label.
/// Signs of bold text that Markdown left in it, because they split a word, are read as what they were meant for.
void fill_block(OutlineBlock& block, std::vector<TextRun> runs);

/// `runs` without the first `bytes` bytes.
void drop_front(std::vector<TextRun>& runs, std::size_t bytes);

/// The text of all `runs`, as written.
std::string join_runs(const std::vector<TextRun>& runs);

/// `text` without the colons, dashes and blanks that part it from the bold words before it.
std::string_view drop_start_marks(std::string_view text);

}  // namespace rung
