#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <rung/diagnostic/node.hpp>
#include <rung/ladder/ladder.hpp>

namespace rung {

/// Values of a JSON tree that is about to be written.
Node json_null();
Node json_text(std::string_view text);
Node json_number(int value);
Node json_number(double value);
Node json_map();
Node json_list();
void add_field(Node& map, std::string_view key, Node value);

/// The ladder in the shape that is frozen into assessments: what is empty or absent is left out.
Node ladder_tree(const Ladder& ladder);

/// The text of a JSON tree, indented by two spaces, numbers as they are spelled, without a line feed at the end.
std::string write_json(const Node& node);

}  // namespace rung
