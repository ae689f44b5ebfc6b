#include <fmt/format.h>

#include "compose_parts.hpp"
#include "wording.hpp"

namespace rung {
namespace {

// The draft's own reference tells the ladder; without it the row fits a usual terminal.
Inline describe_label(const ListedAssessment& listed) {
  if (listed.amends.empty()) return {{listed.label}};
  return {{listed.label.empty() ? "amends " : listed.label + ", amends "},
          {listed.amends.substr(listed.amends.rfind('/') + 1), Tone::key}};
}

Row describe_listed(const ListedAssessment& listed) {
  return {0,
          {{{{listed.reference, Tone::key}}, {}},
           {{{format_date(date_of(listed.finished_at.value_or(listed.started_at)))}}, {}},
           {{{describe_rater(listed.rater)}}, {}},
           {{{fmt::format("{}/{}", listed.answered, listed.behaviors)}}, {}},
           {describe_label(listed), {}}}};
}

Table make_table(std::string date) {
  return {{{"Reference", Align::left, Presence::always},
           {std::move(date), Align::left, Presence::always},
           {"Rater", Align::left, Presence::when_wide},
           {"Answered", Align::right, Presence::when_wide},
           {"Label", Align::left, Presence::when_wide}},
          {}};
}

// Paths are too long for a column.
Fact locate(const ListedLadder& ladder) {
  Inline place{{ladder.origin}};
  if (ladder.shadows_builtin) place.push_back({", in front of the built-in one"});
  if (ladder.is_ambiguous) place.push_back({", and another file has this id too", Tone::bad});
  return {ladder.id, std::move(place)};
}

}  // namespace

Document compose_assessments(const AssessmentListing& listing) {
  Document document;
  document.push_back(Heading{1, {{"Assessments"}}});
  if (listing.finished.empty() && listing.drafts.empty()) {
    document.push_back(Paragraph{{{"None yet. "}, {"rung assess", Tone::key}, {" begins one."}}});
    return document;
  }
  if (!listing.finished.empty()) {
    Table table = make_table("Finished");
    for (const ListedAssessment& listed : listing.finished) table.rows.push_back(describe_listed(listed));
    document.push_back(std::move(table));
  }
  if (!listing.drafts.empty()) {
    document.push_back(Heading{2, {{"Drafts"}}});
    Table table = make_table("Started");
    for (const ListedAssessment& listed : listing.drafts) table.rows.push_back(describe_listed(listed));
    document.push_back(std::move(table));
  }
  return document;
}

Document compose_ladders(const LadderListing& listing) {
  Document document;
  document.push_back(Heading{1, {{"Ladders"}}});
  Table table{{{"Id", Align::left, Presence::always},
               {"Title", Align::left, Presence::always},
               {"Behaviors", Align::right, Presence::when_wide},
               {"Origin", Align::left, Presence::when_wide}},
              {}};
  for (const ListedLadder& ladder : listing.ladders) {
    const Inline title = ladder.mistakes > 0
                             ? Inline{{count_of(ladder.mistakes, "mistake") + "; see rung ladder check", Tone::bad}}
                             : Inline{{ladder.title}};
    table.rows.push_back({0,
                          {{{{ladder.id, Tone::key}}, {}},
                           {title, {}},
                           {{{ladder.mistakes > 0 ? "" : std::to_string(ladder.behaviors)}}, {}},
                           {{{ladder.is_own ? "yours" : ladder.origin}}, {}}}});
  }
  document.push_back(std::move(table));
  Facts own;
  for (const ListedLadder& ladder : listing.ladders)
    if (ladder.is_own) own.facts.push_back(locate(ladder));
  if (own.facts.empty()) return document;
  document.push_back(Heading{2, {{"Yours"}}});
  document.push_back(std::move(own));
  return document;
}

}  // namespace rung
