#include <fmt/format.h>

#include "../kinds.hpp"
#include "../wording.hpp"

namespace rung {
namespace {

// The draft's own reference names the ladder; without it the row fits a usual terminal.
Cell label_cell(const ListedAssessment& listed) {
  if (listed.amends.empty()) return cell(listed.label);
  return {{text(fmt::format("{}{}amends ", listed.label, listed.label.empty() ? "" : ", ")),
           text(listed.amends.substr(listed.amends.rfind('/') + 1), Tone::key)}};
}

Table compose_table(std::string_view date, const std::vector<ListedAssessment>& assessments) {
  Table table = table_of({{"Reference"},
                          {std::string(date)},
                          {"Rater", Align::left, Presence::when_wide},
                          {"Answered", Align::right, Presence::when_wide},
                          {"Label", Align::left, Presence::when_wide}});
  for (const ListedAssessment& listed : assessments) {
    table.rows.push_back(
        {0,
         {cell(listed.reference, Tone::key), cell(format_date(date_of(listed.finished_at.value_or(listed.started_at)))),
          cell(describe_rater(listed.rater)), cell(fmt::format("{}/{}", listed.answered, listed.behaviors)),
          label_cell(listed)}});
  }
  return table;
}

Row compose_row(const ListedLadder& ladder) {
  const bool is_bad = ladder.mistakes > 0;
  return {0,
          {cell(ladder.id, Tone::key),
           is_bad ? cell(fmt::format("{}; see rung ladder check", count_of(ladder.mistakes, "mistake")), Tone::bad)
                  : cell(ladder.title),
           is_bad ? cell("") : number_cell(ladder.behaviors), cell(ladder.is_own ? "yours" : ladder.origin)}};
}

// Paths are too long for a column.
Fact locate(const ListedLadder& ladder) {
  Fact place = fact(ladder.id, ladder.origin);
  if (ladder.shadows_builtin) place.value.push_back(text(", in front of the built-in one"));
  if (ladder.is_ambiguous) place.value.push_back(text(", and another file has this id too", Tone::bad));
  return place;
}

}  // namespace

Document compose(const AssessmentListing& listing, Extent /*extent*/) {
  Document document{heading(1, "Assessments")};
  if (listing.finished.empty() && listing.drafts.empty())
    document.push_back(Paragraph{{text("None yet. "), text("rung assess", Tone::key), text(" begins one.")}});
  if (!listing.finished.empty()) document.push_back(compose_table("Finished", listing.finished));
  if (!listing.drafts.empty()) {
    document.push_back(heading(2, "Drafts"));
    document.push_back(compose_table("Started", listing.drafts));
  }
  return document;
}

Document compose(const LadderListing& listing, Extent /*extent*/) {
  Table table = table_of({{"Id"},
                          {"Title"},
                          {"Behaviors", Align::right, Presence::when_wide},
                          {"Origin", Align::left, Presence::when_wide}});
  Facts own;
  for (const ListedLadder& ladder : listing.ladders) {
    table.rows.push_back(compose_row(ladder));
    if (ladder.is_own) own.facts.push_back(locate(ladder));
  }
  Document document{heading(1, "Ladders"), std::move(table)};
  if (own.facts.empty()) return document;
  document.push_back(heading(2, "Yours"));
  document.push_back(std::move(own));
  return document;
}

}  // namespace rung
