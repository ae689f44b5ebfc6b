#include <rung/prompt/view.hpp>

#include <utility>
#include <vector>

#include <rung/text/bar.hpp>
#include <rung/text/wrap.hpp>

#include "layout.hpp"
#include "screens.hpp"

namespace rung {
namespace {

Line prompt_line(const std::string& label) {
  Line line = spaces(text_indent);
  if (!label.empty()) line.push_back({label + " ", Style::muted});
  line.push_back({"› ", Style::accent});
  return line;
}

std::string of(int part, std::size_t whole, const char* word) {
  return std::to_string(part) + " of " + std::to_string(whole) + " " + word;
}

Block view_entry(const Form& form, const State& state, int width) {
  const EntryText text = describe_entry(form, state.entry);
  Block block = paragraph({{text.hint, Style::muted}}, width, text_indent);
  block.push_back(prompt_line(text.label));
  return block;
}

}  // namespace

bool is_in_review(const State& state) {
  return state.mode == Mode::reviewing || (state.mode == Mode::entering && state.entry.return_to == Mode::reviewing);
}

Block view_opening(const Form& form, const State& state, int width, Dialect dialect) {
  const int answered = count_answered(state);
  const std::string resuming =
      answered == 0 ? std::string() : "Resuming: " + of(answered, form.questions.size(), "answered");
  if (dialect == Dialect::lines) {
    Block block{{{form.title, Style::plain}}};
    for (const std::string& fact : {form.aside, resuming, form.notice})
      if (!fact.empty()) block.push_back({{fact, Style::plain}});
    return block;
  }
  Line title{{form.title, Style::strong}};
  const Line aside{{form.aside, Style::muted}};
  Block block;
  if (!form.aside.empty() && cell_width(title) + 2 + cell_width(aside) <= width) {
    title = pad_right(std::move(title), width - cell_width(aside));
    title.insert(title.end(), aside.begin(), aside.end());
    block.push_back(std::move(title));
  } else {
    block = wrap(title, width);
  }
  for (const std::string& fact : {resuming, form.notice})
    if (!fact.empty()) append(block, wrap({{fact, Style::muted}}, width));
  return block;
}

Block view(const Form& form, const State& state, int width, Dialect dialect) {
  if (has_ended(state) || state.mode == Mode::editing) return {};
  if (dialect == Dialect::lines) return view_in_lines(form, state);
  const bool reviews = is_in_review(state);
  Block block;
  if (state.showing == Showing::details)
    append(block, reviews ? view_keys(form, Place::review, width) : view_details(form, state, width));
  else if (state.showing == Showing::overview)
    append(block, view_overview(form, state, width));
  if (state.showing != Showing::prompt_only)
    append(block, reviews ? view_review(form, state, width) : view_question(form, state, width));
  if (state.mode == Mode::entering) {
    append(block, view_entry(form, state, width));
    return block;
  }
  if (state.showing != Showing::prompt_only) {
    block.push_back({});
    append(block, key_lines(form, state, reviews ? Place::review : Place::question, width));
  }
  block.push_back(prompt_line({}));
  return block;
}

Block view_feedback(const State& state, int width, Dialect dialect) {
  const Feedback& feedback = state.feedback;
  Block block;
  if (dialect == Dialect::lines) {
    block.push_back(feedback.echo);
    for (const std::string& sentence : feedback.more) block.push_back({{sentence, Style::plain}});
    return block;
  }
  const int prompt = cell_width(prompt_line({}));
  std::vector<Line> sentences;
  for (const std::string& sentence : feedback.more) sentences.push_back({{sentence, Style::plain}});
  Line first = feedback.echo;
  // While a line is being typed, its text stands behind the prompt.
  if (first.empty() && !sentences.empty() && state.mode != Mode::entering) {
    first = sentences.front();
    sentences.erase(sentences.begin());
  }
  if (prompt + cell_width(first) <= width) {
    block.push_back(std::move(first));
  } else {
    block.push_back({});
    append(block, paragraph(first, width, prompt));
  }
  for (const Line& sentence : sentences) append(block, paragraph(sentence, width, prompt));
  return block;
}

}  // namespace rung
