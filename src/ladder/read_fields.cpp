#include "read_fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include <rung/ladder/ladder.hpp>
#include <rung/text/ascii.hpp>

namespace rung {
namespace {

constexpr std::size_t longest_id = 64;

std::string refuse_line_breaks(Reading& reading, MapReader& map, std::string_view key, std::string text) {
  if (text.find('\n') == std::string::npos) return text;
  reading.complain(*map.optional(key), fmt::format("`{}` of {} must be a single line", key, map.what()),
                   "write it on one line, or fold its lines with `>-`");
  return {};
}

}  // namespace

std::string read_prose(MapReader& map, std::string_view key) { return std::string(trim(map.text(key))); }

std::string require_prose(MapReader& map, std::string_view key) { return std::string(trim(map.required_text(key))); }

std::string read_line(Reading& reading, MapReader& map, std::string_view key) {
  return refuse_line_breaks(reading, map, key, read_prose(map, key));
}

std::string require_line(Reading& reading, MapReader& map, std::string_view key) {
  return refuse_line_breaks(reading, map, key, require_prose(map, key));
}

std::string read_id(Reading& reading, MapReader& map) {
  std::string id = map.required_text("id");
  if (id.empty() || is_id(id)) return id;
  const std::string meant = slug(id, longest_id);
  reading.complain(*map.optional("id"), "an id is 1 to 64 of a-z, 0-9 and -, not beginning with -",
                   meant.empty() ? "such as `on-time-delivery`" : fmt::format("for example `{}`", meant));
  return {};
}

void claim(Reading& reading, Places& places, const std::string& name, const Node& node, std::string message,
           std::string hint) {
  const auto [first, is_new] = places.emplace(name, node.at);
  if (is_new) return;
  Diagnostic diagnostic = reading.source().diagnose(node.at, node.length, std::move(message), std::move(hint));
  diagnostic.related = first->second;
  reading.add(std::move(diagnostic));
}

}  // namespace rung
