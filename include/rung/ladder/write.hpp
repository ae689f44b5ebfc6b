#pragma once

#include <map>
#include <string>
#include <vector>

#include <rung/ladder/ladder.hpp>

namespace rung {

/// Comments for the next person who edits the file, without their `#`.
struct LadderComments {
  std::vector<std::string> head;             ///< lines at the top
  std::map<std::string, std::string> above;  ///< by key: `pillar`, `pillar.responsibility` or a behavior's
};

/// The ladder as a YAML file for editing, which parse_ladder reads as an equal ladder. Default values (scale, target,
/// empty texts) are left out; stated gates are written. No line is longer than 110 cells unless a single word is. The
/// ladder must be one that parse_ladder could have returned.
std::string write_ladder(const Ladder& ladder, const LadderComments& comments = {});

}  // namespace rung
