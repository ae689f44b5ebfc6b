#pragma once

#include <optional>
#include <string>

#include "scene.hpp"

#include <rung/error.hpp>
#include <rung/store/draft_session.hpp>

namespace rung::cli {

/// A text that the person's editor changed, and the file in the data directory that holds it until it is saved.
struct EditedText {
  std::string text;
  NoteFile file;
};

/// Has `text` changed in the person's editor at the terminal. Absent if it was left as it was. Throws Error(usage) if
/// no editor is set; Error if it fails, and says where what was written is kept.
std::optional<EditedText> edit_text(const Scene& scene, const OpenFile& directory, const std::string& text);

/// `error`, with the file in which the text is kept.
Error keep_text(const Error& error, const EditedText& edited);

}  // namespace rung::cli
