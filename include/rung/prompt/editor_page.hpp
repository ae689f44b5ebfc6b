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
  std::vector<std::string> comments;  ///< its lines that are not remarks; each begins with `#`
};

/// The current question: its remarks, one per line, then the question and its details as comments.
EditorPage write_editor_page(const Form& form, const State& state);

/// The edited text without the comments of `page`, wherever they are now; other lines with `#` stay. If a line is too
/// long, has control characters, or is not UTF-8: no remarks, and the reason as the message.
EndEditing read_editor_page(std::string_view edited, const EditorPage& page);

}  // namespace rung
