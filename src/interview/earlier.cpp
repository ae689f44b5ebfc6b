#include "earlier.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "remarks.hpp"

namespace rung {
namespace {

bool is_reworded(const Assessment& earlier, const Answer& answer, const Behavior& behavior) {
  const std::vector<PlacedBehavior> before = list_behaviors(earlier.ladder);
  return std::any_of(before.begin(), before.end(), [&](const PlacedBehavior& placed) {
    return placed.behavior->key == answer.behavior && placed.behavior->text != behavior.text;
  });
}

/// The rating in a word; with its label where the scale has changed since, because the number alone would mislead.
std::string describe_rating(const Rating& rating, const Scale& then, const Scale& now) {
  if (const auto value = rated_value(rating)) {
    const ScalePoint* point = then.find(*value);
    return std::to_string(*value) + (is_same_scale(then, now) || point == nullptr ? "" : " " + point->label);
  }
  if (std::holds_alternative<NotApplicable>(rating)) {
    return "n/a";
  }
  return std::holds_alternative<NoOpportunity>(rating) ? "no opportunity" : "";
}

std::string date_of_answer(const Assessment& assessment, const Answer& answer) {
  return format_date(date_of(answer.answered_at.value_or(assessment.finished_at.value_or(assessment.started_at))));
}

bool is_same_assessment(const Assessment& left, const Assessment* right) {
  return right != nullptr && left.started_at == right->started_at && left.rater == right->rater &&
         left.ladder.id == right->ladder.id;
}

}  // namespace

const Answer* find_earlier(const Assessment& earlier, const Behavior& behavior) {
  if (const Answer* answer = find_answer(earlier, behavior.key)) {
    return answer;
  }
  for (const std::string& key : behavior.formerly) {
    if (const Answer* answer = find_answer(earlier, key)) {
      return answer;
    }
  }
  return nullptr;
}

void add_last(Question& question, const Ladder& ladder, const Behavior& behavior, const Earlier& earlier) {
  const Assessment& last = *earlier.last;
  const Answer* answer = find_earlier(last, behavior);
  if (answer == nullptr) {
    return;
  }
  const std::string date = date_of_answer(last, *answer);
  const std::string rating = describe_rating(answer->rating, last.ladder.scale, ladder.scale);
  const bool is_hidden = earlier.last_rating == LastRating::hidden;
  const bool is_suggested = question.suggestion && is_same_assessment(last, earlier.from);
  if (!rating.empty() && !is_hidden && !is_suggested) {
    question.hints.insert(question.hints.begin(), "last time (" + date + "): " + rating);
  }
  if (!rating.empty() && is_reworded(last, *answer, behavior)) {
    question.hints.emplace_back("reworded since");
  }
  std::vector<std::string> lines = list_remarks(*answer);
  const auto count = std::count_if(lines.begin(), lines.end(), [](const std::string& line) { return !line.empty(); });
  if (count > 0) {
    question.hints.push_back(std::to_string(count) + (count == 1 ? " note" : " notes") + " (? to read)");
  }
  const auto* not_applicable = std::get_if<NotApplicable>(&answer->rating);
  if (not_applicable != nullptr && !is_hidden) {
    lines.insert(lines.begin(), "n/a: " + not_applicable->reason);
  }
  if (!lines.empty()) {
    question.details.push_back({"Last time (" + date + ")", std::move(lines)});
  }
}

std::optional<Suggestion> suggest(const Ladder& ladder, const Behavior& behavior, const Assessment& from) {
  const Answer* answer = find_earlier(from, behavior);
  if (answer == nullptr || is_reworded(from, *answer, behavior) || !is_same_scale(from.ladder.scale, ladder.scale)) {
    return std::nullopt;
  }
  Suggestion suggestion;
  suggestion.origin = from.rater.name + " (" + date_of_answer(from, *answer) + ")";
  suggestion.choice = rated_value(answer->rating);
  if (const auto* not_applicable = std::get_if<NotApplicable>(&answer->rating)) {
    suggestion.mark = not_applicable_mark;
    suggestion.reason = not_applicable->reason;
  } else if (std::holds_alternative<NoOpportunity>(answer->rating)) {
    suggestion.mark = no_opportunity_mark;
  }
  if (!suggestion.choice && !suggestion.mark) {
    return std::nullopt;
  }
  return suggestion;
}

}  // namespace rung
