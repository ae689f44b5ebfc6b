#pragma once

#include <string_view>

namespace rung {

/// Whether `text` says anything as a reason: it has at least two words with a letter each, or eight letters.
bool is_telling(std::string_view text);

}  // namespace rung
