#pragma once

#include <map>
#include <string>
#include <string_view>

#include <rung/diagnostic.hpp>
#include <rung/diagnostic/node.hpp>
#include <rung/ladder/ladder.hpp>

namespace rung {

/// Where a part of a ladder was written.
struct Place {
  Position at;
  int length = 1;  ///< characters of the token, for underlining

  friend bool operator==(const Place&, const Place&) = default;
};

/// Where the parts of a ladder were written. A part that the text leaves to the defaults has no place.
struct LadderPlaces {
  std::map<std::string, Place, std::less<>> behaviors;         ///< the texts, by the key of the behavior
  std::map<std::string, Place, std::less<>> responsibilities;  ///< the titles, by `pillar.responsibility`
  std::map<std::string, Place, std::less<>> pillars;           ///< the titles, by id
  std::map<int, Place> points;                                 ///< the labels of the scale, by value

  friend bool operator==(const LadderPlaces&, const LadderPlaces&) = default;
};

/// The places in a tree that read_ladder accepted.
LadderPlaces find_places(const Node& ladder);

/// A ladder with the places of its parts.
struct PlacedLadder {
  Ladder ladder;
  LadderPlaces places;

  friend bool operator==(const PlacedLadder&, const PlacedLadder&) = default;
};

/// As parse_ladder does, and reads the text only once for both.
Parsed<PlacedLadder> parse_placed_ladder(std::string_view yaml, std::string_view source);

}  // namespace rung
