#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <rung/text/block.hpp>

namespace rung {

/// Lines inside the question begin here, in cells.
inline constexpr int text_indent = 2;
inline constexpr int item_indent = 5;

Line spaces(int cells);

/// `text` as one wrapped paragraph that begins at `indent` cells.
Block paragraph(const Line& text, int width, int indent);

/// The items on one line, three cells apart; in aligned columns where one line does not hold them.
Block lay_out_items(const std::vector<Line>& items, int width, int indent);

/// Two columns: the names, and beside them the texts, wrapped. Where that leaves too little, the texts go below.
struct NamedText {
  Line name;
  Line text;
};
Block lay_out_names(const std::vector<NamedText>& rows, int width, int indent);

/// The parts joined by ` · `, with line breaks between parts where possible. Nothing without parts.
Block lay_out_facts(const std::vector<Line>& parts, int width, int indent);

/// A title over what follows, with an empty line before it.
Block heading(const std::string& title, int width);

}  // namespace rung
