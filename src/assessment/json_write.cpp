#include <algorithm>
#include <charconv>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <rung/assessment/json.hpp>

#include "json_tree.hpp"

namespace rung {
namespace {

Node text_or_null(const std::optional<std::string>& text) { return text ? json_text(*text) : json_null(); }

Node timestamp_tree(const std::optional<Timestamp>& timestamp) {
  return timestamp ? json_text(format_timestamp(*timestamp)) : json_null();
}

Node evidence_tree(const std::vector<Evidence>& evidence) {
  Node list = json_list();
  for (const auto& item : evidence) {
    Node map = json_map();
    add_field(map, "text", json_text(item.text));
    add_field(map, "link", json_text(item.link));
    add_field(map, "on", text_or_null(item.on ? std::optional(format_date(*item.on)) : std::nullopt));
    list.items.push_back(std::move(map));
  }
  return list;
}

Node answer_tree(const Answer& answer) {
  const auto* not_applicable = std::get_if<NotApplicable>(&answer.rating);
  const auto value = rated_value(answer.rating);
  Node map = json_map();
  add_field(map, "behavior", json_text(answer.behavior));
  add_field(map, "state", json_text(state_of(answer.rating)));
  add_field(map, "rating", value ? json_number(*value) : json_null());
  add_field(map, "reason", json_text(not_applicable != nullptr ? not_applicable->reason : std::string_view{}));
  add_field(map, "note", json_text(answer.note));
  add_field(map, "evidence", evidence_tree(answer.evidence));
  add_field(map, "answered_at", timestamp_tree(answer.answered_at));
  return map;
}

Node assessment_tree(const Assessment& assessment) {
  Node map = json_map();
  add_field(map, "format", json_text("rung-assessment/1"));
  add_field(map, "id", json_text(assessment.id));
  add_field(map, "ladder", ladder_tree(assessment.ladder));
  Node rater = json_map();
  add_field(rater, "name", json_text(assessment.rater.name));
  add_field(rater, "role", json_text(to_string(assessment.rater.role)));
  add_field(map, "rater", std::move(rater));
  add_field(map, "label", json_text(assessment.label));
  add_field(map, "started_at", timestamp_tree(assessment.started_at));
  add_field(map, "finished_at", timestamp_tree(assessment.finished_at));
  Node answers = json_list();
  for (const auto& answer : assessment.answers) answers.items.push_back(answer_tree(answer));
  add_field(map, "answers", std::move(answers));
  return map;
}

Node* find_entry(Node& map, std::string_view key) {
  const auto found = std::find_if(map.entries.begin(), map.entries.end(),
                                  [&](const Node::Entry& entry) { return entry.key.scalar == key; });
  return found == map.entries.end() ? nullptr : &found->value;
}

/// Finds the objects that unknown fields stood in. Answers are found by their behavior, everything else in a list by
/// its index. The names on the way are known ones, so none of them holds a character that JSON pointers escape.
class ObjectFinder {
 public:
  explicit ObjectFinder(Node& root) : root_(root), answers_(find_entry(root, "answers")) {
    for (Node& answer : answers_->items) answer_by_behavior_.emplace(answer.find("behavior")->scalar, &answer);
  }

  /// nullptr when the object is gone.
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
    if (node.kind != Node::Kind::sequence) return find_entry(node, step);
    std::size_t index = node.items.size();
    std::from_chars(step.data(), step.data() + step.size(), index);
    return index < node.items.size() ? &node.items[index] : nullptr;
  }

  Node& root_;
  Node* answers_;
  std::map<std::string, Node*, std::less<>> answer_by_behavior_;
};

/// A field that is added to an object moves what the object holds, so the inner ones have to be complete before.
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

std::string to_json(const Assessment& assessment) {
  Node root = assessment_tree(assessment);
  ObjectFinder objects(root);
  for (const UnknownField* field : list_deepest_first(assessment.unknown)) {
    Node* object = objects.find(field->where);
    if (object != nullptr && object->kind == Node::Kind::map && find_entry(*object, field->name) == nullptr)
      add_field(*object, field->name, field->value);
  }
  return write_json(root) + '\n';
}

}  // namespace rung
