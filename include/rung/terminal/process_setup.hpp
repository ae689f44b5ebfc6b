#pragma once

namespace rung {

/// Keeps files that are opened later out of the numbers of missing standard streams: using such a stream fails. Called
/// once, in main, before anything is opened.
void hold_standard_streams();

/// Ignores SIGPIPE and SIGXFSZ: a closed pipe or a size limit then fails the write, which is reported, and does not end
/// the program. Called once, in main.
void ignore_write_signals();

}  // namespace rung
