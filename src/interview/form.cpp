#include <rung/interview/form.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "remarks.hpp"

namespace rung {
namespace {

std::string fold_case(std::string_view text) {
  std::string folded(text);
  std::transform(folded.begin(), folded.end(), folded.begin(),
                 [](char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter; });
  return folded;
}

bool is_word_byte(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return (value >= 'a' && value <= 'z') || (value >= '0' && value <= '9') || value >= 0x80;
}

/// Whether the term stands in the text as words of its own, in any case; a plural `s` may follow.
bool mentions(const std::string& folded_text, const std::string& folded_term) {
  if (folded_term.empty()) {
    return false;
  }
  for (std::size_t at = folded_text.find(folded_term); at != std::string::npos;
       at = folded_text.find(folded_term, at + 1)) {
    std::size_t end = at + folded_term.size();
    if (end < folded_text.size() && folded_text[end] == 's') {
      ++end;
    }
    const bool begins = at == 0 || !is_word_byte(folded_text[at - 1]);
    const bool ends = end >= folded_text.size() || !is_word_byte(folded_text[end]);
    if (begins && ends) {
      return true;
    }
  }
  return false;
}

const Answer* find_previous(const Assessment* previous, const Behavior& behavior) {
  if (previous == nullptr) {
    return nullptr;
  }
  if (const Answer* answer = find_answer(*previous, behavior.key)) {
    return answer;
  }
  for (const std::string& key : behavior.formerly) {
    if (const Answer* answer = find_answer(*previous, key)) {
      return answer;
    }
  }
  return nullptr;
}

bool is_reworded(const Assessment& previous, const Answer& answer, const Behavior& behavior) {
  const std::vector<PlacedBehavior> before = list_behaviors(previous.ladder);
  return std::any_of(before.begin(), before.end(), [&](const PlacedBehavior& placed) {
    return placed.behavior->key == answer.behavior && placed.behavior->text != behavior.text;
  });
}

/// The rating in a word; with its label where the scale has changed since, because the number alone would mislead.
std::string describe_rating(const Rating& rating, const Scale& then, const Scale& now) {
  if (const auto value = rated_value(rating)) {
    const ScalePoint* point = then.find(*value);
    return std::to_string(*value) + (then == now || point == nullptr ? "" : " " + point->label);
  }
  if (std::holds_alternative<NotApplicable>(rating)) {
    return "n/a";
  }
  return std::holds_alternative<NoOpportunity>(rating) ? "no opportunity" : "";
}

Date date_of_answer(const Assessment& assessment, const Answer& answer) {
  return date_of(answer.answered_at.value_or(assessment.finished_at.value_or(assessment.started_at)));
}

void add_previous(Question& question, const Ladder& ladder, const Behavior& behavior, const Assessment& previous,
                  const Answer& answer) {
  const std::string date = format_date(date_of_answer(previous, answer));
  const std::string rating = describe_rating(answer.rating, previous.ladder.scale, ladder.scale);
  if (!rating.empty()) {
    const std::string hint = "last time (" + date + "): " + rating;
    question.hints.insert(question.hints.begin(), hint);
    if (is_reworded(previous, answer, behavior)) {
      question.hints.emplace_back("reworded since");
    }
  }
  std::vector<std::string> lines = list_remarks(answer);
  if (!lines.empty()) {
    const std::string count = std::to_string(lines.size());
    question.hints.push_back(count + (lines.size() == 1 ? " note" : " notes") + " (? to read)");
  }
  if (const auto* not_applicable = std::get_if<NotApplicable>(&answer.rating)) {
    lines.insert(lines.begin(), "n/a: " + not_applicable->reason);
  }
  if (!lines.empty()) {
    question.details.push_back({"Last time (" + date + ")", std::move(lines)});
  }
}

Question make_question(const Ladder& ladder, const PlacedBehavior& placed, std::size_t section,
                       const Assessment* previous) {
  const Behavior& behavior = *placed.behavior;
  Question question;
  question.section = section;
  question.text = behavior.text;
  question.hints.push_back("target " + std::to_string(target_of(ladder, behavior)));
  if (!behavior.probes.empty()) {
    question.details.push_back({"Questions that help", behavior.probes});
  }
  Detail terms{"Terms", {}};
  for (const Term& term : ladder.terms) {
    if (mentions(fold_case(behavior.text), fold_case(term.term))) {
      terms.lines.push_back(term.term + ": " + term.meaning);
    }
  }
  if (!terms.lines.empty()) {
    question.details.push_back(std::move(terms));
  }
  if (const Answer* answer = find_previous(previous, behavior)) {
    add_previous(question, ladder, behavior, *previous, *answer);
  }
  return question;
}

Section make_section(const PlacedBehavior& placed) {
  const std::string& pillar = placed.pillar->title;
  const std::string& responsibility = placed.responsibility->title;
  if (pillar == responsibility) {
    return {{pillar}};
  }
  return {{pillar, responsibility}};
}

}  // namespace

Form make_form(const Ladder& ladder, const Assessment* previous) {
  Form form;
  form.title = "rung assess · " + ladder.title;
  form.aside = "saved after every answer";
  form.remark_label = "evidence";
  form.remark_hint = "One line: a fact with its date or link, or any note.";
  for (const ScalePoint& point : ladder.scale.points) {
    form.choices.push_back({point.value, point.label, point.anchor});
  }
  form.marks = {{'n', "n/a", "not applicable: does not exist in this job; asks why", AsksReason::yes},
                {'o', "no opportunity", "applies, but there was no chance to show it", AsksReason::no}};
  const Responsibility* responsibility = nullptr;
  for (const PlacedBehavior& placed : list_behaviors(ladder)) {
    if (placed.responsibility != responsibility) {
      responsibility = placed.responsibility;
      form.sections.push_back(make_section(placed));
    }
    form.questions.push_back(make_question(ladder, placed, form.sections.size() - 1, previous));
  }
  return form;
}

}  // namespace rung
