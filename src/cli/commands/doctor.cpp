#include <utility>

#include <rung/report/health.hpp>
#include <rung/store/doctor.hpp>

#include "commands.hpp"

namespace rung::cli {

ExitCode run_command(const DoctorCommand& command, const Scene& scene) {
  choose_format(command.output);
  Examination examination = examine_home(scene.ports.files, scene.home);
  HealthReport report{scene.home.root, examination.assessments, examination.drafts, examination.ladders,
                      std::move(examination.findings)};
  const bool is_well = report.findings.empty();
  deliver(scene, std::move(report), command.output);
  return is_well ? ExitCode::success : ExitCode::negative;
}

}  // namespace rung::cli
