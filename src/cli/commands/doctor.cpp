#include <utility>

#include <rung/report/health.hpp>
#include <rung/store/doctor.hpp>

#include "commands.hpp"

namespace rung::cli {

struct DoctorCommand {
  OutputOptions output;

  void declare(Options& options) { declare_output(options, output, formats_and(), {no_pager_option}); }

  [[nodiscard]] ExitCode run(const Scene& scene) const {
    choose_format(output);
    Examination examination = examine_home(scene.ports.files, scene.home);
    HealthReport report{scene.home.root,     examination.assessments,         examination.drafts,
                        examination.ladders, std::move(examination.findings), examination.entries};
    const bool is_well = report.findings.empty();
    deliver(scene, std::move(report), output);
    return is_well ? ExitCode::success : ExitCode::negative;
  }
};

Command doctor_command() {
  return {.name = "doctor",
          .summary = "Check the stored files; change nothing",
          .declare = declare<DoctorCommand>,
          .examples = {{{"rung doctor", "List every problem, with what you can do"},
                        {"rung doctor --json", "Print the findings for a script"}}},
          .section = section::upkeep};
}

}  // namespace rung::cli
