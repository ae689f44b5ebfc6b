#pragma once

#include <string>
#include <vector>

namespace rung::cli {

/// If `arguments` begin with `log` and the name of a command below it: a hint with the command that logs these words as
/// text instead. Empty otherwise.
std::string how_to_log(const std::vector<std::string>& arguments);

}  // namespace rung::cli
