#pragma once

#include <string>
#include <string_view>

namespace rung {

/// The text to give to the YAML parser in place of `text`, equally long. The parser takes every `#` between two values
/// for a comment and every `%` at the start of a line for a directive, and drops the rest of the line. Here each `#`
/// without white space before it and each `%` outside of the directives at the start is a control character that no
/// source contains, so that the parser takes it for text.
std::string mask_yaml(std::string_view text);

/// `value`, which the parser read from a masked text, with `#` and `%` again. `written` is the masked text of the value
/// if it is quoted: where an escape in it stands for one of the control characters, all of them are kept.
std::string unmask_yaml(std::string value, std::string_view written);

}  // namespace rung
