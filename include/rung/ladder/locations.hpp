#pragma once

#include <map>
#include <string>
#include <string_view>

#include <rung/diagnostic.hpp>
#include <rung/ladder/ladder.hpp>

namespace rung {

/// Where a part of a ladder was written.
struct Location {
  Position at;
  int length = 1;  ///< characters of the token, for underlining

  friend bool operator==(const Location&, const Location&) = default;
};

/// Where the parts of a ladder were written. Defaults have no location.
struct LadderLocations {
  std::map<std::string, Location, std::less<>> behaviors;         ///< the texts, by the key of the behavior
  std::map<std::string, Location, std::less<>> responsibilities;  ///< the titles, by `pillar.responsibility`
  std::map<std::string, Location, std::less<>> pillars;           ///< the titles, by id
  std::map<int, Location> points;                                 ///< the labels of the scale, by value
};

/// A ladder with the locations of its parts.
struct LocatedLadder {
  Ladder ladder;
  LadderLocations locations;
};

/// Like parse_ladder, with locations, in one pass over the text.
Parsed<LocatedLadder> parse_located_ladder(std::string_view yaml, std::string_view source);

}  // namespace rung
