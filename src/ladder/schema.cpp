#include <rung/ladder/schema.hpp>

#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <rung/diagnostic/node_writer.hpp>
#include <rung/ladder/fields.hpp>

namespace rung {
namespace {

/// A JSON map under construction.
class Map {
 public:
  Map& add(std::string_view key, Node value) {
    add_field(node_, key, std::move(value));
    return *this;
  }
  Map& add(std::string_view key, std::string_view text) { return add(key, json_text(text)); }
  Map& add_unless_empty(std::string_view key, std::string_view text) { return text.empty() ? *this : add(key, text); }
  Node take() { return std::move(node_); }

 private:
  Node node_ = json_map();
};

Node list_of(std::vector<Node> items) {
  Node list = json_list();
  list.items = std::move(items);
  return list;
}

Node refer_to(std::string_view definition) { return Map().add("$ref", fmt::format("#/$defs/{}", definition)).take(); }

// The schema of a field, by kind; for a list, the schema of its items.

std::string_view definition_of(IdField /*kind*/, Requirement /*requirement*/) { return "id"; }
std::string_view definition_of(TitleField /*kind*/, Requirement /*requirement*/) { return "optionalLine"; }
std::string_view definition_of(TextsField /*kind*/, Requirement /*requirement*/) { return "text"; }
std::string_view definition_of(KeysField /*kind*/, Requirement /*requirement*/) { return "key"; }
std::string_view definition_of(PointValueField /*kind*/, Requirement /*requirement*/) { return "scaleValue"; }
std::string_view definition_of(ScaleValueField /*kind*/, Requirement /*requirement*/) { return "scaleValue"; }
std::string_view definition_of(ShareField /*kind*/, Requirement /*requirement*/) { return "share"; }
std::string_view definition_of(SwitchField /*kind*/, Requirement /*requirement*/) { return "switch"; }
std::string_view definition_of(LineField /*kind*/, Requirement requirement) {
  return requirement == Requirement::required ? "line" : "optionalLine";
}
std::string_view definition_of(ProseField /*kind*/, Requirement requirement) {
  return requirement == Requirement::required ? "text" : "optionalText";
}

/// The type of a list's items; for any other member, its own type.
template <class Member>
auto part_of(const Member& member) {
  if constexpr (IsList<Member>)
    return std::type_identity<std::remove_cvref_t<decltype(items_of(member).front())>>{};
  else
    return std::type_identity<Member>{};
}
template <class Member>
using PartOf = typename decltype(part_of(std::declval<Member>()))::type;

template <class Record, class Member, class Kind>
Node type_of(const Field<Record, Member, Kind>& field) {
  Node items;
  if constexpr (IsRecord<PartOf<Member>>)
    items = refer_to(record_facts<PartOf<Member>>.name);
  else
    items = refer_to(definition_of(field.kind, field.requirement));
  if constexpr (is_gate_setting<Member> && !std::is_same_v<Kind, SwitchField>)
    return Map().add("anyOf", list_of({std::move(items), Map().add("const", json_boolean(false)).take()})).take();
  if constexpr (!IsList<Member>) return items;
  Map list;
  list.add("type", "array").add("items", std::move(items));
  if constexpr (std::is_same_v<Kind, RecordsField>) {
    if (field.kind.least > 0) list.add("minItems", json_number(static_cast<int>(field.kind.least)));
    if (field.kind.most > 0) list.add("maxItems", json_number(static_cast<int>(field.kind.most)));
  }
  return list.take();
}

/// A field without a value counts as absent, so optional fields may be null.
template <class Record, class Member, class Kind>
Node describe_field(const Field<Record, Member, Kind>& field) {
  Map described;
  described.add_unless_empty("description", field.description);
  const Node type = type_of(field);
  if (field.requirement == Requirement::required) {
    for (const Node::Entry& entry : type.entries) described.add(entry.key.scalar, entry.value);
    return described.take();
  }
  described.add("anyOf", list_of({type, Map().add("type", "null").take()}));
  if constexpr (std::is_same_v<Kind, ShareField>)
    described.add("default", json_number(*(Record{}.*field.member).threshold));
  if constexpr (std::is_same_v<Kind, SwitchField>)
    described.add("default", json_boolean(*(Record{}.*field.member).threshold));
  return described.take();
}

/// The schema of the record; `described` is its start.
template <class Record>
Node describe_record(Map described) {
  Map properties;
  std::vector<Node> required;
  if (constexpr auto format = record_facts<Record>.format; !format.empty()) {
    properties.add("format", Map().add("description", "Which format this is.").add("const", format).take());
    required.push_back(json_text("format"));
  }
  visit_fields<Record>([&](const auto& field) {
    if constexpr (!std::is_same_v<std::remove_cvref_t<decltype(field.kind)>, DerivedField>) {
      properties.add(field.name, describe_field(field));
      if (field.requirement == Requirement::required) required.push_back(json_text(field.name));
    }
  });
  return described.add("description", record_facts<Record>.description)
      .add("type", "object")
      .add("properties", properties.take())
      .add("required", list_of(std::move(required)))
      .add("additionalProperties", json_boolean(false))
      .take();
}

/// Adds the record types that the record uses, each before the ones that it uses in turn.
template <class Record>
void add_definitions(Map& definitions) {
  visit_fields<Record>([&]<class Member, class Kind>(const Field<Record, Member, Kind>& /*field*/) {
    if constexpr (IsRecord<PartOf<Member>>) {
      definitions.add(record_facts<PartOf<Member>>.name, describe_record<PartOf<Member>>({}));
      add_definitions<PartOf<Member>>(definitions);
    }
  });
}

Map type_named(std::string_view description, std::string_view type) {
  return Map().add("description", description).add("type", type);
}

Node number_type(std::string_view description, std::string_view type, int lowest, int highest) {
  return type_named(description, type).add("minimum", json_number(lowest)).add("maximum", json_number(highest)).take();
}

/// A text, matching `pattern` if there is one.
Node text_type(std::string_view description, std::string_view pattern) {
  return Map()
      .add("description", description)
      .add("type", list_of({json_text("string"), json_text("number"), json_text("boolean")}))
      .add("maxLength", json_number(16'384))
      .add_unless_empty("pattern", pattern)
      .add("not", refer_to("forbidden"))
      .take();
}

void add_kinds(Map& definitions) {
  constexpr std::string_view id = "[a-z0-9][a-z0-9-]{0,63}";
  constexpr std::string_view forbidden =
      R"([\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069])";
  Map id_type;
  id_type.add("description", "1 to 64 of a-z, 0-9 and -, not beginning with -.")
      .add("type", list_of({json_text("string"), json_text("integer")}))
      .add("pattern", fmt::format("^{}$", id))
      .add("minimum", json_number(0));
  Map key_type = type_named("The key of a behavior: pillar.responsibility.behavior.", "string");
  key_type.add("pattern", fmt::format("^{0}\\.{0}\\.{0}$", id));
  Map forbidden_type = type_named(
      "Text with a control character other than tab and line break, or one that reverses the direction of text.",
      "string");
  forbidden_type.add("pattern", forbidden);
  definitions.add("id", id_type.take())
      .add("key", key_type.take())
      .add("line", text_type("Text without a line break, not blank.", "^\\s*\\S[^\\n]*\\s*$"))
      .add("optionalLine", text_type("Text without a line break; may be empty.", "^\\s*[^\\n]*\\s*$"))
      .add("text", text_type("Text of one or more lines, not blank.", "\\S"))
      .add("optionalText", text_type("Text of one or more lines; may be empty.", ""))
      .add("forbidden", forbidden_type.take())
      .add("scaleValue", number_type("A value of the scale.", "integer", 1, 9))
      .add("switch", type_named("Whether the gate is on.", "boolean").take())
      .add("share", number_type("A share from 0 to 1: 80 percent is 0.8.", "number", 0, 1));
}

}  // namespace

std::string ladder_schema() {
  Map definitions;
  add_kinds(definitions);
  add_definitions<Ladder>(definitions);
  Map head;
  head.add("$schema", "https://json-schema.org/draft/2020-12/schema")
      .add("$id", "https://rung.invalid/schema/ladder.schema.json")
      .add("title", "Rung ladder");
  Node schema = describe_record<Ladder>(std::move(head));
  add_field(schema, "$defs", definitions.take());
  return write_json(schema) += '\n';
}

}  // namespace rung
