#include "fields.hpp"

#include <algorithm>

#include <fmt/format.h>

#include <rung/text/ascii.hpp>

namespace rung {

std::string list_points(const Scale& scale) {
  std::string text;
  for (const auto& point : scale.points) {
    if (!text.empty()) text += ", ";
    text += fmt::format("{} {}", point.value, point.label);
  }
  return text;
}

Evidence read_evidence_map(Reading& reading, const Node& node, const std::string& where) {
  MapReader map(reading, node, "an item of `evidence`", where, {"text", "link", "on"});
  Evidence evidence;
  if (!map.is_map()) return evidence;
  evidence.text = map.required_text("text");
  evidence.link = map.text("link");
  if (!evidence.link.empty() && !is_link(evidence.link)) {
    reading.complain(*map.optional("link"), fmt::format("`{}` is no link", evidence.link),
                     "a link starts with http://, https:// or mailto: and holds no spaces");
  }
  const Node* on = map.optional("on");
  if (on == nullptr) return evidence;
  const std::string date = map.text("on");
  evidence.on = parse_date(date);
  if (!evidence.on && !date.empty())
    reading.complain(*on, fmt::format("`{}` is no date", date), "write it like 2026-03-14");
  return evidence;
}

void sort_by_place(Diagnostics& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.at < b.at; });
}

}  // namespace rung
