#include "scene.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include <rung/diagnostic/show.hpp>
#include <rung/error.hpp>
#include <rung/text/ascii.hpp>
#include <rung/text/wrap.hpp>

namespace rung::cli {
namespace {

constexpr int widest = 100;
constexpr int narrowest = 20;

enum class Terminal { no, yes };

HomeVariables home_variables(const Environment& environment) {
  const auto read = [&environment](std::string_view name) -> std::optional<std::string> {
    const auto found = environment.variables.find(name);
    return found == environment.variables.end() ? std::nullopt : std::optional(found->second);
  };
  return {read("RUNG_HOME"), read("XDG_DATA_HOME"), read("HOME")};
}

Colour choose_colour(const Environment& environment, ColourChoice choice, Terminal terminal) {
  if (choice == ColourChoice::always) return Colour::on;
  if (choice == ColourChoice::never || !environment.variable("NO_COLOR").empty()) return Colour::off;
  const std::string_view force = environment.variable("CLICOLOR_FORCE");
  if (!force.empty() && force != "0") return Colour::on;
  if (environment.variable("TERM") == "dumb") return Colour::off;
  return terminal == Terminal::yes ? Colour::on : Colour::off;
}

// The locale's own order: LC_ALL, then LC_CTYPE, then LANG; the first that is set decides.
Glyphs choose_glyphs(const Environment& environment) {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const std::string locale = to_lower(environment.variable(name));
    if (locale.empty()) continue;
    const bool utf8 = locale.find("utf-8") != std::string::npos || locale.find("utf8") != std::string::npos;
    return utf8 ? Glyphs::unicode : Glyphs::ascii;
  }
  return Glyphs::ascii;
}

}  // namespace

Scene set_scene(const Environment& environment, const Ports& ports, ColourChoice colour) {
  const auto terminal = [](bool is_terminal) { return is_terminal ? Terminal::yes : Terminal::no; };
  const Glyphs glyphs = choose_glyphs(environment);
  const Paint out{choose_colour(environment, colour, terminal(environment.out_is_terminal)), glyphs};
  const Paint err{choose_colour(environment, colour, terminal(environment.err_is_terminal)), glyphs};
  const int width = std::clamp(environment.columns, narrowest, widest);
  return {environment, ports, find_home(home_variables(environment)), out, err, width};
}

std::string explain(const Error& error) {
  return error.hint().empty() ? std::string(error.what()) : fmt::format("{} ({})", error.what(), error.hint());
}

void say(const Scene& scene, const Block& block) { scene.ports.err(paint(block, scene.err)); }

void say(const Scene& scene, const std::string& sentence, Style style) {
  say(scene, wrap({{sentence, style}}, scene.width));
}

void say(const Scene& scene, const Diagnostics& diagnostics) { say(scene, show(diagnostics, scene.width)); }

void warn_unreadable(const Scene& scene, const std::vector<UnreadableFile>& files) {
  for (const UnreadableFile& file : files) {
    say(scene, wrap({{"warning: ", Style::warning}, {fmt::format("passed over: {}", file.reason), Style::plain}},
                    scene.width, {{}, {{"         ", Style::plain}}}));
  }
  if (!files.empty()) say(scene, "`rung doctor` tells what is wrong and what can be done.", Style::muted);
}

void refuse_answers_as_output(const Scene& scene, const std::string& file) {
  constexpr const char* hint = "write the report somewhere else";
  std::error_code unknown;
  const auto target = std::filesystem::weakly_canonical(file, unknown);
  for (const std::string& directory : {scene.home.assessments(), scene.home.drafts()}) {
    const auto within = target.lexically_relative(std::filesystem::weakly_canonical(directory, unknown));
    if (unknown || within.empty() || *within.begin() == "..") continue;
    throw Error(ExitCode::usage, fmt::format("{} is where Rung keeps answers", file), hint);
  }
  if (holds_assessment(scene.ports.files, file))
    throw Error(ExitCode::usage, fmt::format("{} holds an assessment", file), hint);
}

}  // namespace rung::cli
