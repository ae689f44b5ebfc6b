#include <rung/import/outline.hpp>

#include <algorithm>
#include <utility>

#include "document.hpp"
#include "html_outline.hpp"
#include "html_tree.hpp"
#include "html_walk.hpp"

namespace rung {

Parsed<Outline> read_html(std::string_view html, std::string_view source, HtmlOrigin origin, const LineMap& lines,
                          const ImportLimits& limits) {
  const HtmlTree tree(html);
  HtmlWalk outlining(tree.root(), origin, lines, limits);
  walk(
      tree.root(), [&](const GumboNode& node) { return outlining.enter(node); },
      [&](const GumboNode& node) { outlining.leave(node); });
  if (const auto excess = outlining.excess())
    return {std::nullopt, {diagnose_too_large(source, excess->line, excess->what)}};
  Outline outline = outlining.take();
  if (outline.blocks.empty()) {
    const auto deep = std::find_if(outline.left_out.begin(), outline.left_out.end(),
                                   [](const LeftOut& left_out) { return left_out.what == too_deep; });
    const bool is_deep = deep != outline.left_out.end();
    return {std::nullopt, {is_deep ? diagnose_too_deep(source, deep->line) : diagnose_no_content(source)}};
  }
  return {std::move(outline), {}};
}

Parsed<Outline> outline_html(std::string_view text, std::string_view source, const ImportLimits& limits) {
  const Parsed<std::string> document = read_document(text, source, limits);
  if (!document) return {std::nullopt, document.diagnostics};
  return read_html(*document.value, source, HtmlOrigin::page, LineMap(), limits);
}

}  // namespace rung
