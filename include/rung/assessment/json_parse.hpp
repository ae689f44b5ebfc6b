#pragma once

#include <cstddef>

#include <rung/diagnostic.hpp>
#include <rung/diagnostic/node.hpp>
#include <rung/diagnostic/source.hpp>

namespace rung {

/// What a JSON text may cost; more is a diagnostic.
struct JsonLimits {
  std::size_t bytes = 8U << 20U;
  int depth = 32;
  int nodes = 200'000;
};

/// Parses JSON (RFC 8259) into a tree with positions. Refused with their position: duplicate keys, anything after the
/// value, forbidden characters, whatever exceeds `limits`.
Parsed<Node> parse_json(const Source& source, const JsonLimits& limits = {});

}  // namespace rung
