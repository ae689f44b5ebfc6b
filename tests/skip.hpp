#pragma once

#include <string_view>

/// The exit code if no test failed and at least one was skipped; ctest reports it as skipped. Tests that may be skipped
/// have a tag and a ctest entry of their own, so that others do not count as skipped with them.
inline constexpr int skipped_exit_code = 77;

/// Prints why a test cannot run on this machine, and counts it as skipped. The test returns then.
void skip(std::string_view reason);

bool is_anything_skipped();
