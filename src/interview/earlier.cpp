#include "earlier.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <rung/interview/state.hpp>

namespace rung {
namespace {

const std::string* find_text(const Ladder& ladder, const std::string& key) {
  for (const PlacedBehavior& placed : list_behaviors(ladder))
    if (placed.behavior->key == key) return &placed.behavior->text;
  return nullptr;
}

bool is_reworded(const Assessment& earlier, const Answer& answer, const Behavior& behavior) {
  const std::string* text = find_text(earlier.ladder, answer.behavior);
  return text != nullptr && *text != behavior.text;
}

/// The rating in a word; with its label where the scale has changed since, because the number alone would mislead.
std::string describe_rating(const Rating& rating, const Scale& then, const Scale& now) {
  if (const auto value = rated_value(rating)) {
    const ScalePoint* point = then.find(*value);
    return std::to_string(*value) + (is_same_scale(then, now) || point == nullptr ? "" : " " + point->label);
  }
  if (std::holds_alternative<NotApplicable>(rating)) return "n/a";
  return std::holds_alternative<NoOpportunity>(rating) ? "no opportunity" : "";
}

std::string date_of_answer(const Assessment& assessment, const Answer& answer) {
  return format_date(date_of(answer.answered_at.value_or(assessment.finished_at.value_or(assessment.started_at))));
}

bool is_same_assessment(const Assessment& left, const Assessment* right) {
  return right != nullptr && left.started_at == right->started_at && left.rater == right->rater &&
         left.ladder.id == right->ladder.id;
}

const Answer* find_in_from(const Earlier& earlier, const Behavior& behavior) {
  if (!earlier.keys_of_from) return find_earlier(*earlier.from, behavior);
  const auto key = earlier.keys_of_from->find(behavior.key);
  return key == earlier.keys_of_from->end() ? nullptr : find_answer(*earlier.from, key->second);
}

std::optional<Suggestion> suggest(const Answer& answer, std::string origin) {
  Suggestion suggestion;
  suggestion.origin = std::move(origin);
  suggestion.choice = rated_value(answer.rating);
  if (const auto* not_applicable = std::get_if<NotApplicable>(&answer.rating)) {
    suggestion.mark = not_applicable_mark;
    suggestion.reason = not_applicable->reason;
  } else if (std::holds_alternative<NoOpportunity>(answer.rating)) {
    suggestion.mark = no_opportunity_mark;
  }
  if (!suggestion.choice && !suggestion.mark) return std::nullopt;
  return suggestion;
}

/// The rating with its label: on another ladder the number alone says little.
std::string describe_there(const Assessment& from, const Answer& answer) {
  if (const auto value = rated_value(answer.rating)) {
    const ScalePoint* point = from.ladder.scale.find(*value);
    return std::to_string(*value) + (point == nullptr ? "" : " " + point->label);
  }
  const std::string rating = describe_rating(answer.rating, from.ladder.scale, from.ladder.scale);
  return rating.empty() ? "unrated" : rating;
}

}  // namespace

const Answer* find_earlier(const Assessment& earlier, const Behavior& behavior) {
  if (const Answer* answer = find_answer(earlier, behavior.key)) return answer;
  for (const std::string& key : behavior.formerly)
    if (const Answer* answer = find_answer(earlier, key)) return answer;
  return nullptr;
}

void add_last(Question& question, const Ladder& ladder, const Behavior& behavior, const Earlier& earlier) {
  const Assessment& last = *earlier.last;
  const Answer* answer = find_earlier(last, behavior);
  if (answer == nullptr) return;
  const std::string date = date_of_answer(last, *answer);
  const std::string rating = describe_rating(answer->rating, last.ladder.scale, ladder.scale);
  const bool is_hidden = earlier.last_rating == LastRating::hidden;
  const bool is_suggested = question.suggestion && is_same_assessment(last, earlier.from);
  if (!rating.empty() && !is_hidden && !is_suggested)
    question.hints.insert(question.hints.begin(), "last time (" + date + "): " + rating);
  if (!rating.empty() && is_reworded(last, *answer, behavior)) question.hints.emplace_back("reworded since");
  std::vector<std::string> lines = list_remarks(*answer);
  const auto count = std::count_if(lines.begin(), lines.end(), [](const std::string& line) { return !line.empty(); });
  if (count > 0) question.hints.push_back(std::to_string(count) + (count == 1 ? " note" : " notes") + " (? to read)");
  const auto* not_applicable = std::get_if<NotApplicable>(&answer->rating);
  if (not_applicable != nullptr && !is_hidden) lines.insert(lines.begin(), "n/a: " + not_applicable->reason);
  if (!lines.empty()) question.details.push_back({"Last time (" + date + ")", std::move(lines)});
}

void add_from(Question& question, const Ladder& ladder, const Behavior& behavior, const Earlier& earlier) {
  const Assessment& from = *earlier.from;
  const Answer* answer = find_in_from(earlier, behavior);
  if (answer == nullptr) {
    if (earlier.keys_of_from) question.hints.push_back("new, not in " + from.ladder.title);
    return;
  }
  const std::string origin = from.rater.name + " (" + date_of_answer(from, *answer) + ")";
  const bool is_other_wording = is_reworded(from, *answer, behavior);
  if (!is_other_wording && is_same_scale(from.ladder.scale, ladder.scale)) {
    question.suggestion = suggest(*answer, origin);
    return;
  }
  if (!earlier.keys_of_from) return;
  const std::string rating = describe_there(from, *answer);
  question.hints.push_back((is_other_wording ? "reworded, " : "other scale, ") + origin + ": " + rating +
                           (is_other_wording ? " (? for the old words)" : ""));
  const std::string* text = find_text(from.ladder, answer->behavior);
  if (is_other_wording && text != nullptr)
    question.details.push_back({"In " + from.ladder.title, {*text, origin + ": " + rating}});
}

}  // namespace rung
