#pragma once

namespace rung {

/// Ignores SIGPIPE and SIGXFSZ, so that a closed pipe or a size limit comes back as an error of the write, which is
/// reported, instead of ending the program. Called once, in main.
void ignore_write_signals();

}  // namespace rung
