#include "log_desk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include <rung/analysis/log_offers.hpp>
#include <rung/ladder/behavior_names.hpp>
#include <rung/log/typed_entry.hpp>
#include <rung/store/log_file.hpp>
#include <rung/text/ascii.hpp>
#include <rung/text/utf8.hpp>

#include "load.hpp"
#include "log_words.hpp"
#include "messages.hpp"
#include "options.hpp"

namespace rung::cli {

Log read_own_log(const Scene& scene) {
  Log log = load_log(scene.ports.files, scene.home);
  if (log.unreadable == 0) return log;
  const Diagnostic& first = log.problems.front();
  say(scene,
      fmt::format("warning: {} of {} cannot be read and {} skipped. Line {}: {}. `rung doctor` lists them.",
                  log.unreadable == 1 ? "1 line" : fmt::format("{} lines", log.unreadable), scene.home.log(),
                  log.unreadable == 1 ? "was" : "were", first.at.line, first.message),
      Style::warning);
  return log;
}

BehaviorFinder LogDesk::finder() const { return BehaviorFinder(ladder, list_tied_texts(log.entries, ties)); }

std::string LogDesk::name_of(const Tie& tie) const {
  const auto index = ties.find(tie);
  return index ? short_name(*list_behaviors(ladder)[*index].behavior) : tie.behavior;
}

Ladder load_own_ladder(const Scene& scene, const std::string& name) {
  const std::string person = own_name(scene.environment);
  return name.empty() ? load_usual_ladder(scene, {person}, {person}) : load_ladder(scene, name);
}

LogDesk open_log_desk(const Scene& scene, const std::string& ladder) {
  Log log = read_own_log(scene);
  return make_log_desk(scene, std::move(log), load_own_ladder(scene, ladder));
}

LogDesk make_log_desk(const Scene& scene, Log log, Ladder ladder) {
  std::vector<Ladder> others;
  for (const std::string& id : list_tied_ladders(log.entries, ladder.id)) {
    try {
      others.push_back(load_ladder(scene, id));
    } catch (const Error&) {
      // Its ties count by their keys.
    }
  }
  TieFinder ties(ladder, others);
  return {std::move(log), std::move(ladder), std::move(ties)};
}

std::vector<Tie> read_ties(const Ladder& ladder, const std::vector<std::string>& names) {
  const BehaviorNames known(ladder);
  std::vector<Tie> ties;
  for (const std::string& name : names) {
    const NamedBehavior named = known.resolve(name);
    if (named.key.empty()) throw Error(ExitCode::usage, named.problem, named.hint);
    const Tie tie{ladder.id, named.key};
    if (std::find(ties.begin(), ties.end(), tie) == ties.end()) ties.push_back(tie);
  }
  return ties;
}

const Entry& pick_entry(const Scene& scene, const Log& log, const std::string& prefix, EntryState state) {
  const std::string_view kind = state == EntryState::kept ? "log entry" : "removed log entry";
  std::vector<const Entry*> found;
  for (const Entry& entry : log.entries)
    if (entry.state == state && entry.id.starts_with(prefix)) found.push_back(&entry);
  if (found.size() == 1) return *found.front();
  if (found.empty()) {
    const std::string logs = how_to_log(scene.environment.arguments);
    throw Error(ExitCode::bad_input, fmt::format("there is no {} `{}`", kind, prefix),
                !logs.empty()               ? logs
                : state == EntryState::kept ? "`rung log list` shows the ids"
                                            : "the ids of removed entries stand in log.jsonl");
  }
  std::string ids;
  for (const Entry* entry : found) ids += fmt::format("{}{}", ids.empty() ? "" : ", ", entry->id);
  throw Error(ExitCode::bad_input, fmt::format("`{}` can mean {} log entries", prefix, found.size()),
              fmt::format("give more letters of one of {}", ids));
}

Date read_past_day(const Scene& scene, std::string_view option, const std::string& text) {
  const Date today = date_of(scene.ports.now());
  const auto day = read_day(text, today);
  if (!day)
    throw Error(ExitCode::usage, fmt::format("{}: `{}` is not a day", option, text),
                "write it like 2026-03-14, \"Mar 14\", yesterday, mon, or \"3 days ago\"");
  if (*day > today)
    throw Error(ExitCode::usage, fmt::format("{} {} is in the future", option, format_date(*day)),
                "give today's date or an earlier one");
  return *day;
}

std::vector<std::string> read_tags(const std::vector<std::string>& tags) {
  constexpr int longest = 40;
  std::vector<std::string> read;
  for (std::string tag : tags) {
    check_line("--tag", tag);
    if (tag.starts_with('#')) tag.erase(0, 1);
    if (is_blank(tag) || tag.find_first_of(white_space) != std::string::npos || count_characters(tag) > longest)
      throw Error(ExitCode::usage, fmt::format("--tag: `{}` is not a tag", tag),
                  "a tag is one word of at most 40 characters");
    if (std::find(read.begin(), read.end(), tag) == read.end()) read.push_back(tag);
  }
  return read;
}

void save(const Scene& scene, const std::vector<Entry>& versions) {
  append_to_log(scene.ports.files, scene.home, versions);
}

}  // namespace rung::cli
