#include <rung/analysis/log_offers.hpp>

#include <algorithm>

#include <rung/analysis/shown.hpp>

namespace rung {
namespace {

/// Comparing an entry with all behaviors takes about 50 microseconds; more entries would delay the first question.
constexpr std::size_t most_compared = 500;

bool has_entry(const Answer& answer, const std::string& id) {
  return std::any_of(answer.evidence.begin(), answer.evidence.end(),
                     [&id](const Evidence& evidence) { return evidence.entry == id; });
}

bool contains(const std::vector<std::size_t>& indices, std::size_t index) {
  return std::find(indices.begin(), indices.end(), index) != indices.end();
}

}  // namespace

std::vector<LogOffers> offer_entries(const Assessment& draft, std::span<const Entry> entries, const TieFinder& ties,
                                     const BehaviorFinder& finder, std::optional<Date> since) {
  const EvidenceWindow window = evidence_window(draft);
  std::vector<LogOffers> offers(draft.answers.size());
  std::size_t compared = 0;
  // Entries are sorted by day; the latest is offered first.
  for (std::size_t index = entries.size(); index-- > 0;) {
    const Entry& entry = entries[index];
    if (entry.state != EntryState::kept || age_of(to_evidence(entry), window) != EvidenceAge::counts) continue;
    const std::vector<std::size_t> tied = ties.find_all(entry);
    for (const std::size_t behavior : tied)
      if (!has_entry(draft.answers[behavior], entry.id)) offers[behavior].tied.push_back(index);
    if ((since && entry.on < *since) || ++compared > most_compared) continue;
    for (const FittingBehavior& fit : finder.find(entry.text))
      if (!contains(tied, fit.behavior) && !has_entry(draft.answers[fit.behavior], entry.id))
        offers[fit.behavior].fitting.push_back(index);
  }
  for (LogOffers& offer : offers) {
    const std::size_t all = offer.tied.size() + offer.fitting.size();
    offer.left_out = all - std::min(all, most_offers);
    offer.tied.resize(std::min(offer.tied.size(), most_offers));
    offer.fitting.resize(std::min(offer.fitting.size(), most_offers - offer.tied.size()));
  }
  return offers;
}

std::vector<std::string> list_newly_tied(const Ladder& ladder, std::span<const Entry> entries, const TieFinder& ties,
                                         Timestamp since, const std::vector<std::optional<Answer>>& earlier) {
  std::vector<bool> is_tied(earlier.size());
  for (const Entry& entry : entries) {
    if (entry.state != EntryState::kept || entry.at.at < since.at) continue;
    for (const std::size_t behavior : ties.find_all(entry))
      if (!earlier[behavior] || !has_entry(*earlier[behavior], entry.id)) is_tied[behavior] = true;
  }
  std::vector<std::string> keys;
  const std::vector<PlacedBehavior> behaviors = list_behaviors(ladder);
  for (std::size_t index = 0; index < behaviors.size(); ++index)
    if (is_tied[index]) keys.push_back(behaviors[index].behavior->key);
  return keys;
}

std::vector<TiedText> list_tied_texts(std::span<const Entry> entries, const TieFinder& ties) {
  std::vector<TiedText> texts;
  for (const Entry& entry : entries)
    if (entry.state == EntryState::kept)
      for (const std::size_t behavior : ties.find_all(entry)) texts.push_back({behavior, entry.text});
  return texts;
}

}  // namespace rung
