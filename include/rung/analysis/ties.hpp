#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <rung/ladder/ladder.hpp>
#include <rung/log/entry.hpp>

namespace rung {

/// Resolves the ties of log entries to the behaviors of one ladder by the pairing rule (match_ladders): a tie follows a
/// renamed behavior, and the same expectation at another level.
class TieFinder {
 public:
  /// `others` are the other ladders that ties name; a tie to any other ladder counts by its key.
  TieFinder(const Ladder& ladder, std::span<const Ladder> others);

  /// An index into list_behaviors; absent if the ladder has no such behavior.
  [[nodiscard]] std::optional<std::size_t> find(const Tie& tie) const;

  /// The behaviors that the entry is evidence for, in ladder order.
  [[nodiscard]] std::vector<std::size_t> find_all(const Entry& entry) const;

 private:
  using Indices = std::map<std::string, std::size_t, std::less<>>;

  std::string id_;
  Indices own_;                                         ///< by key, then by `formerly`
  std::map<std::string, Indices, std::less<>> others_;  ///< by the id of the ladder
};

/// The ids of the ladders that the entries are tied to, without `except`, sorted.
std::vector<std::string> list_tied_ladders(std::span<const Entry> entries, std::string_view except);

/// Whether the entry is in the log and not tied to anything.
bool is_in_inbox(const Entry& entry);

}  // namespace rung
