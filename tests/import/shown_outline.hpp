#pragma once

#include <string>
#include <string_view>

#include <rung/import/outline.hpp>

/// Blocks as lines such as `12 item 1: text {lead}`, cells indented below their table.
inline std::string show_block(const rung::OutlineBlock& block, const std::string& indent) {
  using Kind = rung::OutlineBlock::Kind;
  std::string out = indent + std::to_string(block.line);
  if (block.kind == Kind::heading) out += " heading " + std::to_string(block.depth);
  if (block.kind == Kind::label) out += " label";
  if (block.kind == Kind::paragraph) out += " paragraph";
  if (block.kind == Kind::item) out += " item " + std::to_string(block.depth);
  if (block.kind == Kind::table) out += " table";
  if (!block.text.empty()) out += ": " + block.text;
  if (!block.lead.empty()) out += " {" + block.lead + "}";
  out += "\n";
  for (const auto& row : block.rows) {
    out += indent + "  row\n";
    for (const rung::OutlineCell& cell : row) {
      out += indent + "  | " + std::to_string(cell.line);
      if (cell.is_heading) out += " heading";
      if (cell.is_continued) out += " continued";
      out += "\n";
      for (const rung::OutlineBlock& inner : cell.blocks) out += show_block(inner, indent + "    ");
    }
  }
  return out;
}

inline std::string show_outline(const rung::Parsed<rung::Outline>& outline) {
  std::string out;
  for (const rung::Diagnostic& diagnostic : outline.diagnostics)
    out += "! " + std::to_string(diagnostic.at.line) + ": " + diagnostic.message + " (" + diagnostic.hint + ")\n";
  if (!outline.value) return out;
  for (const rung::OutlineBlock& block : outline.value->blocks) out += show_block(block, "");
  for (const rung::LeftOut& left_out : outline.value->left_out)
    out += "- " + std::to_string(left_out.line) + " " + left_out.what + ": " + std::to_string(left_out.items) + "\n";
  return out;
}

inline std::string shown_markdown(std::string_view text, const rung::ImportLimits& limits = {}) {
  return show_outline(rung::outline_markdown(text, "ladder.md", limits));
}

inline std::string shown_html(std::string_view text, const rung::ImportLimits& limits = {}) {
  return show_outline(rung::outline_html(text, "ladder.html", limits));
}
