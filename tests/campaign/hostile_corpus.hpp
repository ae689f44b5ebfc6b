#pragma once

#include <string>
#include <vector>

#include "store/scratch.hpp"

/// What a hostile file is handed to the program as.
enum class Role { ladder, assessment, answers, document };

struct HostileFile {
  std::string name;  ///< as figures show it
  std::string path;
};

/// The files of tests/data/hostile for `role`, by name, then those that are too large, too deep or too odd to be kept
/// there, which are made in `scratch`.
std::vector<HostileFile> gather_hostile(Role role, const rung::Scratch& scratch);
