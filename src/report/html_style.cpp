#include "html_style.hpp"

#include <cstdint>

#include <fmt/format.h>

#include <rung/text/ascii.hpp>
#include <rung/text/utf8.hpp>

namespace rung {
namespace {

struct CssColor {
  std::string_view name;
  std::string_view light;
  std::string_view dark;
};

// lo, at, and hi are below, at, and above target, each with its text color.
constexpr CssColor colors[] = {
    {"paper", "#ffffff", "#15181c"}, {"ink", "#1d2126", "#e8eaed"},       {"soft", "#565d66", "#a7aeb7"},
    {"line", "#d9dde2", "#363c44"},  {"wash", "#f4f5f7", "#1e2227"},      {"accent", "#1b5a86", "#86bde6"},
    {"good", "#17663a", "#85d3a2"},  {"good-wash", "#eff8f2", "#16281c"}, {"warning", "#7d4a00", "#ecbb6a"},
    {"bad", "#9c2a1e", "#f3a097"},   {"bad-wash", "#fbf3f2", "#2f1a17"},  {"edge", "#768fa6", "#5f7f9b"},
    {"lo", "#b4501e", "#e58a55"},    {"on-lo", "#ffffff", "#1c0d03"},     {"at", "#e3ecf3", "#22323f"},
    {"on-at", "#1d2126", "#e8eaed"}, {"hi", "#2b5f88", "#a9cdea"},        {"on-hi", "#ffffff", "#0d1a24"},
    {"bar", "#3f759d", "#6fa0c4"},
};

std::string set_colors(std::string_view CssColor::*scheme) {
  std::string out;
  for (const auto& color : colors) out += fmt::format("--{}:{};", color.name, color.*scheme);
  return out;
}

// Not all SVG viewers support custom properties.
std::string put_colors(std::string css) {
  for (const auto& color : colors) {
    const auto use = fmt::format("var(--{})", color.name);
    for (auto at = css.find(use); at != std::string::npos; at = css.find(use, at))
      css.replace(at, use.size(), color.light);
  }
  return css;
}

// A CSS string that cannot end itself or the style element: everything except ASCII letters and digits is escaped.
std::string quote_css(std::string_view text) {
  const auto visible = make_visible(text);
  std::string_view rest = visible;
  std::string out = "\"";
  while (const auto decoded = decode_utf8(rest)) {
    const char byte = rest.front();
    const bool is_plain = is_digit(byte) || (to_lower(byte) >= 'a' && to_lower(byte) <= 'z');
    out += is_plain ? std::string(1, byte) : fmt::format("\\{:x} ", static_cast<std::uint32_t>(decoded->value));
    rest.remove_prefix(decoded->bytes);
  }
  out += '"';
  return out;
}

constexpr std::string_view card_css = R"css(.ground { fill: var(--paper); stroke: var(--line); }
.title { font: 600 25px P052, "Palatino Linotype", Palatino, "Book Antiqua", Georgia, serif; }
.verdict { font-size: 17px; } .name { font-size: 14.5px; font-weight: 600; } .small { font-size: 13.5px; fill: var(--soft); }
.fig { font-size: 14px; text-anchor: end; } .end { text-anchor: end; } .now-name { font-size: 13.5px; fill: var(--accent); } .time { font-size: 12px; fill: var(--soft); }
.needs { font-size: 14px; font-weight: 600; fill: var(--bad); }
.mark { font-size: 13px; text-anchor: middle; } rect { rx: 4px; } .edge { rx: 0; }
.at { fill: var(--at); stroke: var(--edge); } .lo { fill: var(--lo); } .hi { fill: var(--hi); }
.no { fill: var(--paper); stroke: var(--soft); stroke-dasharray: 2 2; } .on-at { fill: var(--on-at); }
.on-lo { fill: var(--on-lo); } .on-hi { fill: var(--on-hi); } .on-no { fill: var(--soft); }
.track { fill: var(--wash); stroke: var(--edge); } .bar { fill: var(--bar); } .good { fill: var(--good); } .tick { fill: var(--ink); rx: 0; }
)css";

}  // namespace

std::string compact_css(std::string_view css) {
  std::string out;
  for (const char byte : css) {
    const char before = out.empty() ? ' ' : out.back();
    if (byte == ' ' && std::string_view(" {};:,\n").find(before) != std::string_view::npos) continue;
    if (before == ' ' && (byte == '{' || byte == '}')) out.pop_back();
    out += byte;
  }
  return out;
}

