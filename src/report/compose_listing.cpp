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

namespace {

// Whose it is stands before the path, so that it is there even where the path is long.
Inline describe_origin(const ListedLadder& ladder) {
  if (!ladder.is_own) return {{ladder.origin}};
  Inline origin{{ladder.shadows_builtin ? "yours, in front of the built-in one: " : "yours: "}};
  if (ladder.is_ambiguous) origin.push_back({"another file has this id too: ", Tone::bad});
  origin.push_back({ladder.origin});
  return origin;
}

}  // namespace

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
                           {describe_origin(ladder), {}}}});
  }
  document.push_back(std::move(table));
  return document;
}

}  // namespace rung
