#include "note_editor.hpp"

#include <fmt/format.h>

#include <csignal>

#include <rung/error.hpp>

namespace rung::cli {
namespace {

std::string choose_editor(const Environment& environment) {
  for (const char* name : {"RUNG_EDITOR", "VISUAL", "EDITOR"}) {
    if (!environment.variable(name).empty()) return std::string(environment.variable(name));
  }
  return {};
}

std::string describe(const ProgramEnd& end, const std::string& editor) {
  constexpr int not_found = 127;
  if (const auto* killed = std::get_if<Killed>(&end))
    return fmt::format("`{}` was ended by signal {}", editor, killed->signal);
  const int code = std::get<Exited>(end).code;
  if (code == not_found) return fmt::format("`{}` cannot be found", editor);
  return fmt::format("`{}` ended with {}", editor, code);
}

// The variable may hold arguments too, so a shell reads it; the path is no part of what it reads. The shell itself must
// not die of a Ctrl-C that the editor takes for its own, and tells of one that the editor died of by its code.
ProgramEnd lend(Console& console, const std::string& editor, const std::string& path) {
  const ProgramEnd end = console.lend({"sh", "-c", "trap : INT QUIT; " + editor + " \"$@\"", editor, path});
  for (const int signal : {SIGINT, SIGQUIT}) {
    if (end == ProgramEnd(Exited{128 + signal})) return Interrupted{signal};
  }
  return end;
}

}  // namespace

std::variant<EndEditing, Interrupted> NoteEditor::edit(const State& state, Console& console) {
  const std::string editor = choose_editor(scene_.environment);
  if (editor.empty()) return EndEditing{std::nullopt, "No editor is named; set RUNG_EDITOR, VISUAL or EDITOR."};
  const EditorPage page = write_editor_page(form_, state);
  try {
    file_.reset();
    file_ = session_.begin_note(page.text);
    return take(lend(console, editor, file_->path()), page, editor);
  } catch (const Error& error) {
    const std::string message = fmt::format("Nothing was changed: {}.", error.what());
    return file_ ? keep(message) : EndEditing{std::nullopt, message};
  }
}

std::variant<EndEditing, Interrupted> NoteEditor::take(const ProgramEnd& end, const EditorPage& page,
                                                       const std::string& editor) {
  const std::optional<std::string> text = file_->read();
  const bool is_changed = text && *text != page.text;
  if (!is_changed) forget();
  if (const auto* interrupted = std::get_if<Interrupted>(&end)) {
    file_.reset();
    return *interrupted;
  }
  if (end != ProgramEnd(Exited{0})) {
    const std::string message = fmt::format("{}; nothing was changed.", describe(end, editor));
    return is_changed ? keep(message) : EndEditing{std::nullopt, message};
  }
  if (!is_changed) return EndEditing{std::nullopt, "Nothing was changed."};
  EndEditing edited = read_editor_page(*text, page);
  if (!edited.remarks) return keep(edited.message);
  if (const auto& earlier = file_->earlier())
    edited.message = fmt::format("An earlier text that was never taken over is kept in {}.", *earlier);
  return edited;
}

EndEditing NoteEditor::keep(std::string message) {
  message += fmt::format(" What was written is kept in {}.", file_->path());
  file_.reset();
  return {std::nullopt, std::move(message)};
}

void NoteEditor::forget() {
  if (!file_) return;
  const NoteFile file = *std::move(file_);
  file_.reset();
  file.remove();
}

}  // namespace rung::cli
