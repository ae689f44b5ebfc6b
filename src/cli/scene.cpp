#include "scene.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include <rung/text/ascii.hpp>

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

Home choose_home(const Environment& environment, HomeUse use) {
  if (use == HomeUse::none) return {};
  const HomeVariables variables = home_variables(environment);
  return use == HomeUse::required ? find_home(variables) : look_for_home(variables).value_or(Home{});
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

Scene set_scene(const Environment& environment, const Ports& ports, ColourChoice colour, HomeUse home) {
  const auto terminal = [](bool is_terminal) { return is_terminal ? Terminal::yes : Terminal::no; };
  const Glyphs glyphs = choose_glyphs(environment);
  const Paint out{choose_colour(environment, colour, terminal(environment.out_is_terminal)), glyphs};
  const Paint err{choose_colour(environment, colour, terminal(environment.err_is_terminal)), glyphs};
  const int width = std::clamp(environment.columns, narrowest, widest);
  return {environment, ports, choose_home(environment, home), out, err, width};
}

Home require_home(const Scene& scene) { return choose_home(scene.environment, HomeUse::required); }

}  // namespace rung::cli
