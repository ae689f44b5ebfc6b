#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <rung/assessment/evidence.hpp>
#include <rung/assessment/timestamp.hpp>
#include <rung/diagnostic/node_reader.hpp>

namespace rung {

/// A behavior that an entry is evidence for.
struct Tie {
  std::string ladder;    ///< the ladder's id
  std::string behavior;  ///< its key there

  friend bool operator==(const Tie&, const Tie&) = default;
};

/// Whether an entry is in the log. A removed one stands for what was removed and for candidates that were rejected.
enum class EntryState { kept, removed };

std::string_view to_string(EntryState state);
std::optional<EntryState> parse_entry_state(std::string_view text);

/// The most characters of an entry's text. It is a line; what is attached to an answer has to fit there too.
inline constexpr std::size_t max_entry_characters = 4'000;

/// The highest number of a version of an entry.
inline constexpr int max_revision = 1'000'000'000;

/// One version of a dated line of the log.
struct Entry {
  std::string id;  ///< see make_entry_id
  int rev = 1;     ///< 1 to max_revision; of versions of one id, the highest counts
  Timestamp at{};  ///< when this version was written
  Date on{};       ///< the day of what was done
  EntryState state = EntryState::kept;
  std::string text;                   ///< one line, never blank
  std::vector<std::string> links;     ///< as in Evidence
  std::vector<std::string> tags;      ///< without `#`
  std::vector<Tie> behaviors;         ///< what it is evidence for; empty: it is in the inbox
  std::string source;                 ///< what it was imported from; empty: it was typed
  std::vector<UnknownField> unknown;  ///< fields of a later Rung, kept in later versions

  friend bool operator==(const Entry&, const Entry&) = default;
};

/// An id: 12 letters from `identity`, a text that nobody has had before. Imported entries take what they were imported
/// from and their text, so that importing twice gives one id.
std::string make_entry_id(std::string_view identity);

/// For each id the shortest start that none of the others has, of at least four letters. `ids` are unique.
std::vector<std::string> shorten_ids(const std::vector<std::string>& ids);

/// Whether nothing was changed between the two versions, other than when and how often they were written.
bool says_the_same(const Entry& before, const Entry& after);

/// Clears what only concerns the person: text, links, tags, and source.
void redact(Entry& entry);

/// The entry as evidence of an answer.
Evidence to_evidence(const Entry& entry);

}  // namespace rung
