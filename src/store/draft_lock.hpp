#pragma once

#include <string>

#include <rung/store/open_file.hpp>

namespace rung {

/// Takes the lock of the draft `stem`.json in `directory`: `stem`.lock, which is created if it is missing and never
/// removed. Held as long as the file is open. Throws Error(input_output) if another session holds it.
OpenFile lock_draft(const OpenFile& directory, const std::string& stem);

}  // namespace rung
