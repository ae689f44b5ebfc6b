#include <rung/ladder/parse.hpp>

#include <fmt/format.h>

#include <algorithm>

#include <rung/diagnostic/source.hpp>
#include <rung/ladder/defaults.hpp>
#include <rung/ladder/places.hpp>
#include <rung/ladder/yaml.hpp>

#include "read_fields.hpp"
#include "read_rubric.hpp"

namespace rung {
namespace {

constexpr std::string_view format_prefix = "rung-ladder/";
constexpr std::string_view known_format = "rung-ladder/1";

bool is_later_version(std::string_view format) {
  if (format.substr(0, format_prefix.size()) != format_prefix) return false;
  format.remove_prefix(format_prefix.size());
  return format != "1" && format.find_first_not_of("0123456789") == std::string_view::npos && !format.empty() &&
         format.front() != '0';
}

// A ladder of a later version may rightly hold what looks wrong here: then this is the one thing to say.
bool refuse_later_version(Reading& reading, const Node& ladder) {
  const Node* node = ladder.find("format");
  if (node == nullptr || node->kind != Node::Kind::scalar || !is_later_version(node->scalar)) return false;
  reading.complain(*node, fmt::format("`{}` is a later version of the format than this program knows", node->scalar),
                   fmt::format("this program reads `{}`; a newer rung may read this ladder", known_format));
  return true;
}

void check_format(Reading& reading, MapReader& map) {
  const std::string format = map.required_text("format");
  if (format.empty() || format == known_format) return;
  reading.complain(*map.optional("format"), fmt::format("`{}` is not the format of a ladder", format),
                   fmt::format("write `format: {}`", known_format));
}

Provenance read_provenance(Reading& reading, MapReader& ladder) {
  const Node* node = ladder.optional("source");
  if (node == nullptr) return {};
  MapReader map(reading, *node, "`source`", ladder.where() + "/source", {"title", "url", "license"});
  return {read_line(reading, map, "title"), read_line(reading, map, "url"), read_line(reading, map, "license")};
}

std::vector<Term> read_terms(Reading& reading, MapReader& ladder) {
  std::vector<Term> terms;
  const std::vector<Node>* items = ladder.list("terms");
  if (items == nullptr) return terms;
  for (std::size_t i = 0; i < items->size(); ++i) {
    MapReader map(reading, (*items)[i], fmt::format("term {}", i + 1), fmt::format("{}/terms/{}", ladder.where(), i),
                  {"term", "meaning"});
    if (!map.is_map()) continue;
    std::string term = require_line(reading, map, "term");
    terms.push_back({std::move(term), require_prose(map, "meaning")});
  }
  return terms;
}

}  // namespace

Ladder read_ladder(Reading& reading, const Node& node, const std::string& where) {
  Ladder ladder;
  if (refuse_later_version(reading, node)) return ladder;
  MapReader map(reading, node, "the ladder", where,
                {"format", "id", "title", "track", "level", "version", "summary", "source", "scale", "target", "gates",
                 "pillars", "terms"});
  if (!map.is_map()) return ladder;
  check_format(reading, map);
  ladder.id = read_id(reading, map);
  ladder.title = require_line(reading, map, "title");
  ladder.track = read_line(reading, map, "track");
  ladder.level = read_line(reading, map, "level");
  ladder.version = read_line(reading, map, "version");
  ladder.summary = read_prose(map, "summary");
  ladder.source = read_provenance(reading, map);
  const std::optional<Scale> scale = read_scale(reading, map);
  ladder.scale = scale.value_or(default_scale());
  const auto target = read_scale_value(reading, map, "target", scale);
  // With a refused scale the target may be on none; what follows needs one that is on the scale at hand.
  const bool is_on_scale = target && ladder.scale.find(*target) != nullptr;
  ladder.target = is_on_scale ? *target : default_target(ladder.scale);
  ladder.gates = read_gates(reading, map, scale, default_floor(ladder.scale, ladder.target));
  ladder.pillars = read_pillars(reading, map, scale);
  ladder.terms = read_terms(reading, map);
  return ladder;
}

Parsed<PlacedLadder> parse_placed_ladder(std::string_view yaml, std::string_view source_name) {
  const Source source(source_name, yaml);
  Parsed<Node> tree = parse_yaml(source);
  if (!tree) return {std::nullopt, std::move(tree.diagnostics)};
  Reading reading(source, UnknownKeys::refuse);
  Ladder ladder = read_ladder(reading, *tree.value, "");
  if (reading.ok()) return {PlacedLadder{std::move(ladder), find_places(*tree.value)}, {}};
  std::stable_sort(reading.diagnostics.begin(), reading.diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.at < b.at; });
  return {std::nullopt, std::move(reading.diagnostics)};
}

}  // namespace rung
