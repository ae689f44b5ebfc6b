#pragma once

#include <cstddef>

#include <rung/diagnostic.hpp>
#include <rung/diagnostic/node.hpp>
#include <rung/diagnostic/source.hpp>

namespace rung {

/// Limits on a JSON text; exceeding one is a diagnostic.
struct JsonLimits {
  std::size_t bytes = 8U << 20U;
  int depth = 32;
  int nodes = 200'000;
};

/// Parses JSON (RFC 8259) into a tree with positions. These are also errors with a position: duplicate keys, anything
/// after the value, forbidden characters, and anything beyond `limits`.
Parsed<Node> parse_json(const Source& source, const JsonLimits& limits = {});

}  // namespace rung
