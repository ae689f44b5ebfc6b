#include "programs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>

#include <rung/error.hpp>
#include <rung/text/ascii.hpp>

namespace rung::cli {
namespace {

constexpr const char* usual_pager = "command -v less >/dev/null && exec less || exec more";

// A browser of the desktop may stay for as long as its window: it is not waited for.
constexpr const char* desktop_browser =
    "if [ \"$(uname)\" = Darwin ]; then exec open \"$1\"; fi\n"
    "[ -n \"$DISPLAY$WAYLAND_DISPLAY\" ] && command -v xdg-open >/dev/null || exit 1\n"
    "xdg-open \"$1\" </dev/null >/dev/null 2>&1 &";

std::string choose_pager(const Environment& environment) {
  for (const char* name : {"RUNG_PAGER", "PAGER"}) {
    const auto found = environment.variables.find(name);
    if (found != environment.variables.end()) return found->second == "cat" ? std::string() : found->second;
  }
  return usual_pager;
}

bool launch(const Scene& scene, const std::string& script, const std::string& path) {
  return scene.ports.launch({"sh", "-c", script, "rung", path});
}

bool is_on_path(const Environment& environment, std::string_view program) {
  std::string_view directories = environment.variable("PATH");
  while (!directories.empty()) {
    const auto end = std::min(directories.find(':'), directories.size());
    std::error_code unknown;
    if (std::filesystem::is_regular_file(std::filesystem::path(directories.substr(0, end)) / program, unknown))
      return true;
    directories.remove_prefix(std::min(end + 1, directories.size()));
  }
  return false;
}

/// `%s` stands for the page, which is the last word where there is none.
std::string script_of(std::string browser) {
  const auto place = browser.find("%s");
  if (place == std::string::npos) return fmt::format("{} \"$1\"", browser);
  return browser.replace(place, 2, "\"$1\"");
}

}  // namespace

bool page(const Scene& scene, const std::string& text) {
  if (!scene.environment.out_is_terminal || scene.environment.variable("TERM") == "dumb") return false;
  // The shell's next prompt takes a row.
  if (std::count(text.begin(), text.end(), '\n') < scene.environment.rows) return false;
  const std::string pager = choose_pager(scene.environment);
  return pager.find_first_not_of(' ') != std::string::npos && scene.ports.page(pager, text);
}

bool open_page(const Scene& scene, const std::string& path) {
  std::string_view browsers = scene.environment.variable("BROWSER");
  if (browsers.empty()) return launch(scene, desktop_browser, path);
  while (!browsers.empty()) {
    const auto end = std::min(browsers.find(':'), browsers.size());
    const std::string browser(browsers.substr(0, end));
    if (!browser.empty() && launch(scene, script_of(browser), path)) return true;
    browsers.remove_prefix(std::min(end + 1, browsers.size()));
  }
  return false;
}

std::string choose_editor(const Environment& environment) {
  for (const char* name : {"RUNG_EDITOR", "VISUAL", "EDITOR"}) {
    const std::string_view editor = environment.variable(name);
    if (!is_blank(editor)) return std::string(trim(editor));
  }
  for (const char* name : {"vi", "nano"})
    if (is_on_path(environment, name)) return name;
  return {};
}

std::string describe_end(const ProgramEnd& end, const std::string& editor) {
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
ProgramEnd run_editor(Console& console, const std::string& editor, const std::string& path) {
  try {
    return console.lend({"sh", "-c", fmt::format("exec {} \"$@\"", editor), editor, path});
  } catch (const std::system_error& refused) {
    throw Error(ExitCode::input_output, fmt::format("cannot start a shell for `{}`: {}", editor, refused.what()));
  }
}

}  // namespace rung::cli