std::string palette_css() {
  return fmt::format(
      ":root{{color-scheme:light dark;{}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{}}}}}\n"
      "@media (forced-colors:active){{:root{{--paper:Canvas;--ink:CanvasText;--soft:CanvasText;--line:CanvasText;"
      "--wash:Canvas;--accent:LinkText;--good:CanvasText;--good-wash:Canvas;--warning:CanvasText;--bad:CanvasText;"
      "--bad-wash:Canvas;--edge:CanvasText;--lo:Highlight;--on-lo:HighlightText;--at:Canvas;--on-at:CanvasText;"
      "--hi:CanvasText;--on-hi:Canvas;--bar:Highlight}}}}\n",
      set_colors(&CssColor::light), set_colors(&CssColor::dark));
}

std::string drawing_file_css() { return put_colors(fmt::format("{}{}", drawing_css(), card_css)); }

std::string_view drawing_css() {
  return R"css(svg text { font: 14px system-ui, -apple-system, "Segoe UI", "Noto Sans", "Helvetica Neue", Arial, sans-serif; fill: var(--ink); }
svg .scale { font-size: 11px; fill: var(--soft); text-anchor: end; } svg .ring { fill: none; stroke: var(--line); }
svg .target { fill: none; stroke: var(--ink); stroke-width: 1.4; stroke-dasharray: 5 3; }
svg .now { fill: none; stroke: var(--accent); stroke-width: 2.5; stroke-linejoin: round; } svg .now-mark { fill: var(--accent); }
)css";
}

