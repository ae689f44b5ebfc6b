#include "note_editor.hpp"

#include <fmt/format.h>

#include <utility>

#include <rung/error.hpp>

#include "messages.hpp"
#include "programs.hpp"

namespace rung::cli {
std::variant<EndEditing, Interrupted> NoteEditor::edit(const State& state, Console& console) {
  const std::string editor = choose_editor(scene_.environment);
  if (editor.empty()) return EndEditing{std::nullopt, "No editor was found. Set EDITOR, as in EDITOR=nano."};
  const EditorPage page = write_editor_page(form_, state);
  std::optional<Interrupted> interrupted;
  try {
    file_ = begin_(state.at + 1, page.text);
    const ProgramEnd end = run_editor(console, editor, file_->path());
    if (const auto* signal = std::get_if<Interrupted>(&end)) interrupted = *signal;
    EndEditing edited = take(end, page, editor);
    if (interrupted) return *interrupted;
    return edited;
  } catch (const Error& error) {
    const std::string message = fmt::format("Nothing was changed: {}.", explain(error));
    EndEditing edited = file_ ? keep(message) : EndEditing{std::nullopt, message};
    if (interrupted) return *interrupted;
    return edited;
  }
}

EndEditing NoteEditor::take(const ProgramEnd& end, const EditorPage& page, const std::string& editor) {
  const std::optional<std::string> text = file_->read();
  const bool is_changed = text && *text != page.text;
  if (!is_changed) std::exchange(file_, std::nullopt)->remove();
  if (end != ProgramEnd(Exited{0})) {
    const std::string message = fmt::format("{}; nothing was changed.", describe_end(end, editor));
    return is_changed ? keep(message) : EndEditing{std::nullopt, message};
  }
  if (!text) return {std::nullopt, "The editor took the file away; nothing was changed."};
  if (!is_changed) return {std::nullopt, "Nothing was changed."};
  EndEditing edited = read_editor_page(*text, page);
  if (!edited.remarks) return keep(edited.message);
  unsaved_.push_back(*std::exchange(file_, std::nullopt));
  return edited;
}

EndEditing NoteEditor::keep(const std::string& message) {
  kept_.push_back(std::exchange(file_, std::nullopt)->path());
  return {std::nullopt, fmt::format("{} What was written is kept in {}.", message, kept_.back())};
}

void NoteEditor::forget() {
  for (const NoteFile& file : std::exchange(unsaved_, {})) {
    try {
      file.remove();
    } catch (const Error&) {
      kept_.push_back(file.path());
    }
  }
}

std::vector<std::string> NoteEditor::kept() const {
  std::vector<std::string> paths = kept_;
  for (const NoteFile& file : unsaved_) paths.push_back(file.path());
  return paths;
}

}  // namespace rung::cli
