#include <rung/ladder/parse.hpp>

#include <fmt/format.h>

#include <algorithm>

#include <rung/diagnostic/source.hpp>
#include <rung/ladder/yaml.hpp>

#include "defaults.hpp"
#include "read_rubric.hpp"

namespace rung {
namespace {

constexpr std::string_view format_prefix = "rung-ladder/";
constexpr std::string_view known_format = "rung-ladder/1";

void check_format(Reading& reading, MapReader& map) {
  const Node* node = map.required("format");
  if (node == nullptr) return;
  const auto format = read_text(reading, *node, "`format`");
  if (!format || *format == known_format) return;
  const bool other_version = std::string_view(*format).substr(0, format_prefix.size()) == format_prefix;
  reading.complain(*node,
                   other_version
                       ? fmt::format("`{}` is a version of the format that this program does not know", *format)
                       : fmt::format("`{}` is not the format of a ladder", *format),
                   fmt::format("this program reads `{}`", known_format));
}

std::string read_ladder_id(Reading& reading, MapReader& map) {
  const Node* node = map.required("id");
  if (node == nullptr) return {};
  const auto id = read_text(reading, *node, "`id`");
  if (!id) return {};
  if (!is_id(*id)) {
    reading.complain(*node, fmt::format("`{}` is not an id: 1 to 64 of a-z, 0-9 and -, not beginning with -", *id),
                     "for example `ic3-mle`");
  }
  return *id;
}

Provenance read_provenance(Reading& reading, MapReader& ladder) {
  const Node* node = ladder.optional("source");
  if (node == nullptr) return {};
  MapReader map(reading, *node, "`source`", ladder.where() + "/source", {"title", "url", "license"});
  return {map.text("title"), map.text("url"), map.text("license")};
}

std::vector<Term> read_terms(Reading& reading, MapReader& ladder) {
  std::vector<Term> terms;
  const std::vector<Node>* items = ladder.list("terms");
  if (items == nullptr) return terms;
  for (std::size_t i = 0; i < items->size(); ++i) {
    MapReader map(reading, (*items)[i], "a term", fmt::format("{}/terms/{}", ladder.where(), i), {"term", "meaning"});
    std::string term = map.required_text("term");
    terms.push_back({std::move(term), map.required_text("meaning")});
  }
  return terms;
}

}  // namespace

Ladder read_ladder(Reading& reading, const Node& node, const std::string& where) {
  MapReader map(reading, node, "the ladder", where,
                {"format", "id", "title", "track", "level", "version", "summary", "source", "scale", "target", "gates",
                 "pillars", "terms"});
  Ladder ladder;
  if (!map.is_map()) return ladder;
  check_format(reading, map);
  ladder.id = read_ladder_id(reading, map);
  ladder.title = map.required_text("title");
  ladder.track = map.text("track");
  ladder.level = map.text("level");
  ladder.version = map.text("version");
  ladder.summary = map.text("summary");
  ladder.source = read_provenance(reading, map);
  ladder.scale = read_scale(reading, map);
  ladder.target = read_scale_value(reading, map, "target", ladder.scale).value_or(default_target(ladder.scale));
  ladder.gates = read_gates(reading, map, ladder.scale, ladder.target);
  ladder.pillars = read_pillars(reading, map, ladder.scale);
  ladder.terms = read_terms(reading, map);
  return ladder;
}

Parsed<Ladder> parse_ladder(std::string_view yaml, std::string_view source_name) {
  const Source source(source_name, yaml);
  Parsed<Node> tree = parse_yaml(source);
  if (!tree) return {std::nullopt, std::move(tree.diagnostics)};
  Reading reading(source, UnknownKeys::refuse);
  Ladder ladder = read_ladder(reading, *tree.value, "");
  if (reading.ok()) return {std::move(ladder), {}};
  std::stable_sort(reading.diagnostics.begin(), reading.diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.at < b.at; });
  return {std::nullopt, std::move(reading.diagnostics)};
}

}  // namespace rung