std::string_view page_css() {
  return R"css(* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: .95rem/1.45 system-ui, -apple-system, "Segoe UI", "Noto Sans",
  "Helvetica Neue", Arial, sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
main { max-width: 59rem; margin: 0 auto; padding: 1.6rem 2rem 3rem; }
h1, h2, h3, h4, h5, h6, p, li, th, td, dd, .map b { unicode-bidi: plaintext; }
h1, h2 { font-family: P052, "Palatino Linotype", Palatino, "Book Antiqua", "URW Palladio L", Georgia, serif; line-height: 1.2; }
h1, h2, h3, h4, h5, h6 { font-weight: 600; margin: 0; scroll-margin-top: 1rem; }
h1 { font-size: 1.9rem; } h1 + p { font-size: .875rem; margin: .2rem 0; max-width: none; } h1 small { display: block; margin: .3rem 0 1rem; }
h2 { font-size: 1.3rem; margin: 1.7rem 0 .4rem; } h3 { font-size: 1.02rem; margin: 1.1rem 0 .2rem; }
.items :is(h2, h3, h4, h5, h6) { font: inherit; font-weight: 600; display: inline; }
p { margin: .4rem 0; max-width: 46rem; } small { font: .875rem/1.4 system-ui, -apple-system, "Segoe UI", "Noto Sans", Arial, sans-serif; }
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
:target { outline: 2px solid var(--accent); outline-offset: .25rem; border-radius: 2px; background: var(--wash); }
main:target { outline: 0; background: none; }
code { font: .86em ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
small, code, .muted, .legend, dt { color: var(--soft); }
.good { color: var(--good); } .warning { color: var(--warning); } .bad { color: var(--bad); }
del { color: var(--bad); background: var(--bad-wash); } ins { color: var(--good); background: var(--good-wash); }
ul { list-style: none; padding: 0; margin: 0; } dl { margin: .5rem 0; } dd { margin: 0; }
.vh, .skip:not(:focus) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; background: var(--paper); padding: .5rem 1rem; z-index: 1; }
.verdict, .callout { border-left: 5px solid var(--accent); background: var(--wash); padding: .6rem 1rem; }
.verdict { margin: 0 0 .8rem; } .verdict p { font-size: 1.08rem; margin: 0; max-width: none; }
.verdict.good { border-color: var(--good); background: var(--good-wash); color: inherit; }
.verdict.bad { border-color: var(--bad); background: var(--bad-wash); color: inherit; }
.verdict ul { font-size: .875rem; color: var(--soft); margin-top: .35rem; } .verdict li { display: inline-block; margin-right: 1.1rem; }
.verdict li.bad { color: var(--bad); font-weight: 600; } .verdict li.good { color: inherit; }
nav { display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; font-size: .85rem; margin: 0 0 .8rem; }
.filter { border: 0; margin: 0 0 .5rem; padding: 0; display: flex; gap: .3rem 1rem; flex-wrap: wrap; font-size: .85rem; color: var(--soft); }
.filter input { margin: 0 .3rem 0 0; vertical-align: -.1em; accent-color: var(--accent); } .filter label { margin-left: -.7rem; }
.map { display: grid; grid-template-columns: minmax(5rem, auto) 1fr 7rem auto auto; gap: .3rem .9rem; }
.map li { display: grid; grid-template-columns: subgrid; grid-column: 1 / -1; align-items: center; }
.map b { font-weight: 600; max-width: 11rem; } .sqs { display: flex; flex-wrap: wrap; gap: 2px .6rem; }
.g { display: flex; flex-wrap: wrap; gap: 2px; } .fig { text-align: right; }
.rem { font-size: .875rem; font-weight: 600; color: var(--bad); } .map i { font-style: normal; }
.g > *, .sq, .matrix td span { position: relative; display: inline-block; width: 1.55rem; min-height: 1.55rem; line-height: calc(1.55rem - 2px); text-align: center;
  font-size: .8rem; border: 1px solid; border-radius: .25rem; text-decoration: none; forced-color-adjust: none; }
.g > .lo, .sq.lo, .matrix .lo { background: var(--lo); border-color: var(--lo); color: var(--on-lo); }
.g > .at, .sq.at, .matrix .at { background: var(--at); border-color: var(--edge); color: var(--on-at); }
.g > .hi, .sq.hi, .matrix .hi { background: var(--hi); border-color: var(--hi); color: var(--on-hi); }
.g > .no, .matrix .no { background: var(--paper); border: 1px dashed var(--soft); color: var(--soft); }
.g > .ev::after, .matrix .ev::after, .dot::after { content: ""; position: absolute; right: 2px; top: 2px; width: 5px; height: 5px; border-radius: 3px;
  background: currentColor; forced-color-adjust: none; }
.m, .d { position: relative; display: inline-block; width: 7rem; height: .65rem; border: 1px solid var(--edge); border-radius: .3rem;
  background: var(--wash); forced-color-adjust: none; }
.m::before { content: ""; position: absolute; inset: -1px auto -1px -1px; width: calc(var(--w) + 1px); border-radius: inherit; background: var(--bar); }
.short .m::before { background: var(--lo); }
.t::after, .tick { content: ""; position: absolute; left: calc(var(--g) - 1px); top: -4px; bottom: -4px; width: 2px; background: var(--ink); forced-color-adjust: none; }
.legend { font-size: .8rem; max-width: none; } .legend span { display: inline-block; margin-right: .8rem; position: relative; }
.legend .sq { width: .8rem; min-height: .8rem; height: .8rem; vertical-align: -.1em; } .legend .dot, .legend .tick { position: relative; display: inline-block; width: .6rem; height: .6rem; inset: auto; }
.legend .tick { width: 2px; height: .9rem; vertical-align: -.15em; margin: 0 .2rem; } .legend .dot::after { top: 4px; }
ol { margin: 0; padding-left: 1.4rem; } .steps li { padding: .1rem 0; } .steps .move { margin: 0 .4rem; }
.facts div { display: grid; grid-template-columns: 10rem 1fr; gap: 0 1rem; padding: .1rem 0; }
.badge { display: inline-block; border: 1px solid; border-radius: 1rem; padding: 0 .5rem; font-size: .8rem; margin-left: .4rem; }
.scroll { overflow-x: auto; max-width: 100%; margin: .5rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .25rem .5rem; border-bottom: 1px solid var(--line); font-weight: 400; }
thead > * > * { color: var(--soft); font-size: .82rem; vertical-align: bottom; }
th:first-child, td:first-child { padding-left: 0; } th:last-child, td:last-child { padding-right: 0; }
.r { text-align: right; white-space: nowrap; } thead th[style] { min-width: calc(var(--n) * 1ch + 1ch); }
.nested tbody tr:first-child > *, [scope=rowgroup] { font-weight: 600; padding-top: .7rem; }
td .m { width: 5rem; margin-right: .5rem; }
.items > li { padding: .45rem 0; border-top: 1px solid var(--line); } .items > li:first-child { border-top: 0; }
.items p { margin: .1rem 0; } .notes { margin: .15rem 0 0; font-size: .9rem; max-width: 46rem; }
.notes dt, .notes dd { display: inline; } .notes dt { margin-right: .4rem; }
.brief li { display: flex; gap: 1rem; justify-content: space-between; padding: .2rem 0; border-top: 1px solid var(--line); }
.brief li:first-child { border-top: 0; } .brief small { text-align: right; }
summary { cursor: pointer; margin-top: 1rem; } summary :is(h2, h3) { display: inline; }
.ax { min-width: 5rem; width: 16rem; } .dumbbells, .matrix { overflow-wrap: break-word; } thead .ax span + span { float: right; } .d { display: block; width: auto; margin-top: .35rem; height: .55rem; }
.d i { position: absolute; top: calc(50% - 2px); height: 4px; left: min(var(--a), var(--b)); right: calc(100% - max(var(--a), var(--b))); background: var(--bar); }
.d .a, .d .b { top: calc(50% - .4rem); width: .8rem; height: .8rem; right: auto; left: calc(var(--a) - .4rem); border-radius: 50%; border: 2px solid var(--bar);
  background: var(--paper); } .d .b { left: calc(var(--b) - .4rem); background: var(--bar); }
.matrix { width: auto; } .matrix thead th + th { text-align: center; overflow-wrap: anywhere; } .matrix td { padding: .1rem .3rem; text-align: center; }
.matrix td:last-child { text-align: left; }
.curves { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); gap: 1rem 1.5rem; margin: 1rem 0; }
.curves svg { display: block; width: 100%; height: auto; } .curves p { display: flex; justify-content: space-between; gap: 1rem; margin: 0; }
.curves b { font-weight: 400; text-align: right; color: var(--accent); } .curves svg + p { font-size: .8rem; color: var(--soft); padding-left: 19%; }
main:has(#_g:checked) :is(tr, li):is(.at, .hi, .no), main:has(#_e:checked) :is(tr, li):is(.ev, .no) { display: none; }
main:has(#_g:checked) .g > :not(.lo), main:has(#_e:checked) .g > :is(.ev, .no) { background: none; color: var(--soft); border: 1px dotted var(--soft); }
@media (min-width: 75rem) {
  main { margin: 0 auto 0 max(10.5rem, (100vw - 59rem) / 2); }
  nav { float: left; position: sticky; top: 1.5rem; width: 9.5rem; margin-left: -10.5rem; display: block; border-right: 1px solid var(--line); }
  nav a { display: block; padding: .2rem .6rem .2rem 0; text-decoration: none; }
}
@media (max-width: 38rem) {
  main { padding: 1rem 1rem 2rem; } h1 { font-size: 1.45rem; } h1 small { margin: .2rem 0 .6rem; } .verdict p { font-size: 1rem; }
  nav { flex-wrap: nowrap; overflow-x: auto; white-space: nowrap; margin-bottom: .5rem; padding-bottom: .2rem; }
  .map { grid-template-columns: minmax(4rem, auto) minmax(4rem, 1fr) auto auto; gap: .4rem .6rem; } .map b { max-width: 9rem; } .map li { row-gap: .15rem; }
  .map .m { width: auto; } .sqs { grid-row: 2; grid-column: 1 / -1; } .facts div { display: block; } .w, td .m { display: none; }
  .ax { width: 7rem; } table { font-size: .85rem; } th, td { padding: .25rem .3rem; }
}
@media (forced-colors: active) { .verdict, .badge, .m, .d, .callout { border-color: CanvasText; } .g > .lo, .matrix .lo, .sq.lo, .g > .hi, .matrix .hi, .sq.hi { border-color: CanvasText; } }
)css";
}

