#pragma once

#include <string_view>

namespace rung {

/// Whether `text` is long enough to be a reason: at least two words with letters, or eight letters.
bool is_telling(std::string_view text);

}  // namespace rung
