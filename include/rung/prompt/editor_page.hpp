#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <rung/prompt/form.hpp>
#include <rung/prompt/state.hpp>
#include <rung/prompt/update.hpp>

namespace rung {

/// A question as a text file to edit.
struct EditorPage {
  std::string text;
  std::vector<std::string> comments;  ///< the lines of it that are not part of the remarks; each begins with `#`

  friend bool operator==(const EditorPage&, const EditorPage&) = default;
};

/// The question at hand: its remarks, one a line, then the question and its details as comments.
EditorPage write_editor_page(const Form& form, const State& state);

/// What came back, without the comments of `page`, wherever they stand now; other lines with `#` stay. Without remarks,
/// and with the reason, when a line is too long, holds characters that cannot be kept, or is not UTF-8.
EndEditing read_editor_page(std::string_view edited, const EditorPage& page);

}  // namespace rung
