#pragma once

#include <string>
#include <string_view>

namespace rung {

/// The text for the YAML parser to read in place of `text`, with the same length. The parser reads every `#` between
/// two values as a comment and every `%` at the start of a line as a directive, and drops the rest of the line. Here,
/// each
/// `#` without white space before it and each `%` outside of the directives at the start is replaced by a control
/// character that no source contains, so that the parser reads it as text.
std::string mask_yaml(std::string_view text);

/// `value`, as read from a masked text, with `#` and `%` restored. `written` is the masked text of a quoted value: if
/// an escape in it produces one of the control characters, all of them are kept.
std::string unmask_yaml(std::string value, std::string_view written);

}  // namespace rung
