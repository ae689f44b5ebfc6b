#include "json_tree.hpp"

#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <rung/assessment/json.hpp>

namespace rung {
namespace {

Node scalar(Node::Spelling spelling, std::string text) {
  Node node;
  node.kind = Node::Kind::scalar;
  node.spelling = spelling;
  node.scalar = std::move(text);
  return node;
}

void add_text_unless_empty(Node& map, std::string_view key, std::string_view text) {
  if (!text.empty()) add_field(map, key, json_text(text));
}

void add_list_unless_empty(Node& map, std::string_view key, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  Node list = json_list();
  for (const auto& text : texts) list.items.push_back(json_text(text));
  add_field(map, key, std::move(list));
}

Node scale_tree(const Scale& scale) {
  Node list = json_list();
  for (const auto& point : scale.points) {
    Node map = json_map();
    add_field(map, "value", json_number(point.value));
    add_field(map, "label", json_text(point.label));
    add_text_unless_empty(map, "anchor", point.anchor);
    list.items.push_back(std::move(map));
  }
  return list;
}

Node gates_tree(const Gates& gates) {
  Node map = json_map();
  add_field(map, "coverage", json_number(gates.coverage));
  add_field(map, "at_target", json_number(gates.at_target));
  add_field(map, "pillar_at_target", json_number(gates.pillar_at_target));
  add_field(map, "floor", json_number(gates.floor));
  return map;
}

Node source_tree(const Provenance& source) {
  Node map = json_map();
  add_text_unless_empty(map, "title", source.title);
  add_text_unless_empty(map, "url", source.url);
  add_text_unless_empty(map, "license", source.license);
  return map;
}

Node behavior_tree(const Behavior& behavior) {
  Node map = json_map();
  add_field(map, "id", json_text(behavior.id));
  add_field(map, "text", json_text(behavior.text));
  add_list_unless_empty(map, "probes", behavior.probes);
  if (behavior.target) add_field(map, "target", json_number(*behavior.target));
  add_list_unless_empty(map, "formerly", behavior.formerly);
  add_text_unless_empty(map, "source", behavior.source);
  return map;
}

Node responsibility_tree(const Responsibility& responsibility) {
  Node map = json_map();
  add_field(map, "id", json_text(responsibility.id));
  add_field(map, "title", json_text(responsibility.title));
  add_text_unless_empty(map, "summary", responsibility.summary);
  Node behaviors = json_list();
  for (const auto& behavior : responsibility.behaviors) behaviors.items.push_back(behavior_tree(behavior));
  add_field(map, "behaviors", std::move(behaviors));
  return map;
}

Node pillar_tree(const Pillar& pillar) {
  Node map = json_map();
  add_field(map, "id", json_text(pillar.id));
  add_field(map, "title", json_text(pillar.title));
  add_text_unless_empty(map, "summary", pillar.summary);
  Node list = json_list();
  for (const auto& responsibility : pillar.responsibilities) list.items.push_back(responsibility_tree(responsibility));
  add_field(map, "responsibilities", std::move(list));
  return map;
}

Node terms_tree(const std::vector<Term>& terms) {
  Node list = json_list();
  for (const auto& term : terms) {
    Node map = json_map();
    add_field(map, "term", json_text(term.term));
    add_field(map, "meaning", json_text(term.meaning));
    list.items.push_back(std::move(map));
  }
  return list;
}

void append_quoted(std::string& out, const std::string& text) {
  // Texts are checked when they come in. Should a malformed byte still get here, a lost byte is better than a lost
  // save.
  out += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void append_line(std::string& out, std::size_t indent) { out.append(1, '\n').append(indent, ' '); }

void append_value(std::string& out, const Node& node, std::size_t indent);

void append_map(std::string& out, const Node& node, std::size_t indent) {
  const char* separator = "{";
  for (const auto& entry : node.entries) {
    out += std::exchange(separator, ",");
    append_line(out, indent + 2);
    append_quoted(out, entry.key.scalar);
    out += ": ";
    append_value(out, entry.value, indent + 2);
  }
  append_line(out, indent);
  out += '}';
}

void append_list(std::string& out, const Node& node, std::size_t indent) {
  const char* separator = "[";
  for (const auto& item : node.items) {
    out += std::exchange(separator, ",");
    append_line(out, indent + 2);
    append_value(out, item, indent + 2);
  }
  append_line(out, indent);
  out += ']';
}

void append_value(std::string& out, const Node& node, std::size_t indent) {
  switch (node.kind) {
    case Node::Kind::null:
      out += "null";
      return;
    case Node::Kind::scalar:
      if (node.spelling == Node::Spelling::number || node.spelling == Node::Spelling::boolean)
        out += node.scalar;
      else
        append_quoted(out, node.scalar);
      return;
    case Node::Kind::sequence:
      if (node.items.empty())
        out += "[]";
      else
        append_list(out, node, indent);
      return;
    case Node::Kind::map:
      if (node.entries.empty())
        out += "{}";
      else
        append_map(out, node, indent);
      return;
  }
}

}  // namespace

Node json_null() { return {}; }
Node json_text(std::string_view text) { return scalar(Node::Spelling::quoted, std::string(text)); }
Node json_number(int value) { return scalar(Node::Spelling::number, std::to_string(value)); }
Node json_number(double value) { return scalar(Node::Spelling::number, fmt::format("{}", value)); }

Node json_map() {
  Node node;
  node.kind = Node::Kind::map;
  return node;
}

Node json_list() {
  Node node;
  node.kind = Node::Kind::sequence;
  return node;
}

void add_field(Node& map, std::string_view key, Node value) {
  map.entries.push_back({{{}, 1, std::string(key)}, std::move(value)});
}

Node ladder_tree(const Ladder& ladder) {
  Node map = json_map();
  add_field(map, "format", json_text("rung-ladder/1"));
  add_field(map, "id", json_text(ladder.id));
  add_field(map, "title", json_text(ladder.title));
  add_text_unless_empty(map, "track", ladder.track);
  add_text_unless_empty(map, "level", ladder.level);
  add_text_unless_empty(map, "version", ladder.version);
  add_text_unless_empty(map, "summary", ladder.summary);
  if (ladder.source != Provenance{}) add_field(map, "source", source_tree(ladder.source));
  add_field(map, "scale", scale_tree(ladder.scale));
  add_field(map, "target", json_number(ladder.target));
  add_field(map, "gates", gates_tree(ladder.gates));
  Node pillars = json_list();
  for (const auto& pillar : ladder.pillars) pillars.items.push_back(pillar_tree(pillar));
  add_field(map, "pillars", std::move(pillars));
  if (!ladder.terms.empty()) add_field(map, "terms", terms_tree(ladder.terms));
  return map;
}

std::string write_json(const Node& node) {
  std::string out;
  append_value(out, node, 0);
  return out;
}

std::string to_json(const Ladder& ladder) { return write_json(ladder_tree(ladder)) + '\n'; }

std::string freeze(const Ladder& ladder) {
  constexpr std::size_t indent_of_fields = 2;
  std::string out;
  append_value(out, ladder_tree(ladder), indent_of_fields);
  return out;
}

}  // namespace rung
