#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string>
#include <utility>
#include <vector>

#include <rung/report/report.hpp>

#include "../log_desk.hpp"
#include "commands.hpp"

namespace rung::cli {
namespace {

struct LogSuggestCommand {
  std::vector<std::string> words;
  std::string ladder;
  Reasons reasons = Reasons::hidden;
  OutputOptions output;

  void declare(Options& options) {
    options.value("TEXT", words, "What you did")->required();
    options.value("--ladder LADDER", ladder, "Ladder to compare with (default: the one used last)");
    options.flag("--why", reasons, Reasons::shown, "Show the words that matched");
    declare_output(options, output, formats_and());
  }

  [[nodiscard]] ExitCode run(const Scene& scene) const {
    choose_format(output);
    std::string text = fmt::format("{}", fmt::join(words, " "));
    LogDesk desk = open_log_desk(scene, ladder);
    std::vector<FittingBehavior> suggestions = desk.finder().find(text);
    deliver(scene, SuggestionReport{std::move(text), std::move(desk.ladder), std::move(suggestions), reasons}, output);
    return ExitCode::success;
  }
};

}  // namespace

Command log_suggest_command() {
  return {.name = "log suggest",
          .summary = "Print the behaviors that a text fits",
          .declare = declare<LogSuggestCommand>,
          .examples = {{{"rung log suggest \"Led the outage review\"", "Print up to five behaviors; store nothing"},
                        {"rung log suggest --why \"Mentored Leo\"", "Print the words that matched, too"}}}};
}

}  // namespace rung::cli
