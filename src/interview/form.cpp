#include <rung/interview/form.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <rung/text/ascii.hpp>

#include "earlier_answers.hpp"

namespace rung {
namespace {

bool is_word_byte(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return (value >= 'a' && value <= 'z') || is_digit(byte) || value >= 0x80;
}

/// Whether the term is in the text as whole words; a plural `s` may follow. Both are in lower case.
bool mentions(const std::string& folded_text, const std::string& folded_term) {
  if (folded_term.empty()) return false;
  for (std::size_t at = folded_text.find(folded_term); at != std::string::npos;
       at = folded_text.find(folded_term, at + 1)) {
    std::size_t end = at + folded_term.size();
    if (end < folded_text.size() && folded_text[end] == 's') ++end;
    const bool begins = at == 0 || !is_word_byte(folded_text[at - 1]);
    const bool ends = end >= folded_text.size() || !is_word_byte(folded_text[end]);
    if (begins && ends) return true;
  }
  return false;
}

Question make_question(const Ladder& ladder, const PlacedBehavior& placed, std::size_t section) {
  const Behavior& behavior = *placed.behavior;
  Question question;
  question.section = section;
  question.text = behavior.text;
  question.name = behavior.key;
  question.title = short_name(behavior);
  if (!behavior.probes.empty()) question.details.push_back({"Questions that help", behavior.probes});
  Detail terms{"Terms", {}};
  for (const Term& term : ladder.terms)
    if (mentions(to_lower(behavior.text), to_lower(term.term)))
      terms.lines.push_back(fmt::format("{}: {}", term.term, term.meaning));
  if (!terms.lines.empty()) question.details.push_back(std::move(terms));
  return question;
}

/// What the pillar is about, a paragraph for each line of its summary.
std::vector<std::string> make_lead(const Pillar& pillar) {
  std::vector<std::string> lead;
  for (std::string_view rest = pillar.summary; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    if (const std::string_view paragraph = trim(rest.substr(0, end)); !paragraph.empty()) lead.emplace_back(paragraph);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return lead;
}

/// What somebody needs who has never done this.
std::vector<std::string> introduce(const Ladder& ladder) {
  std::string values;
  for (const ScalePoint& point : ladder.scale.points)
    values += fmt::format("{}{} {}", values.empty() ? "" : ", ", point.value, point.label);
  return {fmt::format("Rate how well each of these {} statements describes your work: {}. ? explains them.",
                      list_behaviors(ladder).size(), values),
          "Rate the weakest part that applies. \"May\" and \"for example\" parts do not count against you.",
          "Stop at any time with q. The next `rung assess` resumes where you stopped."};
}

Section make_section(const PlacedBehavior& placed) {
  const std::string& pillar = placed.pillar->title;
  const std::string& responsibility = placed.responsibility->title;
  if (pillar == responsibility) return {{pillar}};
  return {{pillar, responsibility}};
}

}  // namespace

Form make_form(const Ladder& ladder, const Earlier& earlier) {
  Form form;
  form.title = ladder.title;
  form.aside = "saved after every answer";
  form.remark_label = "evidence";
  form.remark_hint = "Begin with a date, such as 2026-03-14, or add a link.";
  form.words.offers = "log entries";
  form.words.visit = "go through the ratings at target without evidence";
  if (earlier.last == nullptr) form.introduction = introduce(ladder);
  for (const ScalePoint& point : ladder.scale.points) form.choices.push_back({point.value, point.label, point.anchor});
  form.marks = {{'n', "n/a", "not applicable: does not exist in this job; asks why", AsksReason::yes},
                {'o', "no opportunity", "applies, but there was no chance to show it", AsksReason::no}};
  const EarlierAnswers answers(ladder, earlier);
  const Pillar* pillar = nullptr;
  const Responsibility* responsibility = nullptr;
  for (const PlacedBehavior& placed : list_behaviors(ladder)) {
    if (placed.responsibility != responsibility) {
      responsibility = placed.responsibility;
      form.sections.push_back(make_section(placed));
    }
    form.questions.push_back(make_question(ladder, placed, form.sections.size() - 1));
    if (placed.pillar != pillar) form.questions.back().lead = make_lead(*placed.pillar);
    pillar = placed.pillar;
    answers.add_to(form.questions.back(), form.questions.size() - 1);
  }
  return form;
}

int count_suggestions(const Form& form) {
  return static_cast<int>(std::count_if(form.questions.begin(), form.questions.end(),
                                        [](const Question& question) { return question.suggestion.has_value(); }));
}

}  // namespace rung
