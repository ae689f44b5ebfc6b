#include <algorithm>

#include <rung/ladder/builtin.hpp>
#include <rung/ladder/pack.hpp>
#include <rung/ladder/parse.hpp>
#include <rung/ladder/places.hpp>

namespace rung {

Parsed<Ladder> parse_ladder(std::string_view yaml, std::string_view source_name) {
  // Most texts are one that was judged when the program was built, to the letter.
  const auto builtin = builtin_ladders();
  const auto known =
      std::find_if(builtin.begin(), builtin.end(), [yaml](const BuiltinLadder& ladder) { return ladder.yaml == yaml; });
  if (known != builtin.end()) return {unpack_ladder(known->packed), {}};

  Parsed<PlacedLadder> placed = parse_placed_ladder(yaml, source_name);
  if (!placed) return {std::nullopt, std::move(placed.diagnostics)};
  return {std::move(placed.value->ladder), {}};
}

}  // namespace rung
