#pragma once

#include <string>
#include <string_view>

namespace rung {

/// `text` as one word for a POSIX shell, quoted only if necessary.
std::string shell_word(std::string_view text);

}  // namespace rung
