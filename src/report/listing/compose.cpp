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

/// Whom it is about, if that is not the rater, and the role of a rater who is not rating themselves.
std::string describe_about(const ListedAssessment& listed) {
  const bool is_self = listed.rater.role == RaterRole::self;
  if (listed.subject.name == listed.rater.name && is_self) return {};
  const std::string name = listed.subject.name.empty() ? "unknown" : listed.subject.name;
  return is_self ? name : fmt::format("{} (by a {})", name, to_string(listed.rater.role));
}

/// How far a draft is; what was asked, if that is not everything.
std::string describe_answers(const ListedAssessment& listed) {
  const int behaviors = listed.behaviors.value_or(0);
  if (!listed.finished_at && listed.answered) return fmt::format("{} of {} answered", *listed.answered, behaviors);
  if (!listed.carried) return {};
  return fmt::format("{} asked, {} carried", behaviors, *listed.carried);
}

/// The names of files have the date, except in drafts.
std::string describe_date(const ListedAssessment& listed) {
  const std::string date = format_date(listed.on);
  return listed.reference.find(date) == std::string::npos ? date : std::string();
}

bool is_empty(const Cell& one) {
  return std::all_of(one.text.begin(), one.text.end(), [](const Run& run) { return run.text.empty(); });
}

/// Only columns in which something stands.
Table compose_table(const std::vector<ListedAssessment>& assessments) {
  Table table = table_of({{"Reference"}});
  table.names = Names::whole;
  for (const ListedAssessment& listed : assessments) table.rows.push_back({0, {cell(listed.reference, Tone::key)}});
  const auto add = [&](Column column, const auto& describe) {
    std::vector<Cell> cells;
    for (const ListedAssessment& listed : assessments) cells.push_back(describe(listed));
    if (std::all_of(cells.begin(), cells.end(), is_empty)) return;
    table.columns.push_back(std::move(column));
    for (std::size_t row = 0; row < cells.size(); ++row) table.rows[row].cells.push_back(std::move(cells[row]));
  };
  const auto add_words = [&](Column column, std::string (*describe)(const ListedAssessment&)) {
    add(std::move(column), [describe](const ListedAssessment& listed) { return cell(describe(listed)); });
  };
  add_words({"Date"}, describe_date);
  add_words({"About", Align::left, Presence::when_wide}, describe_about);
  add_words({"Answers"}, describe_answers);
  add({"Label", Align::left, Presence::when_wide}, label_cell);
  return table;
}

Row compose_row(const ListedLadder& ladder) {
  const bool is_bad = ladder.mistakes > 0;
  return {0,
          {cell(ladder.id, Tone::key),
           is_bad ? cell(fmt::format("{}; see rung ladder check", count_of(ladder.mistakes, "error")), Tone::bad)
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
  const bool has_drafts_only = listing.finished.empty() && !listing.drafts.empty();
  const char* title = has_drafts_only ? "Drafts" : "Assessments";
  if (is_removed) title = has_drafts_only ? "Removed drafts" : "Removed assessments";
  Document document{heading(1, title)};
  if (listing.finished.empty() && listing.drafts.empty()) {
    document.push_back(is_removed
                           ? Paragraph{{text("None.")}}
                           : Paragraph{{text("None yet. "), text("rung assess", Tone::key), text(" begins one.")}});
  }
  if (!listing.finished.empty()) document.push_back(compose_table(listing.finished));
  if (!listing.drafts.empty()) {
    if (!has_drafts_only) document.push_back(heading(2, "Drafts"));
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
