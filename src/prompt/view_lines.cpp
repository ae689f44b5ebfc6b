#include <string>
#include <utility>
#include <vector>

#include "progress.hpp"
#include "screens.hpp"

namespace rung {
namespace {

class Facts {
 public:
  void add(std::string text) { block_.push_back({{std::move(text), Style::plain}}); }
  Block finish() {
    block_.push_back({{"> ", Style::plain}});
    return std::move(block_);
  }

 private:
  Block block_;
};

std::string spoken_path(const Section& section) {
  std::string path;
  for (const std::string& part : section.path) path += (path.empty() ? "" : ", ") + part;
  return path;
}

void add_details(Facts& facts, const Form& form, const State& state) {
  for (const Choice& choice : form.choices)
    facts.add(std::to_string(choice.value) + " " + choice.label + (choice.anchor.empty() ? "" : ": " + choice.anchor));
  for (const Detail& detail : form.questions[state.at].details) {
    for (const std::string& line : detail.lines) {
      if (line.empty()) continue;
      facts.add(detail.title + ": " + line);
    }
  }
  for (const std::string& remark : state.responses[state.at].remarks)
    if (!remark.empty()) facts.add("This time: " + remark);
}

void add_keys(Facts& facts, const Form& form, Place place) {
  for (const KeyHelp& help : list_keys(form, place)) facts.add(help.key + ": " + help.description);
}

void add_question(Facts& facts, const Form& form, const State& state) {
  const Question& question = form.questions[state.at];
  const SectionPlace place = place_in_section(form, state.at);
  facts.add("Question " + std::to_string(state.at + 1) + " of " + std::to_string(form.questions.size()) + ". " +
            std::to_string(count_answered(state)) + " answered.");
  facts.add(spoken_path(form.sections[question.section]) + ", " + std::to_string(place.number) + " of " +
            std::to_string(place.count));
  facts.add(question.text);
  for (const Choice& choice : form.choices) facts.add(std::to_string(choice.value) + " " + choice.label);
  for (const std::string& hint : question.hints) facts.add(hint);
  if (question.suggestion) facts.add(describe_suggestion(form, *question.suggestion) + ". = accepts it.");
  for (const std::string& fact : describe_standing(form, state.responses[state.at])) facts.add(fact);
}

void add_parts(Facts& facts, const Form& form, const State& state) {
  for (const PartProgress& part : list_parts(form, state)) {
    const std::string reached = describe_reached(form, part);
    facts.add(part.name + ": " + std::to_string(part.answered) + " of " + std::to_string(part.questions) + " answered" +
              (reached.empty() ? "" : ", " + reached) + ", from " + std::to_string(part.first + 1));
  }
}

void add_review(Facts& facts, const Form& form, const State& state) {
  facts.add("Review. " + describe_rest(state));
  add_parts(facts, form, state);
  std::size_t unrated = 0;
  for (std::size_t index = 0; index < state.responses.size(); ++index) {
    const Response& response = state.responses[index];
    if (response.choice || (!is_answered(response) && ++unrated > longest_list)) continue;
    const std::string answer = is_answered(response) ? describe(form, response) : "unrated";
    facts.add(std::to_string(index + 1) + " " + answer + (response.reason.empty() ? "" : " (" + response.reason + ")") +
              ": " + form.questions[index].text);
  }
  if (unrated > longest_list) facts.add("And " + std::to_string(unrated - longest_list) + " more are unrated.");
}

}  // namespace

Block view_in_lines(const Form& form, const State& state) {
  Facts facts;
  const bool reviews = is_in_review(state);
  const Place place = reviews ? Place::review : Place::question;
  if (state.showing == Showing::details) {
    if (!reviews) add_details(facts, form, state);
    add_keys(facts, form, place);
  } else if (state.showing == Showing::overview) {
    add_parts(facts, form, state);
  }
  if (state.showing != Showing::prompt_only)
    reviews ? add_review(facts, form, state) : add_question(facts, form, state);
  if (state.mode == Mode::entering) {
    const EntryText entry = describe_entry(form, state.entry);
    facts.add(entry.label + ": " + entry.hint);
  } else if (state.showing != Showing::prompt_only) {
    facts.add(spoken_keys(form, state, place));
  }
  return facts.finish();
}

}  // namespace rung
