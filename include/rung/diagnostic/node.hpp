#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <rung/diagnostic.hpp>

namespace rung {

/// A piece of a structured text with the place where it was written.
struct Token {
  Position at;
  int length = 1;      ///< characters of it, for underlining
  std::string scalar;  ///< what it says; empty for a list or a map

  /// Compares contents; positions do not matter.
  friend bool operator==(const Token& a, const Token& b) { return a.scalar == b.scalar; }
};

/// A value of a structured text (YAML or JSON). Both parsers produce this tree, so that one set of readers, with one
/// set of messages, serves every file format.
struct Node : Token {
  enum class Kind { null, scalar, sequence, map };
  /// What a scalar was written as. YAML scalars are `plain` or `quoted`; JSON ones `quoted`, `number` or `boolean`.
  enum class Spelling { plain, quoted, number, boolean };

  struct Entry;

  Kind kind = Kind::null;
  Spelling spelling = Spelling::plain;
  std::vector<Node> items;     ///< of a sequence
  std::vector<Entry> entries;  ///< of a map, in the order written

  /// The value under `key`, or nullptr.
  [[nodiscard]] const Node* find(std::string_view key) const;

  /// Compares contents; positions do not matter.
  friend bool operator==(const Node& a, const Node& b);
};

struct Node::Entry {
  Token key;
  Node value;
};

/// "a map", "a list", "text", "a number", … as messages name it.
std::string describe(const Node& node);

}  // namespace rung
