#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <rung/diagnostic.hpp>
#include <rung/diagnostic/node.hpp>
#include <rung/diagnostic/source.hpp>

namespace rung {

/// What becomes of keys that a reader does not know.
enum class UnknownKeys { refuse, keep };

/// An unknown field that was met under UnknownKeys::keep: the JSON pointer of the object it stands in, and the field.
struct UnknownField {
  std::string where;
  std::string name;
  Node value;

  friend bool operator==(const UnknownField&, const UnknownField&) = default;
};

/// Brings diagnostics into the order of the text; of those at one position, the one found first stays first.
void sort_by_position(Diagnostics& diagnostics);

/// Collects what typed reading of one text yields besides its value. Adding stops quietly at max_diagnostics.
class Reading {
 public:
  Reading(const Source& source, UnknownKeys unknown_keys) : source_(source), unknown_keys_(unknown_keys) {}

  [[nodiscard]] const Source& source() const noexcept { return source_; }
  [[nodiscard]] UnknownKeys unknown_keys() const noexcept { return unknown_keys_; }
  [[nodiscard]] bool ok() const noexcept { return diagnostics.empty(); }

  /// Adds a diagnostic at `token`.
  void complain(const Token& token, std::string message, std::string hint = {});
  void add(Diagnostic diagnostic);
  /// The outcome: `value`, or the diagnostics in the order of the text if there are any.
  template <class T>
  Parsed<T> conclude(T value) {
    if (ok()) return {std::move(value), {}};
    sort_by_position(diagnostics);
    return {std::nullopt, std::move(diagnostics)};
  }

  Diagnostics diagnostics;
  std::vector<UnknownField> unknown;

 private:
  const Source& source_;
  UnknownKeys unknown_keys_;
};

/// Reads one map field by field. Wrong types, missing and unknown keys become diagnostics; reading goes on.
/// `known` are the keys that it may hold, `what` names it in messages ("the ladder", "behavior `on-time`"), `where` is
/// its JSON pointer.
class MapReader {
 public:
  /// When `node` is not a map, that is the one diagnostic and every field is absent.
  MapReader(Reading& reading, const Node& node, std::string what, std::string where,
            std::span<const std::string_view> known);

  [[nodiscard]] bool is_map() const noexcept { return map_ != nullptr; }
  [[nodiscard]] const Node& node() const noexcept { return node_; }
  [[nodiscard]] const std::string& what() const noexcept { return what_; }
  [[nodiscard]] const std::string& where() const noexcept { return where_; }

  /// The value under `key`; nullptr when absent or empty (null).
  [[nodiscard]] const Node* optional(std::string_view key) const;
  /// As above; absence is a diagnostic, unless an unknown key was already suggested to be this one.
  [[nodiscard]] const Node* required(std::string_view key);

  /// Text; `fallback` (or empty) when absent. A quoted empty string counts as present.
  std::string text(std::string_view key, std::string fallback = {});
  /// Text that must be there and must not be blank.
  std::string required_text(std::string_view key);
  std::optional<int> integer(std::string_view key, int lowest, int highest);
  std::optional<double> number(std::string_view key, double lowest, double highest);
  std::optional<bool> boolean(std::string_view key);
  /// The items of a list; nullptr when absent. Anything but a list is a diagnostic.
  const std::vector<Node>* list(std::string_view key);
  std::vector<std::string> texts(std::string_view key);

 private:
  Reading& reading_;
  const Node& node_;
  const Node* map_ = nullptr;
  std::string what_;
  std::string where_;
  std::vector<std::string> suggested_;  ///< keys that unknown ones were probably meant to be
};

/// The scalar as YAML 1.2 and JSON know booleans, unquoted; nothing for any other node.
std::optional<bool> as_boolean(const Node& node);
/// The scalar as text; control and bidirectional characters in it are a diagnostic. Nothing when it is no text.
std::optional<std::string> read_text(Reading& reading, const Node& node, std::string_view what);
/// The scalar as an integer in decimal without leading zeros or plus, within the range; else a diagnostic.
std::optional<int> read_integer(Reading& reading, const Node& node, std::string_view what, int lowest, int highest);
std::optional<double> read_number(Reading& reading, const Node& node, std::string_view what, double lowest,
                                  double highest);

}  // namespace rung
