#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "../kinds.hpp"
#include "../wording.hpp"

namespace rung {
namespace {

// The draft's reference names the ladder; without a column for it, the row fits a usual terminal.
Cell label_cell(const ListedAssessment& listed) {
  if (listed.amends.empty()) return cell(listed.label);
  return {{text(fmt::format("{}{}amends ", listed.label, listed.label.empty() ? "" : ", ")),
           text(listed.amends.substr(listed.amends.rfind('/') + 1), Tone::key)}};
}

bool is_counted(const ListedAssessment& listed) { return listed.answered.has_value(); }

/// The reference includes the subject. The number of answers is left out if nothing was counted.
Table compose_table(const std::vector<ListedAssessment>& assessments) {
  const bool has_counts = std::any_of(assessments.begin(), assessments.end(), is_counted);
  Table table = table_of({{"Reference"}, {"Date"}, {"Rater", Align::left, Presence::when_wide}});
  table.names = Names::whole;
  if (has_counts) table.columns.push_back({"Answered", Align::right, Presence::when_wide});
  table.columns.push_back({"Label", Align::left, Presence::when_wide});
  for (const ListedAssessment& listed : assessments) {
    Row row{0, {cell(listed.reference, Tone::key), cell(format_date(listed.on)), cell(describe_rater(listed.rater))}};
    if (has_counts)
      row.cells.push_back(
          cell(is_counted(listed) ? fmt::format("{}/{}", *listed.answered, listed.behaviors.value_or(0)) : ""));
    row.cells.push_back(label_cell(listed));
    table.rows.push_back(std::move(row));
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
  const bool is_removed = listing.what == Listed::removed;
  Document document{heading(1, is_removed ? "Removed assessments" : "Assessments")};
  if (listing.finished.empty() && listing.drafts.empty()) {
    document.push_back(is_removed
                           ? Paragraph{{text("None.")}}
                           : Paragraph{{text("None yet. "), text("rung assess", Tone::key), text(" begins one.")}});
  }
  if (!listing.finished.empty()) document.push_back(compose_table(listing.finished));
  if (!listing.drafts.empty()) {
    document.push_back(heading(2, "Drafts"));
    document.push_back(compose_table(listing.drafts));
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
