#pragma once

#include <string>
#include <string_view>

#include <rung/ladder/ladder.hpp>

namespace rung {

/// The ladder as bytes that are fast to read. Not a file format: the build writes them for the program that it builds,
/// and other builds may use another layout.
std::string pack_ladder(const Ladder& ladder);

/// The ladder that pack_ladder packed into `bytes`. Any other bytes break an invariant.
Ladder unpack_ladder(std::string_view bytes);

}  // namespace rung
