#pragma once

#include <string_view>

/// What a campaign ends with when nothing failed and something could not be tried here; ctest takes it for skipped.
inline constexpr int skipped_exit_code = 77;

/// Says why something cannot be tried here, and remembers that it was not.
void skip(std::string_view reason);

bool is_anything_skipped();
