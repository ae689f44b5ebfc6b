#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <rung/report/report.hpp>
#include <rung/text/ascii.hpp>

#include "../log_desk.hpp"
#include "commands.hpp"

namespace rung::cli {
namespace {

/// The words of `text` in lower case.
std::vector<std::string> split_words(const std::string& text) {
  std::vector<std::string> words;
  for (std::string_view rest = trim(text); !rest.empty();) {
    const std::size_t end = std::min(rest.find_first_of(white_space), rest.size());
    words.push_back(to_lower(rest.substr(0, end)));
    rest = trim(rest.substr(end));
  }
  return words;
}

bool mentions(const Entry& entry, const std::string& word) {
  const auto contains = [&word](const std::string& text) { return to_lower(text).find(word) != std::string::npos; };
  return contains(entry.text) || std::any_of(entry.links.begin(), entry.links.end(), contains) ||
         std::any_of(entry.tags.begin(), entry.tags.end(), contains);
}

/// Which entries are listed.
struct EntryFilter {
  std::optional<Date> since;
  std::optional<Date> until;
  std::vector<std::size_t> behaviors;  ///< indices into the behaviors of the ladder
  std::vector<std::string> tags;
  std::vector<std::string> words;
  bool is_inbox = false;

  [[nodiscard]] bool passes(const Entry& entry, const TieFinder& ties) const {
    if (entry.state != EntryState::kept || (is_inbox && !is_in_inbox(entry))) return false;
    if ((since && entry.on < *since) || (until && entry.on > *until)) return false;
    const auto has_tag = [&entry](const std::string& tag) {
      return std::find(entry.tags.begin(), entry.tags.end(), tag) != entry.tags.end();
    };
    if (!std::all_of(tags.begin(), tags.end(), has_tag)) return false;
    if (!std::all_of(words.begin(), words.end(), [&entry](const std::string& word) { return mentions(entry, word); }))
      return false;
    if (behaviors.empty()) return true;
    const std::vector<std::size_t> tied = ties.find_all(entry);
    return std::any_of(behaviors.begin(), behaviors.end(), [&tied](std::size_t behavior) {
      return std::find(tied.begin(), tied.end(), behavior) != tied.end();
    });
  }
};

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
    options.value("--since DATE", since, "Only entries from that day on");
    options.value("--until DATE", until, "Only entries up to that day");
    options.values("-b,--behavior BEHAVIOR", behaviors, "Only its evidence: key, end of one, or number");
    options.values("-t,--tag TAG", tags, "Only entries with that tag");
    options.flag("--inbox", inbox, Inbox::alone, "Only entries without a behavior");
    options.value("--search WORDS", search, "Only entries with all of these words");
    options.value("--ladder LADDER", ladder, "The ladder of BEHAVIOR; default: the one you used last");
    declare_output(options, output, formats_and(), {open_option, no_pager_option, redact_option});
  }

  [[nodiscard]] EntryFilter read_filter(const Scene& scene, const LogDesk& desk, const TieFinder& ties) const {
    EntryFilter filter;
    if (!since.empty()) filter.since = read_past_day(scene, "--since", since);
    if (!until.empty()) filter.until = read_past_day(scene, "--until", until);
    for (const Tie& tie : read_ties(desk.ladder, behaviors)) filter.behaviors.push_back(ties.find(tie).value());
    filter.tags = read_tags(tags);
    filter.words = split_words(search);
    filter.is_inbox = inbox == Inbox::alone;
    return filter;
  }

  [[nodiscard]] ExitCode run(const Scene& scene) const {
    choose_format(output);
    const LogDesk desk = open_log_desk(scene, ladder);
    const TieFinder ties = desk.ties();
    const EntryFilter filter = read_filter(scene, desk, ties);
    std::vector<std::string> ids;
    for (const Entry& entry : desk.log.entries) ids.push_back(entry.id);
    const std::vector<std::string> short_ids = shorten_ids(ids);
    LogListing listing;
    for (std::size_t index = desk.log.entries.size(); index-- > 0;) {
      const Entry& entry = desk.log.entries[index];
      if (entry.state == EntryState::kept) ++listing.all;
      if (!filter.passes(entry, ties)) continue;
      ListedEntry& listed = listing.entries.emplace_back(ListedEntry{short_ids[index], entry, {}});
      for (const Tie& tie : entry.behaviors) listed.behaviors.push_back(desk.name_of(ties, tie));
    }
    deliver(scene, std::move(listing), output);
    return desk.log.unreadable == 0 ? ExitCode::success : ExitCode::bad_input;
  }
};

}  // namespace

Command log_list_command() { return {"log list", "List entries by month", declare<LogListCommand>}; }

}  // namespace rung::cli
