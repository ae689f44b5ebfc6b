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

struct DiffCommand {
  std::string before;
  std::string after;
  OutputOptions output;

  void declare(Options& options) {
    options.value("OLD", before, "Default: the one before NEW, same ladder and rater");
    options.value("NEW", after, "Which assessment; default: latest");
    declare_output(options, output, formats_and({"svg"}), {open_option, charts_option, redact_option, no_pager_option});
  }

  [[nodiscard]] ExitCode run(const Scene& scene) const {
    choose_format(output);
    if (before.empty()) {
      const StoredAssessment newer = load_stored(scene, after);
      const StoredAssessment older = load_previous(scene, newer);
      deliver(scene, make_change_report(older.assessment, newer.assessment), output);
      return ExitCode::success;
    }
    const StoredAssessment older = load_stored(scene, before);
    const StoredAssessment newer =
        after.empty() ? load_stored(scene, "latest", same_series(older.assessment)) : load_stored(scene, after);
    if (older.path == newer.path) {
      throw Error(ExitCode::bad_input, fmt::format("{} is the only side of this comparison", older.reference),
                  "name another one: `rung diff OLD NEW`; `rung list` shows what there is");
    }
    deliver(scene, make_change_report(older.assessment, newer.assessment), output);
    return ExitCode::success;
  }
};

}  // namespace

Command diff_command() { return {"diff", "What changed between two assessments", declare<DiffCommand>}; }

}  // namespace rung::cli
