#pragma once

#include <string>
#include <utility>
#include <vector>

/// How a run of a program ended and what it cost.
struct MeasuredRun {
  int exit_code = 0;        ///< or 1000 and the signal that killed it
  double milliseconds = 0;  ///< from start to end
  long peak_kibibytes = 0;  ///< ru_maxrss
  std::string output;       ///< what it wrote to standard output, at most 64 MiB
  std::string errors;       ///< what it wrote to standard error
};

/// Runs the words with nothing on standard input, without a terminal. It is killed when it has computed for a minute.
MeasuredRun run_measured(std::vector<std::string> words,
                         const std::vector<std::pair<std::string, std::string>>& environment);
