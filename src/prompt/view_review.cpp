#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <rung/text/bar.hpp>
#include <rung/text/width.hpp>

#include "layout.hpp"
#include "progress.hpp"
#include "screens.hpp"

namespace rung {
namespace {

std::string number_of(const Form& form, std::size_t index) {
  const std::string all = std::to_string(form.questions.size());
  const std::string number = std::to_string(index + 1);
  return std::string(all.size() - number.size(), ' ') + number;
}

Block list_questions(const Form& form, const State& state, const std::string& title,
                     const std::vector<std::size_t>& indices, int width) {
  Block block = heading(std::to_string(indices.size()) + " " + title, width);
  for (std::size_t listed = 0; listed < indices.size(); ++listed) {
    if (listed == longest_list) {
      const std::string rest = "and " + std::to_string(indices.size() - listed) + " more";
      append(block, paragraph({{rest, Style::muted}}, width, item_indent));
      break;
    }
    const std::size_t index = indices[listed];
    const std::string& reason = state.responses[index].reason;
    const std::string number = number_of(form, index) + "  ";
    const int room = width - item_indent - cell_width(number);
    block.push_back(
        {spaces(item_indent).front(), {number, Style::key}, {clip(form.questions[index].text, room), Style::plain}});
    if (!reason.empty()) append(block, paragraph({{reason, Style::muted}}, width, item_indent + cell_width(number)));
  }
  return block;
}

/// One line for each part: how many are answered, how many reach their goal, and where there is room a bar and where
/// the part begins.
Block list_progress(const Form& form, const State& state, int width) {
  constexpr int bar_cells = 14;
  constexpr int needed_for_bars = 76;
  const bool is_narrow = width < needed_for_bars;
  std::vector<NamedText> rows;
  for (const PartProgress& part : list_parts(form, state)) {
    const bool is_here = state.at >= part.first && state.at < part.first + part.questions;
    const auto answered = static_cast<int>(part.answered);
    const auto questions = static_cast<int>(part.questions);
    Line text;
    if (!is_narrow) text.push_back({bar(answered, questions, bar_cells, Grain::cells) + " ", Style::accent});
    text.push_back({std::to_string(answered) + "/" + std::to_string(questions), Style::plain});
    if (const std::string reached = describe_reached(form, part); !reached.empty())
      text.push_back({" · " + reached, Style::plain});
    if (!is_narrow) text.push_back({" · from " + std::to_string(part.first + 1), Style::muted});
    if (is_here && !is_in_review(state)) text.push_back({" · here", Style::strong});
    rows.push_back({{{part.name, Style::plain}}, std::move(text)});
  }
  return lay_out_names(rows, width, is_narrow ? text_indent : item_indent);
}

}  // namespace

std::string describe_rest(const State& state) {
  const std::size_t all = state.responses.size();
  const auto rest = all - static_cast<std::size_t>(count_answered(state));
  if (rest == 0) return "All " + std::to_string(all) + " are answered.";
  return std::to_string(rest) + " of " + std::to_string(all) + (rest == 1 ? " is unrated." : " are unrated.");
}

Block view_review(const Form& form, const State& state, int width) {
  Block block{{}};
  append(block, lay_out_facts({{{"Review", Style::title}}, {{describe_rest(state), Style::plain}}}, width, 0));
  block.push_back({});
  append(block, list_progress(form, state, width));
  std::vector<std::size_t> unrated;
  for (std::size_t index = 0; index < state.responses.size(); ++index)
    if (!is_answered(state.responses[index])) unrated.push_back(index);
  if (!unrated.empty()) append(block, list_questions(form, state, "unrated", unrated, width));
  for (std::size_t mark = 0; mark < form.marks.size(); ++mark) {
    std::vector<std::size_t> marked;
    for (std::size_t index = 0; index < state.responses.size(); ++index)
      if (state.responses[index].mark == mark) marked.push_back(index);
    if (!marked.empty()) append(block, list_questions(form, state, form.marks[mark].label, marked, width));
  }
  block.push_back({});
  const std::string next = unrated.empty() ? "" : "u to the next unrated, ";
  append(block, paragraph({{"Finish now, or go back: " + next + "g to any question by its number.", Style::plain}},
                          width, text_indent));
  return block;
}

Block view_overview(const Form& form, const State& state, int width) {
  Block block = heading("How far you are", width);
  append(block, list_progress(form, state, width));
  return block;
}

}  // namespace rung
