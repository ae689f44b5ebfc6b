#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <rung/analysis/fitting.hpp>
#include <rung/analysis/ties.hpp>
#include <rung/assessment/assessment.hpp>
#include <rung/log/entry.hpp>

namespace rung {

/// The most entries that are offered for one behavior: one for each digit.
inline constexpr std::size_t most_offers = 9;

/// The entries of a log that may be evidence for one behavior, as indices into the log: those tied to it, then those
/// that fit by their words; the latest first.
struct LogOffers {
  std::vector<std::size_t> tied;
  std::vector<std::size_t> fitting;
  std::size_t left_out = 0;  ///< entries beyond most_offers
};

/// For each behavior of the draft's ladder, in its order, at most most_offers entries. Tied ones are of the days of
/// which evidence counts; fitting ones are of `since` or later too (absent: of any such day), among the latest 500.
/// What the draft's answer has as evidence already is left out.
std::vector<LogOffers> offer_entries(const Assessment& draft, std::span<const Entry> entries, const TieFinder& ties,
                                     const BehaviorFinder& finder, std::optional<Date> since);

/// The keys of behaviors with an entry that was tied to it at `since` or later and is not evidence of the earlier
/// answer, in ladder order. `earlier` has one for each behavior (see EarlierAnswersOf).
std::vector<std::string> list_newly_tied(const Ladder& ladder, std::span<const Entry> entries, const TieFinder& ties,
                                         Timestamp since, const std::vector<std::optional<Answer>>& earlier);

/// What the entries were tied to, for BehaviorFinder.
std::vector<TiedText> list_tied_texts(std::span<const Entry> entries, const TieFinder& ties);

}  // namespace rung
