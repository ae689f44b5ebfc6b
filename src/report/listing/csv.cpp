#include "../csv_cells.hpp"
#include "../kinds.hpp"

namespace rung {
namespace {

std::string write_listed_row(const ListedAssessment& listed) {
  return csv_row({listed.reference, listed.ladder_title, listed.rater.name, std::string(to_string(listed.rater.role)),
                  listed.label, format_timestamp(listed.started_at),
                  listed.finished_at ? format_timestamp(*listed.finished_at) : std::string(),
                  listed.answered ? csv_number(*listed.answered) : std::string(),
                  listed.behaviors ? csv_number(*listed.behaviors) : std::string(), listed.amends, listed.subject.name,
                  format_date(listed.on), listed.carried ? csv_number(*listed.carried) : std::string()});
}

}  // namespace

std::string write_csv(const AssessmentListing& listing) {
  std::string csv = csv_row({"reference", "ladder", "rater", "role", "label", "started_at", "finished_at", "answered",
                             "behaviors", "amends", "subject", "on", "carried"});
  for (const auto& listed : listing.finished) csv += write_listed_row(listed);
  for (const auto& listed : listing.drafts) csv += write_listed_row(listed);
  return csv;
}

std::string write_csv(const LadderListing& listing) {
  std::string csv =
      csv_row({"id", "title", "level", "origin", "behaviors", "mistakes", "yours", "shadows_builtin", "ambiguous"});
  const auto answer = [](bool is_so) { return std::string(is_so ? "yes" : "no"); };
  for (const auto& ladder : listing.ladders) {
    csv += csv_row({ladder.id, ladder.title, ladder.level, ladder.origin, csv_number(ladder.behaviors),
                    csv_number(ladder.mistakes), answer(ladder.is_own), answer(ladder.shadows_builtin),
                    answer(ladder.is_ambiguous)});
  }
  return csv;
}

}  // namespace rung
