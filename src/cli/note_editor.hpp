#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "scene.hpp"

#include <rung/prompt/console.hpp>
#include <rung/prompt/editor_page.hpp>
#include <rung/store/draft_session.hpp>

namespace rung::cli {

/// Has remarks edited by the person's own editor, in a file in the data directory. The file goes when what is in it is
/// saved or nothing was written; in every other case it stays.
class NoteEditor {
 public:
  /// Makes the file for a question, counted from 1, with that text in it. Throws Error.
  using BeginNote = std::function<NoteFile(std::size_t question, std::string_view text)>;

  NoteEditor(const Scene& scene, const Form& form, BeginNote begin)
      : scene_(scene), form_(form), begin_(std::move(begin)) {}

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
  const Form& form_;
  BeginNote begin_;
  std::optional<NoteFile> file_;
  std::vector<NoteFile> unsaved_;  ///< what is in them was taken over, and is not saved yet
  std::vector<std::string> kept_;
};

}  // namespace rung::cli
