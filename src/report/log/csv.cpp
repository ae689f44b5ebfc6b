#include <fmt/format.h>
#include <fmt/ranges.h>

#include "../csv_cells.hpp"
#include "../kinds.hpp"

namespace rung {
namespace {

std::string join_words(const std::vector<std::string>& words) { return fmt::format("{}", fmt::join(words, " ")); }

std::string list_keys(const std::vector<Tie>& ties) {
  std::string keys;
  for (const Tie& tie : ties) keys += fmt::format("{}{}:{}", keys.empty() ? "" : " ", tie.ladder, tie.behavior);
  return keys;
}

}  // namespace

std::string write_csv(const LogListing& listing) {
  std::string csv = csv_row({"id", "date", "text", "links", "tags", "behaviors", "source"});
  for (const ListedEntry& listed : listing.entries) {
    const Entry& entry = listed.entry;
    csv += csv_row({entry.id, format_date(entry.on), entry.text, join_words(entry.links), join_words(entry.tags),
                    list_keys(entry.behaviors), entry.source});
  }
  return csv;
}

std::string write_csv(const LogStatusReport& report) {
  const LogStatus& status = report.status;
  std::string csv = csv_row({"pillar", "at_target", "without_evidence"});
  for (std::size_t pillar = 0; pillar < status.claimed_by_pillar.size(); ++pillar)
    csv += csv_row({status.last->assessment.ladder.pillars[pillar].id,
                    csv_number(status.last->pillars[pillar].tally.at_target),
                    csv_number(status.claimed_by_pillar[pillar])});
  return csv;
}

std::string write_csv(const SuggestionReport& report) {
  const std::vector<PlacedBehavior> behaviors = list_behaviors(report.ladder);
  std::string csv = csv_row({"behavior", "title", "score", "words"});
  for (const FittingBehavior& one : report.suggestions) {
    const Behavior& behavior = *behaviors[one.behavior].behavior;
    csv += csv_row({behavior.key, short_name(behavior), fmt::format("{:.3f}", one.score), join_words(one.words)});
  }
  return csv;
}

}  // namespace rung
