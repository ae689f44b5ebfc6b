#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <rung/log/candidates.hpp>
#include <rung/store/durable_file.hpp>

#include "../git_candidates.hpp"
#include "../log_desk.hpp"
#include "../log_questions.hpp"
#include "../log_words.hpp"
#include "../messages.hpp"
#include "commands.hpp"

namespace rung::cli {
namespace {

/// Whether each candidate is asked about.
enum class Acceptance { asked, all };

void add_new(std::vector<Entry>& entries, std::vector<Entry> more) {
  std::set<std::string> known;
  for (const Entry& entry : entries) known.insert(entry.id);
  for (Entry& entry : more)
    if (known.insert(entry.id).second) entries.push_back(std::move(entry));
}

void add_problems(Candidates& found, const Candidates& read) {
  found.problems.insert(found.problems.end(), read.problems.begin(), read.problems.end());
  found.unusable += read.unusable;
}

struct LogImportCommand {
  std::vector<std::string> sources;
  std::string since;
  std::string author;
  std::string on;
  std::string ladder;
  Acceptance acceptance = Acceptance::asked;
  Dialect dialect = Dialect::keys;

  void declare(Options& options) {
    options.value("SOURCE", sources, "git [DIR...], or Markdown, CSV, and JSON Lines files")->required();
    options.value("--since DATE", since, "Skip commits before DATE (git)");
    options.value("--author TEXT", author, "Choose whose commits (git; default: yours)");
    options.value("--on DATE", on, "Set the day of items without a date");
    options.flag("--all", acceptance, Acceptance::all, "Import everything without asking");
    options.value("--ladder LADDER", ladder, "Ladder to tie to (default: the one used last)");
    options.flag("--plain", dialect, Dialect::lines, "Ask in whole lines, for screen readers");
  }

  [[nodiscard]] std::optional<Dialect> prompt() const {
    return acceptance == Acceptance::asked ? std::optional(dialect) : std::nullopt;
  }

  [[nodiscard]] bool is_git() const { return sources.front() == "git"; }

  [[nodiscard]] ExitCode run(const Scene& scene) const {
    const LogDesk desk = open_log_desk(scene, ladder);
    Candidates found;
    if (is_git())
      read_repositories(scene, desk, found);
    else
      for (const std::string& file : sources) read_file(scene, desk, file, found);
    const bool has_errors = std::any_of(found.problems.begin(), found.problems.end(),
                                        [](const Diagnostic& problem) { return problem.severity == Severity::error; });
    if (!found.problems.empty()) say(scene, found.problems);
    if (found.unusable > found.problems.size())
      say(scene, fmt::format("{} more problems are not shown.", found.unusable - found.problems.size()));
    std::stable_sort(found.entries.begin(), found.entries.end(),
                     [](const Entry& a, const Entry& b) { return a.on < b.on; });
    const ExitCode code = has_errors ? ExitCode::bad_input : ExitCode::success;
    if (found.entries.empty()) {
      say(scene, "There is nothing new to import.");
      return code;
    }
    if (acceptance == Acceptance::all) {
      take_all(scene, found.entries);
      return code;
    }
    require_keys(scene, "add --all to take everything without asking");
    const ExitCode asked = review_entries(scene, desk, ReviewKind::candidates, std::move(found.entries), dialect);
    return asked == ExitCode::success ? code : asked;
  }

 private:
  void read_repositories(const Scene& scene, const LogDesk& desk, Candidates& found) const {
    std::vector<std::string> directories(sources.begin() + 1, sources.end());
    if (directories.empty()) directories.emplace_back(".");
    for (const std::string& directory : directories) {
      GitRequest request{directory, author, std::nullopt};
      if (!since.empty()) request.since = read_past_day(scene, "--since", since);
      GitCandidates read = read_git_candidates(scene, request, desk.log.entries);
      std::string words = fmt::format("{}: {} of {}", read.repository, read.candidates.entries.size(), read.author);
      if (request.since) words += fmt::format(" since {}", format_date(*request.since));
      say(scene, fmt::format("{}.", words), Style::muted);
      if (read.is_shallow)
        say(scene, fmt::format("{} is a shallow clone: its older commits are missing.", directory), Style::warning);
      add_new(found.entries, std::move(read.candidates.entries));
      add_problems(found, read.candidates);
    }
  }

  void read_file(const Scene& scene, const LogDesk& desk, const std::string& file, Candidates& found) const {
    const auto content = read_regular_file(scene.ports.files, file, max_candidate_bytes);
    const auto format = find_candidate_format(file);
    if (!content || !format) {
      const std::string logs = how_to_log(scene.environment.arguments);
      throw Error(ExitCode::bad_input,
                  content ? fmt::format("cannot import {}: it is not Markdown, CSV, or JSON Lines", file)
                          : fmt::format("there is no file {}", file),
                  content ? "give a .md, .csv, or .jsonl file, or `git` and a directory" : logs);
    }
    CandidateSettings settings{scene.ports.now(), std::nullopt, &desk.ladder};
    if (!on.empty()) settings.on = read_past_day(scene, "--on", on);
    Candidates read = read_candidates(*format, content->bytes, file, settings);
    add_new(found.entries, drop_known(std::move(read.entries), desk.log.entries));
    add_problems(found, read);
  }

  static void take_all(const Scene& scene, const std::vector<Entry>& entries) {
    save(scene, entries);
    const auto tied =
        std::count_if(entries.begin(), entries.end(), [](const Entry& entry) { return !is_in_inbox(entry); });
    const auto inbox = static_cast<std::ptrdiff_t>(entries.size()) - tied;
    std::string words = entries.size() == 1 ? "Imported 1 entry" : fmt::format("Imported {} entries", entries.size());
    if (tied > 0) words += fmt::format(", {} of them tied to behaviors", tied);
    if (inbox > 0) words += ". `rung log review` goes through the inbox";
    scene.ports.out(fmt::format("{}.\n", words));
  }
};

}  // namespace

Command log_import_command() {
  return {.name = "log import",
          .summary = "Import entries from git or files",
          .declare = declare<LogImportCommand>,
          .examples = {{{"rung log import git --since \"3 months ago\"", "Choose from your commits in this repository"},
                        {"rung log import brag.md", "Choose from the list items of a document"}}}};
}

}  // namespace rung::cli
