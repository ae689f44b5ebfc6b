#include <rung/report/report.hpp>

#include "../load.hpp"
#include "commands.hpp"

namespace rung::cli {
namespace {

GapReport make_report(const Scene& scene, const std::string& reference, const GapReportOptions& options) {
  const StoredAssessment stored = load_stored(scene, reference);
  check_target(stored.assessment.ladder.scale, options.target);
  return make_gap_report(stored.assessment, options);
}

}  // namespace

ExitCode run_command(const ReportCommand& command, const Scene& scene) {
  choose_format(command.output);
  if (!command.against.empty()) {
    const StoredAssessment stored = load_stored(scene, command.reference);
    deliver(scene, NextLevelReport{judge_against(stored.assessment, load_ladder(scene, command.against))},
            command.output);
    return ExitCode::success;
  }
  GapReport report = make_report(scene, command.reference, {command.target, command.top});
  const bool passed = report.readiness.all_passed();
  deliver(scene, std::move(report), command.output);
  return command.check && !passed ? ExitCode::negative : ExitCode::success;
}

ExitCode run_command(const ExportCommand& command, const Scene& scene) {
  choose_format(command.output);
  deliver(scene, make_report(scene, command.reference, {command.target, std::nullopt}), command.output);
  return ExitCode::success;
}

}  // namespace rung::cli
