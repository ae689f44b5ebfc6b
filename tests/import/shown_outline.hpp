#pragma once

#include <string>
#include <string_view>

#include <fmt/format.h>

#include "../../src/import/html.hpp"
#include "../../src/import/markdown.hpp"

/// Blocks as lines such as `12 item 1: text {lead}`, cells indented below their table.
inline std::string show_block(const rung::OutlineBlock& block, const std::string& indent) {
  using Kind = rung::OutlineBlock::Kind;
  std::string out = fmt::format("{}{}", indent, block.line);
  if (block.kind == Kind::heading) out += fmt::format(" heading {}", block.depth);
  if (block.kind == Kind::label) out += " label";
  if (block.kind == Kind::paragraph) out += " paragraph";
  if (block.kind == Kind::item) out += fmt::format(" item {}", block.depth);
  if (block.kind == Kind::table) out += " table";
  if (!block.text.empty()) out += fmt::format(": {}", block.text);
  if (!block.lead.empty()) out += fmt::format(" {{{}}}", block.lead);
  out += "\n";
  for (const auto& row : block.rows) {
    out += fmt::format("{}  row\n", indent);
    for (const rung::OutlineCell& cell : row) {
      out += fmt::format("{}  | {}{}{}\n", indent, cell.line, cell.is_heading ? " heading" : "",
                         cell.is_continued ? " continued" : "");
      for (const rung::OutlineBlock& inner : cell.blocks) out += show_block(inner, fmt::format("{}    ", indent));
    }
  }
  return out;
}

inline std::string show_outline(const rung::Parsed<rung::Outline>& outline) {
  std::string out;
  for (const rung::Diagnostic& diagnostic : outline.diagnostics)
    out += fmt::format("! {}: {} ({})\n", diagnostic.at.line, diagnostic.message, diagnostic.hint);
  if (!outline.value) return out;
  for (const rung::OutlineBlock& block : outline.value->blocks) out += show_block(block, "");
  for (const rung::LeftOver& left : outline.value->left)
    out += fmt::format("- {} {}: {}\n", left.line, left.why, left.units);
  return out;
}

inline std::string shown_markdown(std::string_view text, const rung::ImportLimits& limits = {}) {
  return show_outline(rung::outline_markdown(text, "ladder.md", limits));
}

inline std::string shown_html(std::string_view text, const rung::ImportLimits& limits = {}) {
  return show_outline(rung::outline_html(text, "ladder.html", limits));
}
