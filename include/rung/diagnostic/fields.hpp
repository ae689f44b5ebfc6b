#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

/// The one list of fields of each record. Beside a record stands
///
///     template <> inline constexpr RecordFacts record_facts<Term>{"term", "A word and what it means here."};
///     template <>
///     inline constexpr auto fields<Term> = std::tuple{
///         required("term", &Term::term, LineField{}),
///         required("meaning", &Term::meaning, ProseField{}),
///     };
///
/// Readers, writers, packing, redaction, comparisons, JSON Schemas, and random samples walk it with visit_fields and
/// have one overload for each kind, so a new field of a known kind needs no code in any of them.
namespace rung {

// The kinds that more than one layer uses. A kind says how a field is read and written.

struct IdField {};      ///< std::string: `[a-z0-9][a-z0-9-]{0,63}`
struct TextField {};    ///< std::string, exactly as written
struct ProseField {};   ///< std::string without white space at its ends
struct LineField {};    ///< as ProseField, without line breaks
struct TextsField {};   ///< std::vector<std::string>, none of them blank
struct RecordField {};  ///< a record
/// A list of records.
struct RecordsField {
  std::size_t least = 0;
  std::size_t most = 0;  ///< 0 for no limit
};
/// Not in files: it follows from other fields, or the reader fills it in.
struct DerivedField {};

/// Whether reading a record without the field is an error.
enum class Requirement { required, optional };
/// What redaction does with the field.
enum class Privacy { shown, redacted };
/// Whether records that differ in the field alone count as different.
enum class Difference { counts, ignored };

struct FieldFacts {
  std::string_view name;  ///< the key in files; empty for a derived field
  Requirement requirement = Requirement::optional;
  std::string_view description = {};  ///< one sentence for people who write files; may be empty
  Privacy privacy = Privacy::shown;
  Difference difference = Difference::counts;
};

template <class Record, class Member, class Kind>
struct Field : FieldFacts {
  Member Record::*member;
  Kind kind;

  [[nodiscard]] constexpr Field redacted() const {
    Field field = *this;
    field.privacy = Privacy::redacted;
    return field;
  }
  [[nodiscard]] constexpr Field without_difference() const {
    Field field = *this;
    field.difference = Difference::ignored;
    return field;
  }
};

template <class Record, class Member, class Kind>
constexpr Field<Record, Member, Kind> required(std::string_view name, Member Record::*member, Kind kind,
                                               std::string_view description = {}) {
  return {{name, Requirement::required, description}, member, kind};
}

template <class Record, class Member, class Kind>
constexpr Field<Record, Member, Kind> optional(std::string_view name, Member Record::*member, Kind kind,
                                               std::string_view description = {}) {
  return {{name, Requirement::optional, description}, member, kind};
}

template <class Record, class Member>
constexpr Field<Record, Member, DerivedField> derived(Member Record::*member) {
  return {{{}, Requirement::optional, {}, Privacy::shown, Difference::ignored}, member, {}};
}

struct RecordFacts {
  std::string_view name;  ///< as messages and schemas call it
  std::string_view description = {};
  std::string_view format = {};  ///< the value of its first key, `format`; empty for a record without one
};

template <class Record>
inline constexpr RecordFacts record_facts{};
template <class Record>
inline constexpr auto fields = std::tuple{};

template <class T>
concept IsRecord = !record_facts<T>.name.empty();

/// The items of a list; a type that wraps a list has an overload beside it.
template <class Item>
std::vector<Item>& items_of(std::vector<Item>& list) {
  return list;
}
template <class Item>
const std::vector<Item>& items_of(const std::vector<Item>& list) {
  return list;
}

template <class T>
concept IsList = requires(const T& list) {
  items_of(list).size();
};

namespace field_list {

struct Anything {
  template <class T>
  operator T&() const;
};

template <class Record, std::size_t... indices>
constexpr bool has_members(std::index_sequence<indices...> /*count*/) {
  return requires { Record{(static_cast<void>(indices), Anything{})...}; };
}

/// How many members an aggregate has.
template <class Record, std::size_t count = 0>
constexpr std::size_t count_members() {
  if constexpr (has_members<Record>(std::make_index_sequence<count + 1>()))
    return count_members<Record, count + 1>();
  else
    return count;
}

template <class One, class Other>
constexpr bool is_same_member(const One& one, const Other& other) {
  if constexpr (std::is_same_v<decltype(one.member), decltype(other.member)>)
    return one.member == other.member;
  else
    return false;
}

/// How many members the list names; several fields may share one.
template <class Record>
constexpr std::size_t count_listed() {
  return std::apply(
      [](const auto&... field) {
        const auto is_first = [&](const auto& one, std::size_t at) {
          std::size_t index = 0;
          return ((index++ >= at || !is_same_member(field, one)) && ...);
        };
        std::size_t at = 0;
        std::size_t listed = 0;
        ((listed += is_first(field, at++) ? 1U : 0U), ...);
        return listed;
      },
      fields<Record>);
}

}  // namespace field_list

/// Calls `visit` with each field of the list, in its order.
template <class Record, class Visit>
constexpr void visit_fields(Visit&& visit) {
  static_assert(field_list::count_listed<Record>() == field_list::count_members<Record>(),
                "a member of the record is missing in its list of fields");
  std::apply([&](const auto&... field) { (visit(field), ...); }, fields<Record>);
}

/// The keys of the record in files, in order, `format` included.
template <class Record>
inline constexpr auto field_names = [] {
  constexpr bool has_format = !record_facts<Record>.format.empty();
  constexpr std::size_t count = std::apply(
      [](const auto&... field) { return (static_cast<std::size_t>(!field.name.empty()) + ...); }, fields<Record>);
  std::array<std::string_view, count + (has_format ? 1 : 0)> names;
  std::size_t next = 0;
  if (has_format) names[next++] = "format";
  visit_fields<Record>([&](const FieldFacts& field) {
    if (!field.name.empty()) names[next++] = field.name;
  });
  return names;
}();

/// The key of a member in files.
template <class Record, class Member>
constexpr std::string_view name_of(Member Record::*member) {
  std::string_view name;
  visit_fields<Record>([&](const auto& field) {
    if constexpr (std::is_same_v<decltype(field.member), Member Record::*>)
      if (name.empty() && field.member == member) name = field.name;
  });
  return name;
}

/// Whether there is nothing in it: no text, no items, no value, or a record of such fields alone. A number is
/// something.
template <class Value>
bool is_empty(const Value& value) {
  if constexpr (IsRecord<Value>) {
    bool empty = true;
    visit_fields<Value>([&](const auto& field) { empty = empty && is_empty(value.*field.member); });
    return empty;
  } else if constexpr (requires { value.empty(); }) {
    return value.empty();
  } else if constexpr (requires { value.has_value(); }) {
    return !value.has_value();
  } else {
    return false;
  }
}

/// Whether the two are equal in every field in which a difference counts.
template <class Value>
bool says_the_same(const Value& one, const Value& other) {
  if constexpr (IsRecord<Value>) {
    bool same = true;
    visit_fields<Value>([&](const auto& field) {
      if (field.difference == Difference::counts) same = same && says_the_same(one.*field.member, other.*field.member);
    });
    return same;
  } else if constexpr (IsList<Value>) {
    const auto is_same = [](const auto& a, const auto& b) { return says_the_same(a, b); };
    return std::equal(items_of(one).begin(), items_of(one).end(), items_of(other).begin(), items_of(other).end(),
                      is_same);
  } else {
    return one == other;
  }
}

}  // namespace rung
