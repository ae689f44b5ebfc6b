#pragma once

#include <vector>

#include <rung/diagnostic/file_finding.hpp>
#include <rung/store/filesystem.hpp>
#include <rung/store/home.hpp>

namespace rung {

struct Examination {
  int assessments = 0;                ///< finished ones that were checked
  int drafts = 0;                     ///< drafts that were checked
  int ladders = 0;                    ///< ladders of the user's own that were checked
  int entries = 0;                    ///< entries that are kept in the log
  std::vector<FileFinding> findings;  ///< by path
};

/// Checks every stored file for `rung doctor` and changes nothing. A missing directory is fine. Throws Error if a
/// directory exists and cannot be listed.
Examination examine_home(Filesystem& filesystem, const Home& home);

}  // namespace rung
