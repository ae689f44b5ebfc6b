#include "html_style.hpp"

namespace rung {

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
