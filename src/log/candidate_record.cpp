#include "candidate_record.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include <rung/assessment/evidence.hpp>
#include <rung/diagnostic/suggest.hpp>
#include <rung/ladder/behavior_names.hpp>
#include <rung/text/ascii.hpp>
#include <rung/text/tidy.hpp>
#include <rung/text/width.hpp>

namespace rung {
namespace {

/// `text` for a message.
std::string quote_briefly(std::string_view text) { return clip(text, 40); }

bool is_presentable(const CandidateValue& value) {
  return std::all_of(value.texts.begin(), value.texts.end(),
                     [](const std::string& text) { return find_forbidden_character(text).empty(); });
}

/// Reads the values of a record that are lists. What is wrong with one of them is a warning: the rest is still worth
/// it.
class CandidateListReader {
 public:
  explicit CandidateListReader(CandidateCollector& collector) : collector_(collector) {}

  std::vector<std::string> read_links(const std::optional<CandidateValue>& value) {
    std::vector<std::string> links;
    for (const std::string& text : list_texts(value))
      if (is_link(text))
        links.push_back(text);
      else
        warn(value->at, fmt::format("`{}` is no link, so it is left out", quote_briefly(text)),
             "a link begins with https://, http://, or mailto:");
    return links;
  }

  std::vector<std::string> read_tags(const std::optional<CandidateValue>& value) {
    std::vector<std::string> tags;
    for (std::string_view text : list_texts(value)) {
      while (text.starts_with('#')) text.remove_prefix(1);
      if (!text.empty()) tags.emplace_back(text);
    }
    return tags;
  }

  std::vector<Tie> read_behaviors(const std::optional<CandidateValue>& value) {
    std::vector<Tie> ties;
    const std::vector<std::string> names = list_texts(value);
    const Ladder* ladder = collector_.settings().ladder;
    if (ladder == nullptr && !names.empty())
      warn(value->at, "these behaviors are of no ladder, so they are left out", "name their ladder with --ladder");
    if (ladder == nullptr) return ties;
    const BehaviorNames known(*ladder, BehaviorNumbers::refused);
    for (const std::string& name : names) {
      const std::vector<std::string> keys = known.find(name);
      if (keys.size() == 1)
        ties.push_back({ladder->id, keys.front()});
      else if (keys.empty())
        warn(value->at,
             fmt::format("there is no behavior `{}` in {}, so it is left out", quote_briefly(name), ladder->id),
             did_you_mean(name, known.list()));
      else
        warn(value->at, fmt::format("`{}` means several behaviors, so it is left out", quote_briefly(name)),
             fmt::format("write the whole key, such as {}", keys.front()));
    }
    return ties;
  }

 private:
  std::vector<std::string> list_texts(const std::optional<CandidateValue>& value) {
    std::vector<std::string> texts;
    if (!value) return texts;
    if (!is_presentable(*value)) {
      warn(value->at, "this contains characters that are not allowed, so it is left out", "remove them");
      return texts;
    }
    for (const std::string& text : value->texts)
      if (std::string clean = tidy(text); !clean.empty()) texts.push_back(std::move(clean));
    return texts;
  }

  void warn(Position at, std::string message, std::string hint) {
    collector_.complain(at, std::move(message), std::move(hint), Severity::warning);
  }

  CandidateCollector& collector_;
};

}  // namespace

std::vector<std::string> split_cell(std::string_view cell, CandidateColumn column) {
  const std::string_view separators = column == links_column ? "; \t\n\r" : ",; \t\n\r";
  std::vector<std::string> texts;
  while (true) {
    cell.remove_prefix(std::min(cell.find_first_not_of(separators), cell.size()));
    if (cell.empty()) return texts;
    const std::size_t end = std::min(cell.find_first_of(separators), cell.size());
    texts.emplace_back(cell.substr(0, end));
    cell.remove_prefix(end);
  }
}

void add_record(CandidateCollector& collector, const CandidateRecord& record) {
  const auto& date = record.values.at(date_column);
  const auto& text = record.values.at(text_column);
  if (!text) return collector.complain(record.at, "there is no text to log", "write down what was done, in one line");
  FoundCandidate found{text->at, {}, text->texts.front(), {}, {}, {}};
  if (date) {
    found.day = read_written_day(date->texts.front());
    if (!found.day && !is_presentable(*date))
      return collector.complain(date->at, "this contains characters that are not allowed", "write it like 2026-03-14");
    if (!found.day)
      return collector.complain(date->at, fmt::format("`{}` is no date", quote_briefly(date->texts.front())),
                                "write it like 2026-03-14");
  }
  CandidateListReader lists(collector);
  found.links = lists.read_links(record.values.at(links_column));
  found.tags = lists.read_tags(record.values.at(tags_column));
  found.behaviors = lists.read_behaviors(record.values.at(behaviors_column));
  collector.add(found);
}

}  // namespace rung
