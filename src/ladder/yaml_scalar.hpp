#pragma once

#include <cstddef>
#include <string_view>

namespace rung {

/// Where the scalar that begins at an offset of a YAML text ends.
struct ScalarExtent {
  std::size_t bytes = 1;
  bool quoted = false;
  bool closed = true;  ///< false for a quoted scalar whose closing quote is missing
};

/// `decoded` is what the parser made of it; it tells how long a plain scalar is.
ScalarExtent measure_scalar(std::string_view text, std::size_t offset, std::string_view decoded);

}  // namespace rung
