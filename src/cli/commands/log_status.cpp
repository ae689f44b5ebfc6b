#include <fmt/format.h>

#include <optional>
#include <string>
#include <utility>

#include <rung/report/report.hpp>
#include <rung/store/find_assessment.hpp>

#include "../load.hpp"
#include "../log_desk.hpp"
#include "commands.hpp"

namespace rung::cli {
namespace {

enum class Length { full, one_line };

/// The latest self-rating of the person, or whatever is the latest; absent if there is none.
std::optional<Assessment> find_last(const Scene& scene) {
  try {
    return load_stored(scene, "latest").assessment;
  } catch (const Error& error) {
    if (error.code() == ExitCode::input_output) throw;
    return std::nullopt;
  }
}

struct LogStatusCommand {
  Length length = Length::full;
  OutputOptions output;

  void declare(Options& options) {
    options.flag("--short", length, Length::one_line, "Print one line if something is due, else nothing");
    declare_output(options, output, formats_and());
  }

  [[nodiscard]] ExitCode run(const Scene& scene) const {
    choose_format(output);
    const Log log = read_own_log(scene);
    const Date today = date_of(scene.ports.now());
    if (length == Length::one_line) {
      print_reminder(scene, judge_log(log.entries, std::nullopt), today);
      return ExitCode::success;
    }
    deliver(scene, LogStatusReport{judge_log(log.entries, find_last(scene)), today}, output);
    return ExitCode::success;
  }

  static void print_reminder(const Scene& scene, const LogStatus& status, Date today) {
    std::string words;
    const auto quiet = count_quiet_days(status, today);
    if (!quiet)
      words = "no log entry yet";
    else if (*quiet >= quiet_days)
      words = fmt::format("no log entry for {} days", *quiet);
    if (status.in_inbox >= full_inbox)
      words += fmt::format("{}{} entries to review", words.empty() ? "" : ", ", status.in_inbox);
    if (!words.empty()) scene.ports.out(fmt::format("rung: {}\n", words));
  }
};

}  // namespace

Command log_status_command() {
  return {.name = "log status",
          .summary = "Show what the log lacks",
          .declare = declare<LogStatusCommand>,
          .examples = {{{"rung log status", "Show what is at target without evidence"},
                        {"rung log status --short", "Print one line if something is due, for a shell"}}}};
}

}  // namespace rung::cli
