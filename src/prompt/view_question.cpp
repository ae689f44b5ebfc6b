#include <algorithm>
#include <utility>

#include <rung/text/bar.hpp>
#include <rung/text/wrap.hpp>

#include "layout.hpp"
#include "screens.hpp"

namespace rung {
namespace {

Line breadcrumb(const Section& section) {
  Line line;
  for (const std::string& part : section.path) {
    if (!line.empty()) line.push_back({" › ", Style::muted});
    line.push_back({part, Style::title});
  }
  return line;
}

Line progress(const Form& form, const State& state, int cells) {
  const SectionPlace place = place_in_section(form, state.at);
  const int answered = count_answered(state);
  const int all = static_cast<int>(form.questions.size());
  return {{std::to_string(place.number) + " of " + std::to_string(place.count) + " · ", Style::muted},
          {bar(answered, all, cells, Grain::cells), Style::accent},
          {" " + std::to_string(answered) + "/" + std::to_string(all), Style::muted}};
}

Block place_line(const Form& form, const State& state, int width) {
  const Line crumbs = breadcrumb(form.sections[form.questions[state.at].section]);
  for (const int cells : {14, 6}) {
    const Line right = progress(form, state, cells);
    const int left = width - cell_width(right);
    if (cell_width(crumbs) + 2 <= left) {
      Line line = pad_right(crumbs, left);
      line.insert(line.end(), right.begin(), right.end());
      return {std::move(line)};
    }
  }
  Block block = wrap(crumbs, width, {{}, spaces(text_indent)});
  block.push_back(progress(form, state, 6));
  return block;
}

Block question_text(const Form& form, const State& state, int width) {
  const std::string number = "[" + std::to_string(state.at + 1) + "/" + std::to_string(form.questions.size()) + "] ";
  Line first = spaces(text_indent);
  first.push_back({number, Style::muted});
  const int hanging = cell_width(first);
  return wrap({{form.questions[state.at].text, Style::strong}}, width, {std::move(first), spaces(hanging)});
}

Block hints(const Form& form, const State& state, int width) {
  std::vector<Line> parts;
  for (const std::string& hint : form.questions[state.at].hints) parts.push_back({{hint, Style::muted}});
  Block block = lay_out_facts(parts, width, item_indent);
  if (const auto& suggestion = form.questions[state.at].suggestion) {
    append(block, lay_out_facts({{{describe_suggestion(form, *suggestion), Style::accent}},
                                 {{"=", Style::key}, {" accepts", Style::muted}}},
                                width, item_indent));
  }
  parts.clear();
  for (const std::string& fact : describe_standing(form, state.responses[state.at]))
    parts.push_back({{fact, Style::accent}});
  append(block, lay_out_facts(parts, width, item_indent));
  return block;
}

}  // namespace

Block view_question(const Form& form, const State& state, int width) {
  std::vector<Line> choices;
  for (const Choice& choice : form.choices)
    choices.push_back({{std::to_string(choice.value), Style::key}, {" " + choice.label, Style::plain}});
  Block block{{}};
  append(block, place_line(form, state, width));
  block.push_back({});
  append(block, question_text(form, state, width));
  block.push_back({});
  append(block, lay_out_items(choices, width, item_indent));
  append(block, hints(form, state, width));
  return block;
}

std::vector<std::string> describe_standing(const Form& form, const Response& response) {
  std::vector<std::string> facts;
  if (is_answered(response)) {
    const std::string reason = response.reason.empty() ? "" : " (" + response.reason + ")";
    facts.push_back("your answer: " + describe(form, response) + reason);
    facts.emplace_back("Enter keeps it");
  }
  if (const int count = count_remarks(response); count > 0)
    facts.push_back(std::to_string(count) + (count == 1 ? " line" : " lines") + " noted (? to read)");
  return facts;
}

std::string describe_suggestion(const Form& form, const Suggestion& suggestion) {
  const Response response{suggestion.choice, suggestion.mark, suggestion.reason, {}};
  const std::string reason = suggestion.reason.empty() ? "" : " (" + suggestion.reason + ")";
  return "suggested by " + suggestion.origin + ": " + describe(form, response) + reason;
}

SectionPlace place_in_section(const Form& form, std::size_t at) {
  SectionPlace place;
  for (std::size_t index = 0; index < form.questions.size(); ++index) {
    if (form.questions[index].section == form.questions[at].section) {
      ++place.count;
      place.number += index <= at ? 1 : 0;
    }
  }
  return place;
}

}  // namespace rung
