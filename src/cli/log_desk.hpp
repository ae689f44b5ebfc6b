#pragma once

#include <string>
#include <vector>

#include "scene.hpp"

#include <rung/analysis/fitting.hpp>
#include <rung/analysis/ties.hpp>
#include <rung/ladder/ladder.hpp>
#include <rung/log/log.hpp>

namespace rung::cli {

/// The log, with a warning if parts of it cannot be read.
Log read_own_log(const Scene& scene);

/// The log and the ladder whose behaviors its entries are tied to.
struct LogDesk {
  Log log;
  Ladder ladder;
  TieFinder ties;  ///< leads what entries are tied to, on any ladder that is there, to `ladder`

  /// With what was tied before.
  [[nodiscard]] BehaviorFinder finder() const;
  /// What the tie leads to: the short name on `ladder`; its key if `ladder` has no such behavior.
  [[nodiscard]] std::string name_of(const Tie& tie) const;
};

/// The ladder that entries are tied to: `name` is an id or a path; empty: the one that the person is at.
Ladder load_own_ladder(const Scene& scene, const std::string& name);

/// `ladder` as in load_own_ladder.
LogDesk open_log_desk(const Scene& scene, const std::string& ladder);
LogDesk make_log_desk(const Scene& scene, Log log, Ladder ladder);

/// The ties that `names` (keys, ends of keys, or numbers) mean on the ladder. Throws Error(usage) for a name that is
/// unknown or means several, with a suggestion.
std::vector<Tie> read_ties(const Ladder& ladder, const std::vector<std::string>& names);

/// The entry that is kept in the log, or removed, and whose id begins with `prefix`. Throws Error(bad_input), with the
/// candidates, if there is none or more than one.
const Entry& pick_entry(const Scene& scene, const Log& log, const std::string& prefix,
                        EntryState state = EntryState::kept);

/// The day that an option names: a date, or words such as `yesterday`. Throws Error(usage) if it is none, or later than
/// today.
Date read_past_day(const Scene& scene, std::string_view option, const std::string& text);

/// Throws Error(usage) unless each is one word of at most 40 characters. A `#` before it is dropped.
std::vector<std::string> read_tags(const std::vector<std::string>& tags);

/// Appends the versions, each written now, to the log.
void save(const Scene& scene, const std::vector<Entry>& versions);

}  // namespace rung::cli
