#include <fmt/format.h>

#include <algorithm>

#include <rung/report/report.hpp>

#include "../load.hpp"
#include "commands.hpp"

namespace rung::cli {
namespace {

AssessmentFilter same_series(const Assessment& assessment) { return {assessment.ladder.id, assessment.rater.name}; }

// The finished one before `after` of the same ladder and rater; the last of them when `after` is a draft.
StoredAssessment load_previous(const Scene& scene, const StoredAssessment& after) {
  AssessmentList list = list_assessments(scene.ports.files, scene.home);
  const AssessmentFilter series = same_series(after.assessment);
  std::erase_if(list.finished, [&series](const StoredAssessment& stored) {
    return stored.assessment.ladder.id != series.ladder || stored.assessment.rater.name != series.rater;
  });
  auto end = std::find_if(list.finished.begin(), list.finished.end(),
                          [&after](const StoredAssessment& stored) { return stored.path == after.path; });
  if (end == list.finished.begin()) {
    throw Error(ExitCode::bad_input,
                fmt::format("there is no assessment of {} by {} before {} to compare with",
                            after.assessment.ladder.title, after.assessment.rater.name, after.id),
                "rate again with `rung assess`, or name two: `rung diff OLD NEW`; `rung list` shows what there is");
  }
  return std::move(*std::prev(end));
}

}  // namespace

ExitCode run_command(const DiffCommand& command, const Scene& scene) {
  choose_format(command.output);
  if (command.before.empty()) {
    const StoredAssessment after = load_stored(scene, command.after);
    const StoredAssessment before = load_previous(scene, after);
    deliver(scene, make_change_report(before.assessment, after.assessment), command.output);
    return ExitCode::success;
  }
  const StoredAssessment before = load_stored(scene, command.before);
  const StoredAssessment after = command.after.empty() ? load_stored(scene, "latest", same_series(before.assessment))
                                                       : load_stored(scene, command.after);
  if (before.path == after.path) {
    throw Error(ExitCode::bad_input, fmt::format("{} is the only side of this comparison", before.reference),
                "name another one: `rung diff OLD NEW`; `rung list` shows what there is");
  }
  deliver(scene, make_change_report(before.assessment, after.assessment), command.output);
  return ExitCode::success;
}

}  // namespace rung::cli
