#include <rung/report/listing.hpp>

#include "commands.hpp"

namespace rung::cli {

ExitCode run_command(const ListCommand& command, const Scene& scene) {
  choose_format(command.output);
  const AssessmentList list = list_assessments(scene.ports.files, scene.home);
  AssessmentListing listing;
  for (auto stored = list.finished.rbegin(); stored != list.finished.rend(); ++stored)
    listing.finished.push_back(summarize(stored->assessment, stored->reference));
  for (const StoredAssessment& stored : list.drafts) {
    ListedAssessment listed = summarize(stored.assessment, stored.reference);
    if (const StoredAssessment* amended = find_amended(list.finished, stored.assessment))
      listed.amends = amended->reference;
    listing.drafts.push_back(std::move(listed));
  }
  warn_unreadable(scene, list.unreadable);
  deliver(scene, std::move(listing), command.output);
  return list.unreadable.empty() ? ExitCode::success : ExitCode::bad_input;
}

}  // namespace rung::cli
