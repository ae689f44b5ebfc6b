#include <utility>

#include <rung/report/health.hpp>
#include <rung/store/examine.hpp>

#include "commands.hpp"

namespace rung::cli {

ExitCode run_command(const DoctorCommand& command, const Scene& scene) {
  choose_format(command.output);
  Examination examination = examine_home(scene.ports.files, scene.home);
  HealthReport report{scene.home.root, examination.assessments, examination.drafts, examination.ladders, {}};
  for (FileFinding& finding : examination.findings) {
    report.findings.push_back({std::string(to_string(finding.ailment)), std::move(finding.path),
                               std::move(finding.problem), std::move(finding.remedy), std::move(finding.command),
                               std::move(finding.diagnostics)});
  }
  const bool is_well = report.findings.empty();
  deliver(scene, std::move(report), command.output);
  return is_well ? ExitCode::success : ExitCode::negative;
}

}  // namespace rung::cli
