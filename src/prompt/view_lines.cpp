#include "view_lines.hpp"

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "describe.hpp"
#include "view_keys.hpp"
#include "view_review.hpp"

namespace rung {
namespace {

using Facts = std::vector<std::string>;

void add_details(Facts& facts, const Form& form, const State& state) {
  for (const Choice& choice : choices_of(form, form.questions[state.at])) {
    facts.push_back(fmt::format("{} {}", choice.value, choice.label));
    for (std::string& text : describe_meaning(state, choice)) facts.push_back(std::move(text));
  }
  const std::vector<std::string>& answers = form.questions[state.at].answers;
  facts.insert(facts.end(), answers.begin(), answers.end());
  for (const Detail& detail : form.questions[state.at].details)
    for (const std::string& text : detail.lines)
      if (!text.empty()) facts.push_back(fmt::format("{}: {}", detail.title, text));
  for (const std::string& remark : state.responses[state.at].remarks)
    if (!remark.empty() && form.remark_use == RemarkUse::beside) facts.push_back(fmt::format("This time: {}", remark));
}

void add_keys(Facts& facts, const Form& form, KeyPlace place) {
  for (const KeyHelp& help : list_keys(form, place)) facts.push_back(fmt::format("{}: {}", help.key, help.description));
}

void add_place(Facts& facts, const Form& form, const State& state) {
  const Question& question = form.questions[state.at];
  const int asked = count_asked(form);
  facts.push_back(fmt::format("{}. {} of {} answered.", fmt::join(form.sections[question.section].path, ", "),
                              asked - count_to_go(form, state), asked));
  facts.insert(facts.end(), question.lead.begin(), question.lead.end());
  if (!question.lead.empty())
    if (std::string left = describe_time_left(form, state); !left.empty()) facts.push_back(std::move(left));
}

void add_question(Facts& facts, const Form& form, const State& state) {
  const Question& question = form.questions[state.at];
  if (state.showing == Showing::question) add_place(facts, form, state);
  facts.push_back(fmt::format("Question {}. {}", state.at + 1, text_of(form, state, state.at)));
  for (const Choice& choice : choices_of(form, question))
    facts.push_back(fmt::format("{} {}", choice.value, choice.label));
  facts.insert(facts.end(), question.hints.begin(), question.hints.end());
  if (question.suggestion && is_revealed(state))
    facts.push_back(fmt::format("{}. = accepts it.", describe_suggestion(form, question)));
  for (std::string& fact : describe_standing(form, question, state.responses[state.at]))
    facts.push_back(std::move(fact));
}

void add_offers(Facts& facts, const Form& form, const State& state) {
  const std::vector<OfferedLine>& offers = form.questions[state.at].offers;
  for (std::size_t index = 0; index < offers.size(); ++index)
    facts.push_back(fmt::format("{}: {}{}", index + 1, offers[index].label,
                                is_attached(state.responses[state.at], offers[index]) ? ", attached" : ""));
  if (const std::string& others = form.questions[state.at].other_offers; !others.empty()) facts.push_back(others);
  facts.emplace_back("Type the number of the one to attach and press Enter. Enter alone cancels.");
}

void add_options(Facts& facts, const State& state) {
  facts.push_back(state.choice.question);
  for (const RemarkOption& option : state.choice.options)
    facts.push_back(fmt::format("{}: {}", option.key, option.label));
  facts.emplace_back("Enter alone: type the line again");
}

void add_parts(Facts& facts, const Form& form, const State& state) {
  for (const PartProgress& part : list_parts(form, state))
    facts.push_back(
        fmt::format("{}: {} of {} answered, from {}", part.name, part.answered, part.asked, part.first + 1));
}

void add_review(Facts& facts, const Form& form, const State& state) {
  facts.push_back(fmt::format("Review. {}", describe_rest(form, state)));
  std::size_t unrated = 0;
  for (std::size_t index = 0; index < state.responses.size(); ++index) {
    const Response& response = state.responses[index];
    if (response.choice || (!is_answered(response) && ++unrated > longest_list)) continue;
    const std::string answer =
        is_answered(response) ? describe_with_reason(form, form.questions[index], response) : form.words.unrated;
    facts.push_back(fmt::format("{} {}: {}", index + 1, answer, name_of(form, state, index)));
  }
  if (unrated > longest_list)
    facts.push_back(fmt::format("And {} more are {}.", unrated - longest_list, form.words.unrated));
  for (const SecondLook& look : state.looks) facts.push_back(fmt::format("{}: {}", look.key, look.text));
}

Block to_block(Facts facts) {
  Block block;
  for (std::string& fact : facts) block.push_back({plain(std::move(fact))});
  return block;
}

}  // namespace

Block list_reading(const Form& form, const State& state) {
  Facts facts;
  const bool reviews = is_in_review(state);
  if (state.showing == Showing::details)
    add_details(facts, form, state);
  else if (state.showing == Showing::keys)
    add_keys(facts, form, reviews ? KeyPlace::review : KeyPlace::question);
  else if (state.showing == Showing::overview)
    add_parts(facts, form, state);
  else if (reviews && state.showing == Showing::question)
    add_review(facts, form, state);
  return to_block(std::move(facts));
}

Block view_lines(const Form& form, const State& state) {
  Facts facts;
  const bool waits = state.mode == Mode::asking || state.mode == Mode::reviewing || state.mode == Mode::entering;
  if (state.mode == Mode::attaching)
    add_offers(facts, form, state);
  else if (state.mode == Mode::choosing)
    add_options(facts, state);
  else if (state.mode == Mode::confirming)
    facts.push_back(fmt::format("{} y/N", describe_confirmation(form, state)));
  else if (state.showing != Showing::prompt_only && !is_in_review(state))
    add_question(facts, form, state);
  if (state.mode == Mode::entering) {
    const EntryText entry = describe_entry(form, state.entry);
    facts.push_back(fmt::format("{}: {}", entry.label, entry.hint));
  } else if (waits && state.key_line == KeyLine::shown) {
    facts.push_back(spoken_keys(form, state));
  }
  facts.emplace_back("> ");
  return to_block(std::move(facts));
}

}  // namespace rung
