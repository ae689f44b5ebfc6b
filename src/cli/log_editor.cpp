#include "log_editor.hpp"

#include <fmt/format.h>

#include <memory>
#include <utility>

#include "programs.hpp"

namespace rung::cli {
namespace {

ProgramEnd open_editor(const Scene& scene, const std::string& editor, const std::string& path) {
  const std::unique_ptr<Console> console = scene.ports.open_console(scene.err, Dialect::keys);
  return run_editor(*console, editor, path);
}

}  // namespace

std::optional<EditedText> edit_text(const Scene& scene, const OpenFile& directory, const std::string& text) {
  const std::string editor = choose_editor(scene.environment);
  if (editor.empty()) throw Error(ExitCode::usage, "no editor is set", "set RUNG_EDITOR, VISUAL, or EDITOR");
  NoteFile file(directory, "log", 1, text);
  const ProgramEnd end = open_editor(scene, editor, file.path());
  std::optional<std::string> written = file.read();
  const bool is_changed = written && *written != text;
  if (!is_changed) file.remove();
  if (end != ProgramEnd(Exited{0}))
    throw Error(ExitCode::input_output, fmt::format("{}; nothing was logged", describe_end(end, editor)),
                is_changed ? fmt::format("what was written is kept in {}", file.path()) : "");
  if (!is_changed) return std::nullopt;
  return EditedText{*std::move(written), std::move(file)};
}

Error keep_text(const Error& error, const EditedText& edited) {
  return Error(error.code(), error.what(),
               fmt::format("{}{}what was written is kept in {}", error.hint(), error.hint().empty() ? "" : "; ",
                           edited.file.path()));
}

}  // namespace rung::cli
