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
  for (const auto& colour : colours) out += fmt::format("--{}: {}; ", colour.name, colour.*scheme);
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
      ":root {{ color-scheme: light dark; {}}}\n@media screen and (prefers-color-scheme: dark) {{ :root {{ {}}} }}\n",
      set_colours(&CssColour::light), set_colours(&CssColour::dark));
}

std::string drawing_file_css() {
  const std::string css(drawing_css());
  return fmt::format("{}@media (prefers-color-scheme: dark) {{\n{}}}\n", put_colours(css, &CssColour::light),
                     put_colours(css, &CssColour::dark));
}

std::string_view drawing_css() {
  return R"css(svg text { font: 14px system-ui, -apple-system, "Segoe UI", "Noto Sans", "Helvetica Neue", Arial, sans-serif; fill: var(--ink); }
svg .name { font-weight: 600; }
svg .ground { fill: var(--paper); }
svg .title { font-size: 16px; font-weight: 600; }
svg .small { font-size: 13px; fill: var(--soft); }
svg .ring-name { font-size: 11px; fill: var(--soft); stroke: var(--paper); stroke-width: 3px; paint-order: stroke; }
svg .ring, svg .axis { fill: none; stroke: var(--line); stroke-width: 1; }
svg .target { fill: none; stroke: var(--ink); stroke-width: 1.6; stroke-dasharray: 6 4; }
svg .area { fill: var(--accent); fill-opacity: .16; stroke: none; }
svg .now { fill: none; stroke: var(--accent); stroke-width: 2.5; stroke-linejoin: round; stroke-linecap: round; }
svg .now-mark { fill: var(--accent); }
svg .then { fill: none; stroke: var(--before); stroke-width: 2; stroke-dasharray: 1.5 4; stroke-linecap: round; }
svg .then-mark { fill: var(--paper); stroke: var(--before); stroke-width: 2; }
)css";
}

std::string_view page_css() {
  return R"css(* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", "Noto Sans",
  "Helvetica Neue", Arial, sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
main { max-width: 54rem; margin: 0 auto; padding: clamp(1.25rem, 4vw, 3.5rem) clamp(1rem, 4vw, 2.5rem) 4rem; }
h1, h2, h3 { font-family: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", "Noto Serif", Georgia, "Liberation Serif",
  serif; font-weight: 600; line-height: 1.2; text-wrap: balance; }
h1 { font-size: clamp(1.7rem, 1.2rem + 2.4vw, 2.6rem); letter-spacing: -.01em; margin: 0 0 1.25rem; }
h2 { font-size: 1.4rem; margin: 3rem 0 .9rem; padding-top: .9rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.12rem; margin: 2rem 0 .6rem; }
p { margin: .7rem 0; max-width: 42rem; }
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
code { font: .86em ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; color: var(--soft); }
.muted { color: var(--soft); }
.good { color: var(--good); } .warning { color: var(--warning); } .bad { color: var(--bad); }
.good, .warning, .bad { font-weight: 550; }
del { color: var(--bad); background: var(--bad-wash); text-decoration: line-through; }
ins { color: var(--good); background: var(--good-wash); text-decoration: underline; text-underline-offset: .15em; }
ul { list-style: none; padding: 0; margin: 0; }
.facts { display: grid; grid-template-columns: minmax(6rem, max-content) minmax(0, 1fr); margin: 1rem 0; }
.facts div { display: grid; grid-template-columns: subgrid; grid-column: 1 / -1; column-gap: 1.5rem; padding: .4rem 0;
  border-bottom: 1px solid var(--line); }
.facts div:first-child { border-top: 1px solid var(--line); }
.facts dt { color: var(--soft); max-width: 14rem; } .facts dd { margin: 0; }
.checks { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); gap: .75rem; }
.checks li { border: 1px solid var(--line); border-radius: .5rem; padding: .85rem 1rem; }
.checks .badge { float: right; margin: .05rem 0 .3rem .75rem; }
.checks .finding { display: block; clear: both; color: var(--soft); font-size: .94rem; }
.badge { display: inline-block; border: 1px solid currentColor; border-radius: 1rem; padding: 0 .6rem; font-size: .84rem; line-height: 1.5;
  font-weight: 600; white-space: normal; background: var(--wash); }
