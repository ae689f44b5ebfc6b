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

/// The ladder as a YAML file laid out to be edited: parse_ladder gives an equal ladder back. What has its default value
/// (scale, target, empty texts) is left out; a gate that is stated is written. No line is longer than 110 cells unless
/// a single word is. The ladder must be one that parse_ladder could have given.
std::string write_ladder(const Ladder& ladder, const LadderComments& comments = {});

}  // namespace rung
