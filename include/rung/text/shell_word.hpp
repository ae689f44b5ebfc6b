#pragma once

#include <string>
#include <string_view>

namespace rung {

/// `text` as a POSIX shell takes it for one word; in quotes only where it needs them.
std::string shell_word(std::string_view text);

}  // namespace rung
