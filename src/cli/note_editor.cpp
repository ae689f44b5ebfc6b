#include "note_editor.hpp"

#include <fmt/format.h>

#include <string_view>
#include <system_error>
#include <utility>

#include <rung/error.hpp>
#include <rung/text/ascii.hpp>

#include "messages.hpp"

namespace rung::cli {
namespace {

std::string choose_editor(const Environment& environment) {
  for (const char* name : {"RUNG_EDITOR", "VISUAL", "EDITOR"}) {
    const std::string_view editor = environment.variable(name);
    if (!is_blank(editor)) return std::string(trim(editor));
  }
  return {};
}

std::string describe(const ProgramEnd& end, const std::string& editor) {
  constexpr int not_found = 127;
  if (const auto* interrupted = std::get_if<Interrupted>(&end))
    return fmt::format("`{}` was interrupted by signal {}", editor, interrupted->signal);
  if (const auto* killed = std::get_if<Killed>(&end))
    return fmt::format("`{}` was ended by signal {}", editor, killed->signal);
  const int code = std::get<Exited>(end).code;
  if (code == not_found) return fmt::format("`{}` cannot be found (RUNG_EDITOR names another)", editor);
  return fmt::format("`{}` ended with {}", editor, code);
}

// The variable may hold arguments too, so a shell reads it; the path is no part of what it reads. The shell becomes the
// editor, so that what is sent to it reaches the editor.
ProgramEnd lend(Console& console, const std::string& editor, const std::string& path) {
  try {
    return console.lend({"sh", "-c", fmt::format("exec {} \"$@\"", editor), editor, path});
  } catch (const std::system_error& refused) {
    throw Error(ExitCode::input_output, fmt::format("cannot start a shell for `{}`: {}", editor, refused.what()));
  }
}

}  // namespace

std::variant<EndEditing, Interrupted> NoteEditor::edit(const State& state, Console& console) {
  const std::string editor = choose_editor(scene_.environment);
  if (editor.empty()) return EndEditing{std::nullopt, "No editor is named; set RUNG_EDITOR, VISUAL or EDITOR."};
  const EditorPage page = write_editor_page(form_, state);
  std::optional<Interrupted> interrupted;
  try {
    file_ = session_.begin_note(state.at + 1, page.text);
    const ProgramEnd end = lend(console, editor, file_->path());
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
    const std::string message = fmt::format("{}; nothing was changed.", describe(end, editor));
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
