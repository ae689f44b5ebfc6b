#pragma once

#include <span>
#include <string>

#include <rung/log/log.hpp>
#include <rung/store/filesystem.hpp>
#include <rung/store/home.hpp>

namespace rung {

/// What the log says; empty if there is no file. Throws Error if it cannot be read. Any size; lines that cannot be read
/// are in Log::problems.
Log load_log(Filesystem& filesystem, const Home& home);

/// Appends the versions, each as a line, and returns once they survive a power cut. Other processes that append wait
/// for their turn. The file is created with permissions 0600, and never rewritten: if its last line was cut short, the
/// new ones begin on a line of their own. Throws Error(bad_input), with nothing written, if a line would be longer than
/// max_log_line or could not be read back; Error if the machine refuses, with any part of the lines in the file.
void append_to_log(Filesystem& filesystem, const Home& home, std::span<const Entry> versions);

/// Whether `path` is the log, or would be the log once it is written, however it is spelled.
bool is_log_file(Filesystem& filesystem, const Home& home, const std::string& path);

}  // namespace rung
