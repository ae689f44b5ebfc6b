#include <rung/interview/log_entries.hpp>

#include <cassert>
#include <string>

#include <fmt/format.h>

#include <rung/assessment/day_words.hpp>
#include <rung/text/width.hpp>

namespace rung {
namespace {

OfferedLine make_offer(const Entry& entry, Date today) {
  const Evidence evidence = to_evidence(entry);
  return {fmt::format("{} {}{}", describe_day(entry.on, today), entry.text, entry.links.empty() ? "" : " · link"),
          write_evidence(evidence)};
}

/// `2 log entries fit: Mar 14 Shipped the ranking refresh … (l)`
std::string describe_offers(const LogOffers& offers, const OfferedLine& first) {
  constexpr int widest = 40;
  const std::size_t count = offers.tied.size() + offers.fitting.size() + offers.left_out;
  const char* verb = offers.fitting.empty() ? count == 1 ? "is tied" : "are tied" : count == 1 ? "fits" : "fit";
  return fmt::format("{} log {} {}: {} (l)", count, count == 1 ? "entry" : "entries", verb, clip(first.label, widest));
}

}  // namespace

void add_entries(Form& form, std::span<const Entry> entries, const std::vector<LogOffers>& offers, Date today) {
  assert(offers.size() == form.questions.size());
  for (std::size_t number = 0; number < offers.size(); ++number) {
    Question& question = form.questions[number];
    for (const auto& group : {offers[number].tied, offers[number].fitting})
      for (const std::size_t index : group) question.offers.push_back(make_offer(entries[index], today));
    if (const std::size_t others = offers[number].left_out; others > 0)
      question.other_offers = fmt::format("and {} more; `rung log list` shows all entries", others);
    if (!question.offers.empty()) question.hints.push_back(describe_offers(offers[number], question.offers.front()));
  }
}

KnownEvidence list_known_evidence(std::span<const Entry> entries, std::span<const Assessment* const> earlier) {
  KnownEvidence known;
  for (const Assessment* assessment : earlier)
    for (const Answer& answer : assessment->answers)
      for (const Evidence& evidence : answer.evidence)
        if (!evidence.entry.empty()) known.emplace(write_evidence(evidence), evidence);
  for (const Entry& entry : entries)
    if (entry.state == EntryState::kept) known.emplace(write_evidence(to_evidence(entry)), to_evidence(entry));
  return known;
}

}  // namespace rung
