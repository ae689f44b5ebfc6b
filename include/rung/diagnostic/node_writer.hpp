#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <rung/diagnostic/fields.hpp>
#include <rung/diagnostic/node.hpp>

namespace rung {

// Values of a JSON tree.
Node json_null();
Node json_text(std::string_view text);
Node json_number(int value);
Node json_number(double value);
Node json_boolean(bool value);
Node json_map();
Node json_list();
/// Appends the field and returns `map`.
Node& add_field(Node& map, std::string_view key, Node value);

/// The text of a JSON tree, indented by two spaces, numbers as they are spelled, without a line feed at the end. All
/// lines but the first stand `indent` further in. A malformed byte becomes U+FFFD: better a lost byte than a lost save.
std::string write_json(const Node& node, std::size_t indent = 0);

/// As write_json, but all on one line and without spaces between tokens.
std::string write_json_line(const Node& node);

/// What becomes of an optional field that is empty.
enum class EmptyFields { omitted, written };

template <class Record>
Node write_record(const Record& record, EmptyFields empty_fields);

/// The value as a JSON tree. A layer writes the values of its own with an overload of `write_value(value, kind)` beside
/// their kind.
template <class Value, class Kind>
Node write_field(const Value& value, const Kind& kind, EmptyFields empty_fields) {
  if constexpr (std::is_same_v<Value, std::string>) {
    return json_text(value);
  } else if constexpr (std::is_arithmetic_v<Value>) {
    return json_number(value);
  } else if constexpr (IsRecord<Value> && std::is_same_v<Kind, RecordField>) {
    return write_record(value, empty_fields);
  } else if constexpr (IsList<Value>) {
    Node list = json_list();
    for (const auto& item : items_of(value)) list.items.push_back(write_field(item, RecordField{}, empty_fields));
    return list;
  } else if constexpr (requires { value.has_value(); }) {
    return value ? write_field(*value, kind, empty_fields) : json_null();
  } else {
    return write_value(value, kind);
  }
}

/// The record as a JSON map of its fields, in the order of the list.
template <class Record>
Node write_record(const Record& record, EmptyFields empty_fields) {
  Node map = json_map();
  if (!record_facts<Record>.format.empty()) add_field(map, "format", json_text(record_facts<Record>.format));
  visit_fields<Record>([&](const auto& field) {
    if constexpr (!std::is_same_v<std::remove_cvref_t<decltype(field.kind)>, DerivedField>) {
      const auto& value = record.*field.member;
      const bool is_omitted = empty_fields == EmptyFields::omitted && field.requirement == Requirement::optional;
      if (!is_omitted || !is_empty(value)) add_field(map, field.name, write_field(value, field.kind, empty_fields));
    }
  });
  return map;
}

}  // namespace rung