.badge.good { background: var(--good-wash); } .badge.warning { background: var(--warning-wash); }
.badge.bad { background: var(--bad-wash); }
.scroll { overflow-x: auto; max-width: 100%; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .95rem; }
th, td { text-align: left; vertical-align: top; padding: .42rem .6rem; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { color: var(--soft); font-size: .86rem; vertical-align: bottom; border-bottom: 2px solid var(--line); }
th:first-child, td:first-child { padding-left: 0; } th:last-child, td:last-child { padding-right: 0; }
.right { text-align: right; white-space: nowrap; }
thead .words { min-width: calc(var(--word) * 1.15ch + 2.5ch); }
.nested .inner th:first-child { padding-left: 1.2rem; color: var(--soft); }
tbody .outer th, tbody .outer td { background: var(--wash); }
.nested th:first-child { padding-left: .6rem; } .nested th:last-child, .nested td:last-child { padding-right: .6rem; }
.meter { display: inline-block; width: 5.5rem; height: .6rem; border: 1px solid var(--soft); border-radius: .3rem; margin-right: .6rem;
  overflow: hidden; vertical-align: baseline; text-align: left; }
.figure { display: inline-block; min-width: 3.2em; }
.meter span { display: block; height: 100%; background: var(--accent); }
.items > li { padding: .95rem 0; border-top: 1px solid var(--line); }
.items > li:first-child, .brief li:first-child { border-top: 0; padding-top: 0; }
.items p { margin: .2rem 0; } .items .what { font-weight: 550; } .items .badge { margin-left: .5rem; }
.items .detail { font-size: .94rem; }
.notes { margin: .5rem 0 0; padding-left: .9rem; border-left: 3px solid var(--line); font-size: .95rem; max-width: 42rem; }
.notes dt { float: left; margin-right: .5rem; color: var(--soft); } .notes dd { margin: 0 0 .25rem; }
.brief li { display: flex; gap: 1.25rem; justify-content: space-between; padding: .4rem 0; border-top: 1px solid var(--line); }
.brief .aside { flex: none; max-width: 40%; text-align: right; }
.callout { margin: 2.5rem 0; padding: .9rem 1.1rem; border-left: 4px solid var(--accent); background: var(--wash); }
.legend { display: flex; flex-wrap: wrap; gap: .35rem 1.1rem; margin: 0 0 1rem; font-size: .9rem; }
.legend li { display: flex; align-items: center; gap: .45rem; }
.swatch { flex: none; width: 1rem; height: 1rem; border-radius: .2rem; }
.strip h3 { margin: 1.4rem 0 .4rem; }
.strip-row { display: grid; grid-template-columns: minmax(8rem, 15rem) minmax(0, 1fr); gap: .1rem 1rem; padding: .4rem 0; }
.strip-row .told { grid-column: 2; font-size: .86rem; color: var(--soft); }
.bar { display: flex; gap: 2px; align-self: center; }
.seg { flex: 1 1 0; min-width: 1.35rem; text-align: center; font-size: .86rem; line-height: 1.6rem; border-radius: .2rem; font-weight: 600; }
.p0 { background: var(--p0); } .p1 { background: var(--p1); } .p2 { background: var(--p2); } .p3 { background: var(--p3); }
.p4 { background: var(--p4); } .p5 { background: var(--p5); } .p6 { background: var(--p6); } .p7 { background: var(--p7); }
.p8 { background: var(--p8); }
.p0, .p1, .p2, .p3, .p4 { color: var(--on-low); } .p5, .p6, .p7, .p8 { color: var(--on-high); }
.open { color: var(--ink); background: var(--paper); border: 1px dashed var(--soft); }
.open.n { border-style: solid; } .open.o { border: 2px dotted var(--soft); }
.seg.open { line-height: calc(1.6rem - 2px); }
figure { margin: 1.5rem 0; }
.radar svg { display: block; width: 100%; min-width: 30rem; max-width: 44rem; height: auto; margin: 0 auto; }
.curves { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); gap: 1.5rem; margin: 1rem 0; }
.curves svg { display: block; width: 100%; height: auto; }
.curves .head, .curves .times { display: flex; justify-content: space-between; gap: 1rem; }
.curves .head { font-weight: 600; } .curves .last { flex: none; max-width: 65%; text-align: right; color: var(--accent); }
.curves .times { font-size: .84rem; color: var(--soft); padding-left: 13%; }
details { border-bottom: 1px solid var(--line); } summary { cursor: pointer; padding: .6rem 0; }
@media (max-width: 38rem) {
  .facts div { display: block; } .facts { display: block; } .facts dt { font-size: .9rem; max-width: none; }
  .strip-row { display: block; } .strip-row .bar { margin: .2rem 0; }
  table { font-size: .9rem; } thead .right { white-space: normal; overflow-wrap: normal; }
  thead .words { min-width: calc(var(--word) * 1ch + 1ch); } .wide, .meter { display: none; }
  th, td { padding-left: .3rem; padding-right: .3rem; } .folded { min-width: 34rem; }
  .nested th:first-child { padding-left: .3rem; } .nested th:last-child, .nested td:last-child { padding-right: .3rem; }
  .nested .inner th:first-child { padding-left: .8rem; }
}
@page { margin: 17mm 16mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt system-ui, sans-serif; } }
@media print {
  :root { color-scheme: light; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  html { font-size: 10pt; } body { line-height: 1.45; } main { max-width: none; padding: 0 1px; }
  h2 { margin-top: 1.8rem; } h1, h2, h3, summary, thead, .legend { break-after: avoid; }
  tr, .items > li, .brief li, .checks li, .strip-row, .curves li, figure, svg, .callout, .facts div, .notes dd { break-inside: avoid; }
  p { orphans: 3; widows: 3; }
  .scroll { overflow: visible; } .folded { min-width: 0; } .radar svg { min-width: 0; max-width: 12.5cm; }
  details::details-content { display: block; content-visibility: visible; block-size: auto; }
  summary { list-style: none; } summary::-webkit-details-marker { display: none; }
  a[href]::after { content: " (" attr(href) ")"; font-size: .85em; color: var(--soft); }
}
)css";
}

}  // namespace rung
