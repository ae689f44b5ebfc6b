#include <string>
#include <utility>
#include <vector>

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
  for (const std::string& part : section.path) {
    path += (path.empty() ? "" : ", ") + part;
  }
  return path;
}

void add_details(Facts& facts, const Form& form, const State& state) {
  for (const Choice& choice : form.choices) {
    facts.add(std::to_string(choice.value) + " " + choice.label + (choice.anchor.empty() ? "" : ": " + choice.anchor));
  }
  for (const Detail& detail : form.questions[state.at].details) {
    for (const std::string& line : detail.lines) {
      facts.add(detail.title + ": " + line);
    }
  }
  for (const std::string& remark : state.responses[state.at].remarks) {
    facts.add("This time: " + remark);
  }
}

void add_keys(Facts& facts, const Form& form, Place place) {
  if (place == Place::question) {
    facts.add(describe_values(form) + ": rate with that value and go on");
    for (const Mark& mark : form.marks) {
      facts.add(std::string(1, mark.key) + ": " + mark.description);
    }
  }
  for (const Binding& binding : keymap()) {
    if (binding.place == Place::both || binding.place == place) {
      facts.add(std::string(1, binding.key) + ": " + describe_binding(form, binding));
    }
  }
}

void add_question(Facts& facts, const Form& form, const State& state) {
  const Question& question = form.questions[state.at];
  const SectionPlace place = place_in_section(form, state.at);
  facts.add("Question " + std::to_string(state.at + 1) + " of " + std::to_string(form.questions.size()) + ". " +
            std::to_string(count_answered(state)) + " answered.");
  facts.add(spoken_path(form.sections[question.section]) + ", " + std::to_string(place.number) + " of " +
            std::to_string(place.count));
  facts.add(question.text);
  for (const Choice& choice : form.choices) {
    facts.add(std::to_string(choice.value) + " " + choice.label);
  }
  for (const std::string& hint : question.hints) {
    facts.add(hint);
  }
  for (const std::string& fact : describe_standing(form, state.responses[state.at])) {
    facts.add(fact);
  }
}

void add_review(Facts& facts, const Form& form, const State& state) {
  facts.add("Review. " + describe_rest(state));
  for (std::size_t index = 0; index < state.responses.size(); ++index) {
    const Response& response = state.responses[index];
    if (response.choice) {
      continue;
    }
    const std::string answer = is_answered(response) ? describe(form, response) : "unrated";
    facts.add(std::to_string(index + 1) + " " + answer + (response.reason.empty() ? "" : " (" + response.reason + ")") +
              ": " + form.questions[index].text);
  }
}

void add_overview(Facts& facts, const Form& form, const State& state) {
  for (std::size_t section = 0; section < form.sections.size(); ++section) {
    int count = 0;
    int answered = 0;
    for (std::size_t index = 0; index < form.questions.size(); ++index) {
      if (form.questions[index].section == section) {
        ++count;
        answered += is_answered(state.responses[index]) ? 1 : 0;
      }
    }
    facts.add(spoken_path(form.sections[section]) + ": " + std::to_string(answered) + " of " + std::to_string(count) +
              " answered");
  }
}

/// The key line as one sentence.
std::string spoken_keys(const Form& form, Place place) {
  std::string line = "Type and press Enter:";
  constexpr int endless = 10'000;
  const std::string keys = plain_text(key_line(form, place, endless));
  line += keys.substr(keys.find_first_not_of(' ') - 1);
  for (std::size_t gap = line.find("  "); gap != std::string::npos; gap = line.find("  ")) {
    line.replace(gap, 2, ", ");
  }
  return line;
}

}  // namespace

Block view_in_lines(const Form& form, const State& state) {
  Facts facts;
  const bool reviews =
      state.mode == Mode::reviewing || (state.mode == Mode::entering && state.entry.return_to == Mode::reviewing);
  const Place place = reviews ? Place::review : Place::question;
  if (state.showing == Showing::details) {
    if (!reviews) {
      add_details(facts, form, state);
    }
    add_keys(facts, form, place);
  } else if (state.showing == Showing::overview) {
    add_overview(facts, form, state);
  }
  if (state.showing != Showing::prompt_only) {
    reviews ? add_review(facts, form, state) : add_question(facts, form, state);
  }
  if (state.mode == Mode::entering) {
    const EntryText entry = describe_entry(form, state.entry);
    facts.add(entry.label + ": " + entry.hint);
  } else if (state.showing != Showing::prompt_only) {
    facts.add(spoken_keys(form, place));
  }
  return facts.finish();
}

}  // namespace rung
