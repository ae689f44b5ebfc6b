#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <rung/assessment/day_words.hpp>

#include "../kinds.hpp"
#include "../wording.hpp"

namespace rung {
namespace {

using std::chrono::year_month;

year_month month_of(const Date& day) { return {day.year(), day.month()}; }

/// The text with clickable links.
Inline link_text(const Entry& entry) {
  Inline words;
  std::string_view rest = entry.text;
  for (const std::string& link : entry.links) {
    const std::size_t at = rest.find(link);
    if (at == std::string_view::npos) continue;
    if (at > 0) words.push_back(text(std::string(rest.substr(0, at))));
    words.push_back({link, Tone::plain, link});
    rest.remove_prefix(at + link.size());
  }
  if (!rest.empty()) words.push_back(text(std::string(rest)));
  return words;
}

/// The text with its links, tags, and behaviors.
Inline describe_entry(const ListedEntry& listed) {
  const Entry& entry = listed.entry;
  Inline words = entry.text.empty() ? Inline{text("(redacted)", Tone::muted)} : link_text(entry);
  for (const std::string& link : entry.links) {
    // A link in the text is not repeated.
    if (entry.text.find(link) != std::string::npos) continue;
    words.push_back(text(" "));
    words.push_back({link, Tone::muted, link});
  }
  for (const std::string& tag : entry.tags)
    words.push_back(text(fmt::format(" {}", glue(fmt::format("#{}", tag))), Tone::muted));
  const char* separator = " → ";
  for (const std::string& behavior : listed.behaviors) {
    words.push_back(text(fmt::format("{}{}", separator, behavior), Tone::good));
    separator = ", ";
  }
  return words;
}

Fact compose_entry(const ListedEntry& listed) {
  return {fmt::format("{}  {}", listed.short_id, format_month_day(listed.entry.on)), describe_entry(listed)};
}

Fact describe_claims(const Gaps& last, const std::vector<int>& claimed) {
  std::string words;
  for (std::size_t pillar = 0; pillar < claimed.size(); ++pillar)
    if (claimed[pillar] > 0)
      words += fmt::format("{}{} {}", words.empty() ? "" : ", ", last.assessment.ladder.pillars[pillar].title,
                           claimed[pillar]);
  const auto all = static_cast<int>(last.claimed.size());
  return fact("Without evidence",
              all == 0 ? "nothing that is rated at target"
                       : fmt::format("{} of {} rated at target: {}", all, last.overall.at_target, words));
}

}  // namespace

Document compose(const LogListing& listing, Extent /*extent*/) {
  Document document{heading(1, "Log")};
  if (listing.entries.empty()) {
    document.push_back(listing.all > 0 ? paragraph("No entry matches.")
                                       : Paragraph{{text("No entries yet. "), text("rung log \"…\"", Tone::key),
                                                    text(" writes down what you did.")}});
    return document;
  }
  std::optional<year_month> month;
  for (const ListedEntry& listed : listing.entries) {
    if (month != month_of(listed.entry.on)) {
      month = month_of(listed.entry.on);
      document.push_back(heading(2, format_month(*month)));
      document.push_back(Facts{});
    }
    std::get<Facts>(document.back()).facts.push_back(compose_entry(listed));
  }
  return document;
}

Document compose(const LogStatusReport& report, Extent /*extent*/) {
  const LogStatus& status = report.status;
  Facts facts;
  facts.facts.push_back(fact("Last entry", status.last_entry
                                               ? fmt::format("{}, {}", describe_day(*status.last_entry, report.today),
                                                             describe_days_ago(*count_quiet_days(status, report.today)))
                                               : std::string("none yet")));
  const auto since =
      status.last ? fmt::format(" since the assessment of {}", describe_day(status.last->assessment.on, report.today))
                  : std::string();
  facts.facts.push_back(fact("Entries", fmt::format("{}{}", status.since_assessment, since)));
  facts.facts.push_back(fact("Inbox", status.in_inbox == 0
                                          ? std::string("empty")
                                          : fmt::format("{} not tied to a behavior", status.in_inbox)));
  if (status.last) facts.facts.push_back(describe_claims(*status.last, status.claimed_by_pillar));
  return {heading(1, "Log status"), std::move(facts)};
}

Document compose(const SuggestionReport& report, Extent /*extent*/) {
  Document document{heading(1, "Suggestions")};
  if (report.suggestions.empty()) {
    document.push_back(paragraph(fmt::format("Nothing in {} clearly fits this text.", report.ladder.title)));
    return document;
  }
  const std::vector<PlacedBehavior> behaviors = list_behaviors(report.ladder);
  Table table = table_of({{"", Align::right}, {"Behavior"}, {"Key"}});
  if (report.reasons == Reasons::shown) table.columns.push_back({"Because of"});
  int place = 0;
  for (const FittingBehavior& one : report.suggestions) {
    const Behavior& behavior = *behaviors[one.behavior].behavior;
    Row row{
        0, {cell(fmt::format("{}", ++place)), cell(short_name(behavior), Tone::strong), cell(behavior.key, Tone::key)}};
    if (report.reasons == Reasons::shown) row.cells.push_back(cell(fmt::format("{}", fmt::join(one.words, ", "))));
    table.rows.push_back(std::move(row));
  }
  document.push_back(std::move(table));
  return document;
}

}  // namespace rung
