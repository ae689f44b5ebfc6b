#pragma once

#include <string_view>

#include <rung/diagnostic.hpp>
#include <rung/diagnostic/node.hpp>
#include <rung/diagnostic/source.hpp>

namespace rung {

/// What a YAML text may cost; more is a diagnostic.
struct YamlLimits {
  std::size_t bytes = 1U << 20U;
  int depth = 32;
  int nodes = 20'000;
  std::size_t scalar_bytes = 16U << 10U;
};

/// Parses one YAML document into a tree. Beyond YAML's own rules it refuses, each with its place: anchors, aliases and
/// tags, a second document, text after the document, a quoted scalar that is never closed, duplicate keys, keys that
/// are no plain text, forbidden characters (check_characters), and whatever exceeds `limits`. An empty value is null.
Parsed<Node> parse_yaml(const Source& source, const YamlLimits& limits = {});

}  // namespace rung
