#include "earlier_answers.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include <rung/assessment/day_words.hpp>
#include <rung/interview/state.hpp>

namespace rung {
namespace {

/// The rating in a word; with its label where the scale has changed since, because the number alone would mislead.
std::string describe_rating(const Rating& rating, const Scale& then, const Scale& now) {
  if (const auto value = rated_value(rating)) {
    const ScalePoint* point = then.find(*value);
    if (is_same_scale(then, now) || point == nullptr) return fmt::format("{}", *value);
    return fmt::format("{} {}", *value, point->label);
  }
  if (std::holds_alternative<NotApplicable>(rating)) return "n/a";
  return std::holds_alternative<NoOpportunity>(rating) ? "no opportunity" : "";
}

std::string date_of_answer(const Assessment& assessment, const Answer& answer) {
  return format_date(source_of(assessment, answer).on);
}

bool is_other_ladder(const Ladder& from, const Ladder& ladder) { return from.id != ladder.id; }

bool is_same_assessment(const Assessment& left, const Assessment* right) {
  return right != nullptr && left.sitting == right->sitting;
}

std::optional<Suggestion> suggest(const Answer& answer, std::string origin) {
  Suggestion suggestion;
  suggestion.origin = std::move(origin);
  suggestion.remarks = list_remarks(answer);
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
    return point == nullptr ? fmt::format("{}", *value) : fmt::format("{} {}", *value, point->label);
  }
  const std::string rating = describe_rating(answer.rating, from.ladder.scale, from.ladder.scale);
  return rating.empty() ? "unrated" : rating;
}

}  // namespace

EarlierAnswers::EarlierAnswers(const Ladder& ladder, const Earlier& earlier) : ladder_(ladder), earlier_(earlier) {
  if (earlier.from != nullptr) {
    const Pairing pairing = is_other_ladder(earlier.from->ladder, ladder) ? Pairing::by_text : Pairing::by_key;
    from_ = pair_answers(*earlier.from, ladder, pairing);
  }
  if (earlier.last != nullptr) last_ = pair_answers(*earlier.last, ladder, Pairing::by_key);
}

void EarlierAnswers::add_to(Question& question, std::size_t number) const {
  if (!from_.empty()) add_from(question, from_[number]);
  if (!last_.empty() && last_[number].answer != nullptr) add_last(question, last_[number]);
}

void EarlierAnswers::add_last(Question& question, const PairedAnswer& paired) const {
  const Assessment& last = *earlier_.last;
  const Answer& answer = *paired.answer;
  const std::string date = date_of_answer(last, answer);
  const std::string rating = describe_rating(answer.rating, last.ladder.scale, ladder_.scale);
  const bool is_hidden = earlier_.last_rating == LastRating::hidden;
  const bool is_suggested = question.suggestion && is_same_assessment(last, earlier_.from);
  if (!rating.empty() && !is_hidden)
    question.before = fmt::format("was {} in {}", rating, describe_month(source_of(last, answer).on, earlier_.today));
  if (!rating.empty() && paired.wording == Wording::reworded)
    question.hints.push_back(fmt::format("reworded since {}", describe_month(last.on, earlier_.today)));
  const bool is_comparable = paired.wording == Wording::identical && is_same_scale(last.ladder.scale, ladder_.scale);
  if (earlier_.from == nullptr && !is_hidden && is_comparable)
    question.suggestion = suggest(answer, fmt::format("last time ({})", date));
  std::vector<std::string> lines = list_remarks(answer);
  if (!answer.note.empty()) question.hints.emplace_back("an earlier note (?)");
  if (const std::size_t count = answer.evidence.size(); count > 0)
    question.hints.push_back(
        fmt::format("{} of earlier evidence (?)", count == 1 ? "1 piece" : fmt::format("{} pieces", count)));
  const auto* not_applicable = std::get_if<NotApplicable>(&answer.rating);
  const std::string reason = not_applicable == nullptr ? "" : fmt::format(", {}", not_applicable->reason);
  if (!rating.empty() && !is_hidden && !is_suggested)
    question.answers.push_back(fmt::format("Last time ({}): {}{}", date, rating, reason));
  if (!lines.empty()) question.details.push_back({fmt::format("Last time ({})", date), std::move(lines)});
}

void EarlierAnswers::add_from(Question& question, const PairedAnswer& paired) const {
  const Assessment& from = *earlier_.from;
  const bool is_other = is_other_ladder(from.ladder, ladder_);
  if (paired.answer == nullptr) {
    if (is_other) question.hints.push_back(fmt::format("new, not in {}", from.ladder.title));
    return;
  }
  const std::string origin = fmt::format("{} ({})", from.rater.name, date_of_answer(from, *paired.answer));
  const bool is_reworded = paired.wording == Wording::reworded;
  if (!is_reworded && is_same_scale(from.ladder.scale, ladder_.scale)) {
    // A rating beyond the target of another level says nothing about this one.
    const int target = target_of(from.ladder, *paired.behavior);
    if (!is_other || rated_value(paired.answer->rating).value_or(0) <= target)
      question.suggestion = suggest(*paired.answer, fmt::format("suggested by {}", origin));
    return;
  }
  if (!is_other) return;
  const std::string line = fmt::format("{}: {}", origin, describe_there(from, *paired.answer));
  question.hints.push_back(
      fmt::format("{} {} (?)", is_reworded ? "in other words in" : "on another scale in", from.ladder.title));
  question.answers.push_back(line);
  if (is_reworded) question.details.push_back({fmt::format("In {}", from.ladder.title), {paired.behavior->text}});
}

}  // namespace rung
