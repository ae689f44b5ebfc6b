#pragma once

#include <string_view>

#include <rung/diagnostic.hpp>
#include <rung/diagnostic/node.hpp>
#include <rung/diagnostic/source.hpp>

namespace rung {

/// Limits on a YAML text; exceeding one is a diagnostic.
struct YamlLimits {
  std::size_t bytes = 1U << 20U;
  int depth = 32;
  int nodes = 20'000;
  std::size_t scalar_bytes = 16U << 10U;
};

/// Parses one YAML document into a tree. In addition to YAML errors, these are errors with a place: anchors, aliases,
/// and tags, a second document, text after the document, an unclosed quoted scalar, duplicate keys, keys that are not
/// plain text, forbidden characters (check_characters), and anything beyond `limits`. An empty value is null.
Parsed<Node> parse_yaml(const Source& source, const YamlLimits& limits = {});

}  // namespace rung
