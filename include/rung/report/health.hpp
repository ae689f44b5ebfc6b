#pragma once

#include <string>
#include <vector>

#include <rung/diagnostic/file_finding.hpp>

namespace rung {

/// Whether everything that is stored can be used.
struct HealthReport {
  std::string home;     ///< the directory that was checked
  int assessments = 0;  ///< finished ones
  int drafts = 0;
  int ladders = 0;  ///< of the user's own
  std::vector<FileFinding> findings;
  int entries = 0;  ///< kept in the log
};

}  // namespace rung
