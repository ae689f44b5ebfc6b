#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../log_desk.hpp"
#include "../log_questions.hpp"
#include "../messages.hpp"
#include "commands.hpp"

namespace rung::cli {
namespace {

struct LogReviewCommand {
  std::string ladder;
  Dialect dialect = Dialect::keys;

  void declare(Options& options) {
    options.value("--ladder LADDER", ladder, "Ladder to tie to (default: the one used last)");
    options.flag("--plain", dialect, Dialect::lines, "Ask in whole lines, for screen readers");
  }

  [[nodiscard]] std::optional<Dialect> prompt() const { return dialect; }

  [[nodiscard]] ExitCode run(const Scene& scene) const {
    require_keys(scene, "`rung log edit ID -b BEHAVIOR` ties one entry");
    const LogDesk desk = open_log_desk(scene, ladder);
    std::vector<Entry> inbox;
    std::copy_if(desk.log.entries.begin(), desk.log.entries.end(), std::back_inserter(inbox), is_in_inbox);
    if (inbox.empty()) {
      say(scene, "The inbox is empty: every entry is tied to a behavior.");
      return ExitCode::success;
    }
    return review_entries(scene, desk, ReviewKind::inbox, std::move(inbox), dialect);
  }
};

}  // namespace

Command log_review_command() {
  return {.name = "log review",
          .summary = "Tie inbox entries to behaviors, one key each",
          .declare = declare<LogReviewCommand>,
          .examples = {{{"rung log review", "Go through the entries without a behavior"},
                        {"rung log review --ladder ic4-mle", "Tie them to the behaviors of the next level"}}}};
}

}  // namespace rung::cli
