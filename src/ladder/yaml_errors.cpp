#include "yaml_errors.hpp"

#include <yaml-cpp/exceptions.h>

#include <array>

namespace rung {
namespace {

struct Explanation {
  std::string_view original;
  std::string_view message;
  std::string_view hint;
};

const std::array<Explanation, 14>& explanations() {
  namespace original = YAML::ErrorMsg;
  static const std::array<Explanation, 14> table{{
      {original::TAB_IN_INDENTATION, "a tab where indentation is expected", "indent with spaces"},
      {original::MAP_VALUE, "a `:` that begins no value here",
       "put text that contains `: ` in quotes, and check the indentation of this line and the one above"},
      {original::MAP_KEY, "a key is not allowed here", "check the indentation"},
      {original::BLOCK_ENTRY, "a list item is not allowed here", "check the indentation of this `-`"},
      {original::END_OF_MAP, "this line does not fit the map it stands in",
       "check the indentation, and that every key ends in `:`"},
      {original::END_OF_SEQ, "this line does not fit the list it stands in",
       "begin each item with `- `, all at the same indentation"},
      {original::END_OF_MAP_FLOW, "a `{` is never closed", "add the missing `}`"},
      {original::END_OF_SEQ_FLOW, "a `[` is never closed", "add the missing `]`"},
      {original::FLOW_END, "a bracket closes what was not opened", "put text that begins with a bracket in quotes"},
      {original::UNKNOWN_TOKEN, "text must not begin with this character", "put the text in quotes"},
      {original::EOF_IN_SCALAR, "the text in quotes never ends", "add the missing quote"},
      {original::DOC_IN_SCALAR, "`---` or `...` inside text in quotes", "indent the line"},
      {original::UNKNOWN_ANCHOR, "an alias (`*name`) is not allowed", "write the value out"},
      {original::INVALID_HEX, "an escape with too few hexadecimal digits",
       "use single quotes for text with backslashes"},
  }};
  return table;
}

}  // namespace

YamlComplaint explain_yaml_error(std::string_view message) {
  for (const Explanation& explanation : explanations()) {
    if (message == explanation.original) return {std::string(explanation.message), std::string(explanation.hint)};
  }
  if (message.substr(0, 24) == "unknown escape character") {
    return {"a backslash before a character that has no escape", "use single quotes for text with backslashes"};
  }
  return {"this is not YAML: " + std::string(message), {}};
}

}  // namespace rung
