#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "scene.hpp"

#include <rung/prompt/console.hpp>
#include <rung/prompt/editor_page.hpp>
#include <rung/store/draft_session.hpp>

namespace rung::cli {

/// Has remarks edited by the person's own editor, in a file beside the draft. The file goes when what is in it is saved
/// or nothing was written; in every other case it stays.
class NoteEditor {
 public:
  NoteEditor(const Scene& scene, const DraftSession& session, const Form& form)
      : scene_(scene), session_(session), form_(form) {}

  /// Whatever goes wrong is told in the result's message.
  std::variant<EndEditing, Interrupted> edit(const State& state, Console& console);

  /// What was edited is saved: its files are removed, or kept where the system refuses that.
  void forget();

  /// The files that stay, those whose text waits to be saved among them. Their paths.
  [[nodiscard]] std::vector<std::string> kept() const;

 private:
  EndEditing take(const ProgramEnd& end, const EditorPage& page, const std::string& editor);
  EndEditing keep(const std::string& message);

  const Scene& scene_;
  const DraftSession& session_;
  const Form& form_;
  std::optional<NoteFile> file_;
  std::vector<NoteFile> unsaved_;  ///< what is in them was taken over, and is not saved yet
  std::vector<std::string> kept_;
};

}  // namespace rung::cli
