#pragma once

#include <string>
#include <string_view>

#include <rung/ladder/ladder.hpp>

namespace rung {

/// The ladder as bytes that cost next to nothing to read again. Not a file format: only the build writes them, for the
/// program that it builds, and another build may lay them out otherwise.
std::string pack_ladder(const Ladder& ladder);

/// The ladder that pack_ladder made `bytes` of. Any other bytes break an invariant.
Ladder unpack_ladder(std::string_view bytes);

}  // namespace rung
