#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <rung/analysis/ties.hpp>
#include <rung/log/entry.hpp>

namespace rung {

/// Selects entries of the log; empty or absent fields match all entries.
struct EntryFilter {
  std::optional<Date> since;           ///< on that day or later
  std::optional<Date> until;           ///< on that day or earlier
  std::vector<std::size_t> behaviors;  ///< tied to one of them; indices into list_behaviors
  std::vector<std::string> tags;       ///< with all of them
  std::vector<std::string> words;      ///< see split_search; all of them in its text, links, or tags
  bool is_inbox = false;               ///< tied to nothing
};

/// Whether the entry is kept in the log and matches. `ties` lead to the behaviors of the filter.
bool passes(const Entry& entry, const EntryFilter& filter, const TieFinder& ties);

/// The words of a search, in lowercase.
std::vector<std::string> split_search(std::string_view text);

}  // namespace rung
