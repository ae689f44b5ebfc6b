#include <rung/import/outline.hpp>

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
  Outline outline = outlining.take();
  if (outline.blocks.empty()) return {std::nullopt, {diagnose_no_content(source)}};
  return {std::move(outline), {}};
}

Parsed<Outline> outline_html(std::string_view text, std::string_view source, const ImportLimits& limits) {
  const Parsed<std::string> document = read_document(text, source, limits);
  if (!document) return {std::nullopt, document.diagnostics};
  return read_html(*document.value, source, HtmlOrigin::page, LineMap(), limits);
}

}  // namespace rung
