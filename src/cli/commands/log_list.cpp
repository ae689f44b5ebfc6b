#include <string>
#include <utility>
#include <vector>

#include <rung/analysis/entry_filter.hpp>
#include <rung/report/report.hpp>

#include "../log_desk.hpp"
#include "commands.hpp"

namespace rung::cli {
namespace {

enum class Inbox { all, alone };

struct LogListCommand {
  std::string since;
  std::string until;
  std::vector<std::string> behaviors;
  std::vector<std::string> tags;
  std::string search;
  std::string ladder;
  Inbox inbox = Inbox::all;
  OutputOptions output;

  void declare(Options& options) {
    options.value("--since DATE", since, "Skip entries before DATE");
    options.value("--until DATE", until, "Skip entries after DATE");
    options.values("-b,--behavior BEHAVIOR", behaviors, "List only the evidence for a behavior");
    options.values("-t,--tag TAG", tags, "List only entries with a tag");
    options.flag("--inbox", inbox, Inbox::alone, "List only entries without a behavior");
    options.value("--search WORDS", search, "List only entries with all of these words");
    options.value("--ladder LADDER", ladder, "Ladder of BEHAVIOR (default: the one used last)");
    declare_output(options, output, formats_and(), {open_option, no_pager_option, redact_option});
  }

  [[nodiscard]] EntryFilter read_filter(const Scene& scene, const LogDesk& desk) const {
    EntryFilter filter;
    if (!since.empty()) filter.since = read_past_day(scene, "--since", since);
    if (!until.empty()) filter.until = read_past_day(scene, "--until", until);
    for (const Tie& tie : read_ties(desk.ladder, behaviors)) filter.behaviors.push_back(desk.ties.find(tie).value());
    filter.tags = read_tags(tags);
    filter.words = split_search(search);
    filter.is_inbox = inbox == Inbox::alone;
    return filter;
  }

  [[nodiscard]] ExitCode run(const Scene& scene) const {
    choose_format(output);
    const LogDesk desk = open_log_desk(scene, ladder);
    const EntryFilter filter = read_filter(scene, desk);
    std::vector<std::string> ids;
    for (const Entry& entry : desk.log.entries) ids.push_back(entry.id);
    const std::vector<std::string> short_ids = shorten_ids(ids);
    LogListing listing;
    for (std::size_t index = desk.log.entries.size(); index-- > 0;) {
      const Entry& entry = desk.log.entries[index];
      if (entry.state == EntryState::kept) ++listing.all;
      if (!passes(entry, filter, desk.ties)) continue;
      ListedEntry& listed = listing.entries.emplace_back(ListedEntry{short_ids[index], entry, {}});
      for (const Tie& tie : entry.behaviors) listed.behaviors.push_back(desk.name_of(tie));
    }
    deliver(scene, std::move(listing), output);
    return desk.log.unreadable == 0 ? ExitCode::success : ExitCode::bad_input;
  }
};

}  // namespace

Command log_list_command() {
  return {.name = "log list",
          .summary = "List log entries by month",
          .declare = declare<LogListCommand>,
          .examples = {{{"rung log list --since 2026-09-01", "Show the entries since September"},
                        {"rung log list -b set-goals -o goals.md", "Write the evidence for one behavior to a file"}}}};
}

}  // namespace rung::cli
