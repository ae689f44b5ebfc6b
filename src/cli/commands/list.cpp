#include <rung/report/listing.hpp>
#include <rung/store/assessments.hpp>

#include "commands.hpp"

namespace rung::cli {

struct ListCommand {
  OutputOptions output;

  void declare(Options& options) { declare_output(options, output, formats_and(), {no_pager_option}); }

  [[nodiscard]] ExitCode run(const Scene& scene) const {
    choose_format(output);
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
    deliver(scene, std::move(listing), output);
    return list.unreadable.empty() ? ExitCode::success : ExitCode::bad_input;
  }
};

Command list_command() { return {"list", "Finished assessments and drafts", declare<ListCommand>}; }

}  // namespace rung::cli
