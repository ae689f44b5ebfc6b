#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <rung/ladder/ladder.hpp>

namespace rung {

/// Whether a behavior may be named by its number. People may type numbers; in a file, a number would refer to another
/// behavior as soon as the ladder changes.
enum class BehaviorNumbers { accepted, refused };

/// The behavior that a name means, or why it means none.
struct NamedBehavior {
  std::string key;      ///< empty if there is none, or more than one
  std::string problem;  ///< what is wrong with the name
  std::string hint;     ///< what to write instead
};

/// The names of a ladder's behaviors: the key, or any end of it after a dot.
class BehaviorNames {
 public:
  explicit BehaviorNames(const Ladder& ladder, BehaviorNumbers numbers = BehaviorNumbers::accepted);

  /// The keys of the behaviors that `name` can refer to, in ladder order: the one with that key, else all that end in
  /// it, else the one with that number, from 1.
  [[nodiscard]] std::vector<std::string> find(std::string_view name) const;

  /// The only one that `name` can mean. Every command line option and every answers file names behaviors this way.
  [[nodiscard]] NamedBehavior resolve(std::string_view name) const;

  /// All keys and their ends, sorted.
  [[nodiscard]] std::vector<std::string> list() const;

 private:
  std::string ladder_id_;
  std::vector<std::string> keys_;
  BehaviorNumbers numbers_;
};

}  // namespace rung