std::string paper_css(std::string_view foot) {
  return fmt::format(
      R"css(@page {{ margin: 15mm 16mm 16mm; font: 8.5pt system-ui, sans-serif; @bottom-left {{ content: {}; width: 80%; }} @bottom-right {{ content: counter(page) " / " counter(pages); }} }}
@media print {{
  :root {{ color-scheme: light; }} * {{ print-color-adjust: exact; -webkit-print-color-adjust: exact; }}
  html {{ font-size: 9pt; }} main {{ max-width: none; padding: 0 1px; margin: 0; }} nav, .filter, .skip {{ display: none; }}
  h1, h2, h3, h4, summary, thead {{ break-after: avoid; }}
  tr, .nested tbody, .items > li, .brief li, .curves li, .map, .steps, .verdict, .legend, svg, .callout, .facts div {{ break-inside: avoid; }}
  p {{ orphans: 3; widows: 3; max-width: none; }} h2 {{ margin-top: 1.2rem; }} .items > li {{ padding: .3rem 0; }} .scroll {{ overflow: visible; }} .r {{ white-space: normal; }} table {{ overflow-wrap: anywhere; }} .dumbbells, .matrix {{ overflow-wrap: anywhere; }}
  details:not(:has(table))::details-content {{ display: block; content-visibility: visible; block-size: auto; }}
  details:has(table):not([open]) {{ display: none; }} summary {{ list-style: none; }} summary::-webkit-details-marker {{ display: none; }}
  a.x::after {{ content: " (" attr(href) ")"; font-size: .85em; color: var(--soft); }} a:not([href^=http]) {{ color: inherit; text-decoration: none; }}
}}
)css",
      quote_css(foot));
}

}  // namespace rung
