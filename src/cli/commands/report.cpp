#include <fmt/format.h>

#include <rung/report/report.hpp>

#include "../load.hpp"
#include "../messages.hpp"
#include "../whose.hpp"
#include "commands.hpp"

namespace rung::cli {
namespace {

/// Whether the exit code says if every gate is passed.
enum class Verdict { unsaid, exit_code };

/// What goes to standard output as text fits a screen, unless everything is asked for.
OutputOptions one_screen() {
  OutputOptions output;
  output.extent = Extent::screen;
  return output;
}

struct ReportCommand {
  std::string reference;
  Whose whose;
  GapReportOptions judging;
  Verdict verdict = Verdict::unsaid;
  std::string against;  ///< the ladder, an id or a path, that it is judged against; empty: its own
  OutputOptions output = one_screen();

  void declare(Options& options) {
    options.value("REF", reference, "Assessment to show (default: latest)");
    options.section("Common");
    options.flag("--full", output.extent, Extent::full, "Show everything, not one screen");
    options.number("--top N", judging.top, "List at most N behaviors in each section");
    options.value("--against LADDER", against, "Compare with another ladder, such as the next level")
        ->check(needs_something());
    options.number("--target N", judging.target, "Show what if the target were N (judges no gate)");
    whose.declare(options);
    options.section("Scripted");
    options.flag("--check", verdict, Verdict::exit_code, "Exit with 1 if a gate is short or open");
    options.exclude("--target", {"--check"});
    // Gates, targets and widest gaps are those of the assessment's own ladder.
    options.exclude("--against", {"--target", "--top", "--check"});
    options.check([this] { whose.check({reference}); });
    declare_output(options, output, formats_and({"svg"}), {open_option, redact_option, no_pager_option});
  }

  [[nodiscard]] ExitCode run(const Scene& scene) const {
    choose_format(output);
    if (!against.empty()) {
      const StoredAssessment stored = load_stored(scene, reference, whose.filter());
      deliver(scene, NextLevelReport{judge_against(stored.assessment, load_ladder(scene, against))}, output);
      return ExitCode::success;
    }
    GapReportOptions options = judging;
    options.arguments = whose.arguments(reference);
    if (judging.target)
      options.arguments += fmt::format("{}--target {}", options.arguments.empty() ? "" : " ", *judging.target);
    GapReport report = load_gap_report(scene, reference, options, whose.filter());
    const bool passed = report.readiness.all_passed();
    const bool has_gates = !report.readiness.gates.empty();
    deliver(scene, std::move(report), output);
    if (verdict == Verdict::exit_code && !has_gates)
      say(scene, "No gate of this ladder is on, so --check has nothing to judge.", Style::warning);
    return verdict == Verdict::exit_code && !passed ? ExitCode::negative : ExitCode::success;
  }
};

}  // namespace

Command report_command() {
  return {.name = "report",
          .summary = "Show a result on one screen",
          .declare = declare<ReportCommand>,
          .examples = {{{"rung report", "Show where the latest assessment stands, and what to do next"},
                        {"rung report --full -o report.html", "Write everything to a page for a browser"}}},
          .section = section::everyday};
}

}  // namespace rung::cli
