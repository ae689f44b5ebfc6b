#include "candidate_collector.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include <rung/assessment/evidence.hpp>
#include <rung/log/log.hpp>
#include <rung/text/tidy.hpp>
#include <rung/text/utf8.hpp>

namespace rung {
namespace {

/// What the lines of the log have besides texts, at most.
constexpr std::size_t most_overhead = 1'024;

std::string_view last_part(std::string_view path) {
  while (path.ends_with('/')) path.remove_suffix(1);
  return path.substr(path.rfind('/') + 1);
}

void add_links(std::vector<std::string>& links, const std::vector<std::string>& more) {
  for (const std::string& link : more)
    if (std::find(links.begin(), links.end(), link) == links.end()) links.push_back(link);
}

}  // namespace

Entry make_candidate(Date on, std::string_view text, Timestamp now) {
  // The day keeps a date at the start of the text from being taken for one.
  Evidence evidence = make_evidence(fmt::format("{} {}", format_date(on), text), on);
  Entry entry;
  entry.at = now;
  entry.on = on;
  entry.text = std::move(evidence.text);
  entry.links = std::move(evidence.links);
  return entry;
}

CandidateCollector::CandidateCollector(const Source& source, const CandidateSettings& settings)
    : source_(source), settings_(settings), origin_(fmt::format("file:{}", make_visible(last_part(source.name())))) {}

void CandidateCollector::complain(Position at, std::string message, std::string hint, Severity severity) {
  Diagnostic problem = source_.diagnose(at, 1, std::move(message), std::move(hint));
  problem.severity = severity;
  complain(std::move(problem));
}

void CandidateCollector::complain(Diagnostic problem) {
  ++candidates_.unusable;
  if (candidates_.problems.size() < max_diagnostics) candidates_.problems.push_back(std::move(problem));
}

bool CandidateCollector::check_text(const FoundCandidate& found, std::string_view text) {
  if (text.empty()) {
    complain(found.at, "there is no text to log", "write down what was done, in one line");
    return false;
  }
  const int count = count_characters(text);
  if (count <= static_cast<int>(max_entry_characters)) return true;
  complain(found.at, fmt::format("this text has {} characters; an entry may have {}", count, max_entry_characters),
           "keep the gist and add a link to the rest");
  return false;
}

std::optional<Date> CandidateCollector::choose_day(const FoundCandidate& found) {
  const auto day = found.day ? resolve_day(*found.day, today()) : settings_.on;
  if (!day && found.day)
    complain(found.at, fmt::format("there is no day `{}`", found.day->words), "write it like 2026-03-14");
  else if (!day)
    complain(found.at, "this has no date", "begin it with a date such as 2026-03-14, or name the day with --on DATE");
  else if (*day > today())
    complain(found.at, fmt::format("{} is in the future", format_date(*day)), "import it when it has happened");
  else
    return day;
  return std::nullopt;
}

bool CandidateCollector::fits(const Entry& entry) const {
  std::size_t bytes = most_overhead + 2 * entry.text.size() + 2 * origin_.size();
  for (const std::string& link : entry.links) bytes += link.size() + 3;
  for (const std::string& tag : entry.tags) bytes += 2 * tag.size() + 3;
  for (const Tie& tie : entry.behaviors) bytes += tie.ladder.size() + tie.behavior.size() + 32;
  return bytes <= max_log_line;
}

void CandidateCollector::add(const FoundCandidate& found) {
  for (const std::vector<std::string>& texts : {std::vector{found.text}, found.tags})
    for (const std::string& text : texts)
      if (const std::string forbidden = find_forbidden_character(text); !forbidden.empty())
        return complain(found.at, fmt::format("this text contains {}, which is not allowed", forbidden),
                        forbidden.starts_with("byte") ? "save the file as UTF-8" : "remove it; it cannot be seen");
  const std::string text = tidy(found.text);
  if (!check_text(found, text)) return;
  const auto day = choose_day(found);
  if (!day) return;
  const std::string written = found.day ? identify_day(*found.day) : std::string();
  Entry entry = make_candidate(*day, text, settings_.now);
  entry.id = make_entry_id(fmt::format("{}\n{}\n{}", origin_, written, entry.text));
  entry.source = origin_;
  add_links(entry.links, found.links);
  entry.tags = found.tags;
  entry.behaviors = found.behaviors;
  const auto [place, is_new] = places_.try_emplace(entry.id, candidates_.entries.size());
  if (!is_new) {
    Entry joined = candidates_.entries[place->second];
    add_links(joined.links, entry.links);
    if (fits(joined)) candidates_.entries[place->second] = std::move(joined);
  } else if (fits(entry)) {
    candidates_.entries.push_back(std::move(entry));
  } else {
    places_.erase(place);
    complain(found.at, "this takes more than 64 KiB in the log", "give it fewer links and tags");
  }
}

}  // namespace rung
