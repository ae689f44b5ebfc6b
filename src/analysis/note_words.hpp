#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rung {

/// One word of a note.
struct NoteWord {
  std::string word;             ///< letters and digits in lowercase, without a possessive s
  std::string_view as_written;  ///< points into the note
  bool is_compound = false;     ///< the parts of a hyphenated word as one: "postmortem" after "post" and "mortem"
};

/// The words of `text` in order. Links, addresses, mentions, ticket ids, commit ids, dates, numbers, and articles
/// are left out.
/// "1:1" is "oneonone". Non-ASCII letters are unchanged; invalid UTF-8 counts as letters. `text` must outlive the
/// result.
std::vector<NoteWord> split_note(std::string_view text);

}  // namespace rung
