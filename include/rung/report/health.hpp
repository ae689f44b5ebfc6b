#pragma once

#include <string>
#include <vector>

#include <rung/diagnostic.hpp>

namespace rung {

/// A file that something is wrong with.
struct HealthFinding {
  std::string kind;  ///< a word or two, such as `damaged`
  std::string path;
  std::string problem;                    ///< a sentence without its full stop
  std::string remedy;                     ///< what to do; the same
  std::vector<std::string> command = {};  ///< the words of a command that does it; may be empty
  Diagnostics diagnostics = {};           ///< where in the file; may be empty

  friend bool operator==(const HealthFinding&, const HealthFinding&) = default;
};

/// Whether everything that is stored can be used.
struct HealthReport {
  std::string home;     ///< the directory that was looked at
  int assessments = 0;  ///< finished ones
  int drafts = 0;
  int ladders = 0;  ///< of the user's own
  std::vector<HealthFinding> findings;

  friend bool operator==(const HealthReport&, const HealthReport&) = default;
};

}  // namespace rung
