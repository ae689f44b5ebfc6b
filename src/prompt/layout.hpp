#pragma once

#include <string>
#include <vector>

#include <rung/text/block.hpp>

namespace rung {

/// Where lines around a question begin, and those under its text, in cells.
inline constexpr int text_indent = 2;
inline constexpr int item_indent = 4;

/// `text` as one wrapped paragraph, indented by `indent` cells.
Block paragraph(const Line& text, int width, int indent);

/// The items on one line, three cells apart; in aligned columns if one line cannot hold them.
Block lay_out_items(const std::vector<Line>& items, int width, int indent);

/// Two columns: names, and to their right the texts, wrapped. If that leaves too little room, the texts go below.
struct NamedText {
  Line name;
  Line text;
};
Block lay_out_names(const std::vector<NamedText>& rows, int width, int indent);

/// The parts joined by ` · `, with line breaks between parts where possible. No lines without parts.
Block lay_out_facts(const std::vector<Line>& parts, int width, int indent);

/// A title with an empty line above it.
Block heading(const std::string& text, int width);

}  // namespace rung
