#include <rung/ladder/schema.hpp>

#include <optional>
#include <string_view>
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

Node list_type(std::string_view definition, RecordsField range) {
  Map type;
  type.add("type", "array").add("items", refer_to(definition));
  if (range.least > 0) type.add("minItems", json_number(static_cast<int>(range.least)));
  if (range.most > 0) type.add("maxItems", json_number(static_cast<int>(range.most)));
  return type.take();
}

// The type of a field of each kind.

template <class Member>
Node type_of(const FieldFacts& /*field*/, IdField /*kind*/) {
  return refer_to("id");
}
template <class Member>
Node type_of(const FieldFacts& field, LineField /*kind*/) {
  return refer_to(field.requirement == Requirement::required ? "line" : "optionalLine");
}
template <class Member>
Node type_of(const FieldFacts& field, ProseField /*kind*/) {
  return refer_to(field.requirement == Requirement::required ? "text" : "optionalText");
}
template <class Member>
Node type_of(const FieldFacts& /*field*/, TextsField /*kind*/) {
  return list_type("text", {});
}
template <class Member>
Node type_of(const FieldFacts& /*field*/, KeysField /*kind*/) {
  return list_type("key", {});
}
template <class Member>
Node type_of(const FieldFacts& /*field*/, PointValueField /*kind*/) {
  return refer_to("scaleValue");
}
template <class Member>
Node type_of(const FieldFacts& /*field*/, ScaleValueField /*kind*/) {
  return refer_to("scaleValue");
}
template <class Member>
Node type_of(const FieldFacts& /*field*/, ShareField /*kind*/) {
  return refer_to("share");
}
template <class Member>
Node type_of(const FieldFacts& /*field*/, RecordField /*kind*/) {
  return refer_to(record_facts<Member>.name);
}
template <class Member>
Node type_of(const FieldFacts& /*field*/, RecordsField range) {
  using Item = std::remove_cvref_t<decltype(items_of(std::declval<Member&>()).front())>;
  return list_type(record_facts<Item>.name, range);
}

/// A field without a value counts as absent, so an optional one may be null.
template <class Record, class Member, class Kind>
Node describe_field(const Field<Record, Member, Kind>& field) {
  Map described;
  described.add_unless_empty("description", field.description);
  const Node type = type_of<Member>(field, field.kind);
  if (field.requirement == Requirement::required) {
    for (const Node::Entry& entry : type.entries) described.add(entry.key.scalar, entry.value);
    return described.take();
  }
  described.add("anyOf", list_of({type, Map().add("type", "null").take()}));
  if constexpr (std::is_same_v<Kind, ShareField>) described.add("default", json_number(Record{}.*field.member));
  return described.take();
}

/// `described` with what makes it the schema of the record.
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

/// Adds the records that the record is made of, each before those that it is made of itself.
template <class Record>
void add_definitions(Map& definitions) {
  const auto add = [&]<class Part>(std::type_identity<Part> /*part*/) {
    definitions.add(record_facts<Part>.name, describe_record<Part>({}));
    add_definitions<Part>(definitions);
  };
  visit_fields<Record>([&](const auto& field) {
    using Member = std::remove_cvref_t<decltype(std::declval<Record&>().*field.member)>;
    using Kind = std::remove_cvref_t<decltype(field.kind)>;
    if constexpr (std::is_same_v<Kind, RecordField>)
      add(std::type_identity<Member>{});
    else if constexpr (std::is_same_v<Kind, RecordsField>)
      add(std::type_identity<std::remove_cvref_t<decltype(items_of(std::declval<Member&>()).front())>>{});
  });
}

Map text_type(std::string_view description) {
  return Map()
      .add("description", description)
      .add("type", list_of({json_text("string"), json_text("number"), json_text("boolean")}))
      .add("maxLength", json_number(16'384));
}

/// A text of any pattern; of the one given if there is one.
Node allowed_text(std::string_view description, std::string_view pattern) {
  return text_type(description).add_unless_empty("pattern", pattern).add("not", refer_to("forbidden")).take();
}

void add_kinds(Map& definitions) {
  constexpr std::string_view id = "[a-z0-9][a-z0-9-]{0,63}";
  definitions
      .add("id", Map()
                     .add("description", "1 to 64 of a-z, 0-9 and -, not beginning with -.")
                     .add("type", list_of({json_text("string"), json_text("integer")}))
                     .add("pattern", fmt::format("^{}$", id))
                     .add("minimum", json_number(0))
                     .take())
      .add("key", Map()
                      .add("description", "The key of a behavior: pillar.responsibility.behavior.")
                      .add("type", "string")
                      .add("pattern", fmt::format("^{0}\\.{0}\\.{0}$", id))
                      .take())
      .add("line", allowed_text("Text without a line break, not blank.", "^\\s*\\S[^\\n]*\\s*$"))
      .add("optionalLine", allowed_text("Text without a line break; may be empty.", "^\\s*[^\\n]*\\s*$"))
      .add("text", allowed_text("Text of one or more lines, not blank.", "\\S"))
      .add("optionalText", allowed_text("Text of one or more lines; may be empty.", ""))
      .add("forbidden", Map()
                            .add("description",
                                 "Text with a control character other than tab and line break, or one that reverses "
                                 "the direction of text.")
                            .add("type", "string")
                            .add("pattern",
                                 "[\\u0000-\\u0008\\u000B-\\u001F\\u007F-\\u009F\\u061C\\u200E\\u200F\\u2028-\\u202E"
                                 "\\u2066-\\u2069]")
                            .take())
      .add("scaleValue", Map()
                             .add("description", "A value of the scale.")
                             .add("type", "integer")
                             .add("minimum", json_number(1))
                             .add("maximum", json_number(9))
                             .take())
      .add("share", Map()
                        .add("description", "A share from 0 to 1: 80 percent is 0.8.")
                        .add("type", "number")
                        .add("minimum", json_number(0))
                        .add("maximum", json_number(1))
                        .take());
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
