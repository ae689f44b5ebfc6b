#include "describe.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rung {
namespace {

/// Such as `Press 1-3 to rate`; empty if no digit answers the question.
std::string describe_rating_keys(const Form& form, const Question& question) {
  const std::vector<Choice>& choices = choices_of(form, question);
  if (choices.empty()) return {};
  const std::string keys = !question.choices     ? describe_values(form)
                           : choices.size() == 1 ? std::string("1")
                                                 : fmt::format("1-{}", choices.size());
  return fmt::format("Press {} to {}", keys, form.words.rate);
}

}  // namespace

std::string describe(const Form& form, const Question& question, const Response& response) {
  if (response.mark) return form.marks[*response.mark].label;
  if (!response.choice) return {};
  const Choice* choice = find_choice(form, question, *response.choice);
  return choice == nullptr ? fmt::format("{}", *response.choice) : fmt::format("{} {}", choice->value, choice->label);
}

std::string describe_with_reason(const Form& form, const Question& question, const Response& response) {
  const std::string answer = describe(form, question, response);
  return response.reason.empty() ? answer : fmt::format("{} ({})", answer, response.reason);
}

std::string describe_suggestion(const Form& form, const Question& question) {
  const Suggestion& suggestion = *question.suggestion;
  return fmt::format("{}: {}", suggestion.origin,
                     describe_with_reason(form, question, with_suggestion({}, suggestion)));
}

std::vector<std::string> describe_meaning(const State& state, const Choice& choice) {
  std::vector<std::string> texts;
  if (!choice.anchor.empty()) texts.push_back(choice.anchor);
  for (const ChoiceNote& note : state.choice_notes)
    if (note.value == choice.value) texts.push_back(note.text);
  return texts;
}

std::vector<std::string> describe_standing(const Form& form, const Question& question, const Response& response) {
  std::vector<std::string> facts;
  const bool is_earlier = question.turn == Turn::on_request && response.origin == AnswerOrigin::before;
  if (is_answered(response) && is_earlier) {
    facts.emplace_back("not asked: your earlier answer is kept");
  } else if (is_answered(response)) {
    facts.push_back(fmt::format("your answer: {}", describe_with_reason(form, question, response)));
    facts.emplace_back("Enter keeps it");
  }
  const int count = form.remark_use == RemarkUse::beside ? count_remarks(response) : 0;
  if (count > 0) facts.push_back(fmt::format("{} {} written (?)", count, count == 1 ? "line" : "lines"));
  return facts;
}

std::string describe_finished_part(const Form& form, const State& state) {
  const std::vector<PartProgress> parts = list_parts(form, state);
  const auto part = std::find_if(parts.begin(), parts.end(), [&form, &state](const PartProgress& one) {
    return one.name == form.sections[form.questions[state.at].section].path.front();
  });
  if (form.ending == Ending::at_once || part == parts.end() || part->answered < part->asked) return {};
  const int left = count_to_go(form, state);
  return left > 0 ? fmt::format("{} done. {} to go.", part->name, left) : fmt::format("{} done.", part->name);
}

std::string describe_rest(const Form& form, const State& state) {
  const int asked = count_asked(form);
  const int rest = count_to_go(form, state);
  if (rest == 0) return asked == 0 ? "Nothing was asked." : fmt::format("All {} are answered.", asked);
  return fmt::format("{} of {} {} {}.", rest, asked, rest == 1 ? "is" : "are", form.words.unrated);
}

std::string describe_confirmation(const Form& form, const State& state) {
  const int left = count_to_go(form, state);
  const bool is_partial = count_asked(form) < static_cast<int>(form.questions.size());
  if (!is_partial) return fmt::format("{} {}. Finish anyway?", left, form.words.unrated);
  return fmt::format("{} of the {} asked {} not answered. Finish anyway?", left, count_asked(form),
                     left == 1 ? "is" : "are");
}

std::string describe_time_left(const Form& form, const State& state) {
  if (!state.pace || count_to_go(form, state) == 0) return {};
  const auto minutes = std::chrono::round<std::chrono::minutes>(*state.pace * count_to_go(form, state)).count();
  if (minutes < 1) return "Less than a minute left.";
  return fmt::format("About {} {} left.", minutes, minutes == 1 ? "minute" : "minutes");
}

const std::string& text_of(const Form& form, const State& state, std::size_t question) {
  const std::vector<std::string>& remarks = state.responses[question].remarks;
  return form.remark_use == RemarkUse::replaces_text && !remarks.empty() ? remarks.back()
                                                                         : form.questions[question].text;
}

const std::string& name_of(const Form& form, const State& state, std::size_t question) {
  const std::string& title = form.questions[question].title;
  return title.empty() ? text_of(form, state, question) : title;
}

std::string explain_no_choice(const Form& form, const Question& question, int value) {
  const std::string keys = describe_rating_keys(form, question);
  if (question.choices)
    return fmt::format("There is no {} here.{}", value, keys.empty() ? "" : fmt::format(" {}.", keys));
  return fmt::format("{} is not on the scale. {}.", value, keys);
}

std::string explain_main_keys(const Form& form, const Question& question) {
  const std::string keys = describe_rating_keys(form, question);
  return fmt::format("{}s to skip, k for the keys.", keys.empty() ? std::string("Press ") : fmt::format("{}, ", keys));
}

std::string describe_begin(const Form& form, const BeginEntry& begin) {
  switch (begin.kind) {
    case EntryKind::reason: return form.marks[begin.mark].label;
    case EntryKind::remark: return form.remark_label;
    case EntryKind::go_to: return "go to";
    case EntryKind::search: return "search";
  }
  return {};
}

EntryText describe_entry(const Form& form, const LineEntry& entry) {
  constexpr std::string_view how_to_cancel = "Enter alone cancels.";
  switch (entry.kind) {
    case EntryKind::reason: return {"reason", fmt::format("Why? {}", how_to_cancel)};
    case EntryKind::remark:
      return {form.remark_label,
              fmt::format("{}{}{}", form.remark_hint, form.remark_hint.empty() ? "" : " ", how_to_cancel)};
    case EntryKind::go_to:
      return {"go to", fmt::format("A number from 1 to {}, a key, or words. {}", form.questions.size(), how_to_cancel)};
    case EntryKind::search: return {"search", "Words or a key. Enter alone finds the next match."};
  }
  return {};
}

}  // namespace rung
