#include <rung/assessment/json.hpp>

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>
#include <vector>

#include <rung/assessment/assessment_reader.hpp>
#include <rung/assessment/fields.hpp>
#include <rung/assessment/json_parse.hpp>
#include <rung/assessment/plain_fields.hpp>
#include <rung/diagnostic/node_writer.hpp>

#include "read_assessment.hpp"

namespace rung {

// Writers for the kinds of an assessment's fields, which write_record selects by kind.

Node write_value(const Ladder& ladder, FrozenLadderField /*kind*/) {
  return write_record(ladder, EmptyFields::omitted);
}
template <class Threshold, class Kind>
Node write_value(const GateSetting<Threshold>& gate, Kind /*kind*/) {
  if (!gate.threshold) return json_boolean(false);
  if constexpr (std::is_same_v<Threshold, bool>)
    return json_boolean(*gate.threshold);
  else
    return json_number(*gate.threshold);
}
Node write_value(RaterRole role, RoleField /*kind*/) { return json_text(to_string(role)); }
Node write_value(Origin origin, OriginField /*kind*/) { return json_text(to_string(origin)); }
Node write_value(const Rating& rating, StateField /*kind*/) { return json_text(state_of(rating)); }

Node write_value(const Rating& rating, RatedValueField /*kind*/) {
  const auto value = rated_value(rating);
  return value ? json_number(*value) : json_null();
}

Node write_value(const Rating& rating, ReasonField /*kind*/) {
  const auto* not_applicable = std::get_if<NotApplicable>(&rating);
  return json_text(not_applicable != nullptr ? std::string_view(not_applicable->reason) : std::string_view());
}

namespace {

Node* find_entry(Node& map, std::string_view key) {
  const auto found = std::find_if(map.entries.begin(), map.entries.end(),
                                  [&](const Node::Entry& entry) { return entry.key.scalar == key; });
  return found == map.entries.end() ? nullptr : &found->value;
}

/// Finds the objects of unknown fields. Answers are found by behavior, other list items by index. All names in the path
/// are known, so none has a character that JSON pointers escape.
class ObjectFinder {
 public:
  explicit ObjectFinder(Node& root) : root_(root), answers_(find_entry(root, name_of(&Assessment::answers))) {
    for (Node& answer : answers_->items)
      answer_by_behavior_.emplace(answer.find(name_of(&Answer::behavior))->scalar, &answer);
  }

  /// nullptr if the object no longer exists.
  Node* find(std::string_view where) {
    Node* node = &root_;
    while (node != nullptr && !where.empty()) {
      where.remove_prefix(1);
      const auto step = where.substr(0, where.find('/'));
      where.remove_prefix(step.size());
      node = node == answers_ ? find_answer(step) : descend(*node, step);
    }
    return node;
  }

 private:
  Node* find_answer(std::string_view behavior) {
    const auto found = answer_by_behavior_.find(behavior);
    return found == answer_by_behavior_.end() ? nullptr : found->second;
  }

  static Node* descend(Node& node, std::string_view step) {
    if (node.kind == Node::Kind::map && find_entry(node, step) == nullptr) {
      // A map that has nothing else is omitted when it is written.
      add_field(node, step, json_map());
    }
    if (node.kind != Node::Kind::sequence) return find_entry(node, step);
    std::size_t index = node.items.size();
    std::from_chars(step.data(), step.data() + step.size(), index);
    return index < node.items.size() ? &node.items[index] : nullptr;
  }

  Node& root_;
  Node* answers_;
  std::map<std::string, Node*, std::less<>> answer_by_behavior_;
};

/// Adding a field to an object moves its contents, so inner objects are completed first.
std::vector<const UnknownField*> list_deepest_first(const std::vector<UnknownField>& unknown) {
  std::vector<const UnknownField*> fields;
  fields.reserve(unknown.size());
  for (const auto& field : unknown) fields.push_back(&field);
  const auto depth = [](const UnknownField* field) {
    return std::count(field->where.begin(), field->where.end(), '/');
  };
  std::stable_sort(fields.begin(), fields.end(),
                   [&](const UnknownField* a, const UnknownField* b) { return depth(a) > depth(b); });
  return fields;
}

}  // namespace

std::optional<int> read_assessment_version(std::string_view json) {
  const auto tree = parse_json(Source("", json));
  const int version = tree ? read_version(*tree.value) : 0;
  return version > 0 ? std::optional(version) : std::nullopt;
}

std::string to_json(const Assessment& assessment) {
  Node root = write_record(assessment, EmptyFields::written);
  ObjectFinder objects(root);
  for (const UnknownField* field : list_deepest_first(assessment.unknown)) {
    Node* object = objects.find(field->where);
    if (object != nullptr && object->kind == Node::Kind::map && find_entry(*object, field->name) == nullptr)
      add_field(*object, field->name, field->value);
  }
  return write_json(root) += '\n';
}

Parsed<Assessment> parse_assessment(std::string_view json, std::string_view source) {
  return AssessmentReader().read(json, source);
}

std::string to_json(const Ladder& ladder) { return write_json(write_value(ladder, FrozenLadderField{})) += '\n'; }

std::string freeze(const Ladder& ladder) {
  constexpr std::size_t indent_of_fields = 2;
  return write_json(write_value(ladder, FrozenLadderField{}), indent_of_fields);
}

}  // namespace rung
