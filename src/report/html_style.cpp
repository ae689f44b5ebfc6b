#include "html_style.hpp"

#include <fmt/format.h>

namespace rung {
namespace {

struct CssColour {
  std::string_view name;
  std::string_view light;
  std::string_view dark;
};

// p0 to p8 are the points of a scale; on-low is for text on the first five of them, on-high on the others.
constexpr CssColour colours[] = {
    {"paper", "#ffffff", "#15181c"},        {"ink", "#1d2126", "#e8eaed"},       {"soft", "#565d66", "#a7aeb7"},
    {"line", "#d9dde2", "#363c44"},         {"wash", "#f4f5f7", "#1e2227"},      {"accent", "#1b5a86", "#86bde6"},
    {"good", "#17663a", "#85d3a2"},         {"good-wash", "#e4f3ea", "#18301f"}, {"warning", "#7d4a00", "#ecbb6a"},
    {"warning-wash", "#fbf0dc", "#33270f"}, {"bad", "#9c2a1e", "#f3a097"},       {"bad-wash", "#fbe8e5", "#3a1d19"},
    {"before", "#7a4a12", "#e0b07a"},       {"p0", "#e3edf5", "#22323f"},        {"p1", "#cfe0ee", "#263c4e"},
    {"p2", "#b9d3e7", "#2d4a61"},           {"p3", "#9fc3dd", "#355a77"},        {"p4", "#82b0d2", "#3d688a"},
    {"p5", "#3f759d", "#6fa0c4"},           {"p6", "#2f6189", "#8db6d4"},        {"p7", "#234f74", "#aecce2"},
    {"p8", "#173c5c", "#cfe2f0"},           {"on-low", "#12222f", "#ffffff"},    {"on-high", "#ffffff", "#0d1a24"},
};

std::string set_colours(std::string_view CssColour::*scheme) {
  std::string out;
  for (const auto& colour : colours) out += fmt::format(" --{}: {};", colour.name, colour.*scheme);
  return out;
}

// Not everything that shows SVG files knows custom properties.
std::string put_colours(std::string css, std::string_view CssColour::*scheme) {
  for (const auto& colour : colours) {
    const auto use = fmt::format("var(--{})", colour.name);
    for (auto at = css.find(use); at != std::string::npos; at = css.find(use, at))
      css.replace(at, use.size(), colour.*scheme);
  }
  return css;
}

}  // namespace

std::string palette_css() {
  return fmt::format(
      ":root {{ color-scheme: light dark;{} }}\n@media screen and (prefers-color-scheme: dark) {{ :root {{{} }} }}\n",
      set_colours(&CssColour::light), set_colours(&CssColour::dark));
}

std::string drawing_file_css() {
  const std::string css(drawing_css());
  return put_colours(css, &CssColour::light) + "@media (prefers-color-scheme: dark) {\n" +
         put_colours(css, &CssColour::dark) + "}\n";
}

std::string_view drawing_css() {
  return R"css(svg text { font: 14px system-ui, -apple-system, "Segoe UI", "Noto Sans", "Helvetica Neue", Arial, sans-serif; fill: var(--ink); }
svg .name { font-weight: 600; }
svg .ground { fill: var(--paper); }
svg .title { font-size: 16px; font-weight: 600; }
svg .small { font-size: 13px; fill: var(--soft); }
svg .ring-name { font-size: 11px; fill: var(--soft); stroke: var(--paper); stroke-width: 3px; paint-order: stroke; }
svg .ring, svg .axis { fill: none; stroke: var(--line); stroke-width: 1; }
svg .dot { fill: var(--soft); fill-opacity: .38; }
svg .target { fill: none; stroke: var(--ink); stroke-width: 1.6; stroke-dasharray: 6 4; }
svg .area { fill: var(--accent); fill-opacity: .16; stroke: none; }
svg .now { fill: none; stroke: var(--accent); stroke-width: 2.5; stroke-linejoin: round; stroke-linecap: round; }
svg .now-mark { fill: var(--accent); }
svg .then { fill: none; stroke: var(--before); stroke-width: 2; stroke-dasharray: 1.5 4; stroke-linecap: round; }
svg .then-mark { fill: var(--paper); stroke: var(--before); stroke-width: 2; }
)css";
}

}  // namespace rung
