#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <rung/store/filesystem.hpp>

namespace rung {

/// All of `text` to standard output. A reader that has gone away (`rung report | head`) is no error: the rest is not
/// wanted. Every other failure throws Error.
void write_standard_output(Filesystem& filesystem, std::string_view text);

/// Closes standard output; throws Error when the system only now reports that something was not written.
void close_standard_output(Filesystem& filesystem);

/// To standard error; there is nowhere to report a failure to.
void write_standard_error(Filesystem& filesystem, std::string_view text);

/// Standard input to its end, but no more than `limit` bytes and one. Throws Error.
std::string read_standard_input(Filesystem& filesystem, std::size_t limit);

}  // namespace rung
