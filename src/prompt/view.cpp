#include <rung/prompt/view.hpp>

#include <fmt/format.h>

#include <algorithm>

#include <utility>
#include <vector>

#include <rung/text/bar.hpp>
#include <rung/text/wrap.hpp>

#include "describe.hpp"
#include "layout.hpp"
#include "view_keys.hpp"
#include "view_lines.hpp"
#include "view_review.hpp"

namespace rung {
namespace {

Line prompt_line(const std::string& label) {
  Line prompt;
  if (!label.empty()) prompt.push_back(muted(fmt::format("{} ", label)));
  prompt.push_back(accent("› "));
  return prompt;
}

Line breadcrumb(const Section& section) {
  Line crumbs;
  for (const std::string& part : section.path) {
    if (!crumbs.empty()) crumbs.push_back(muted(" › "));
    crumbs.push_back(title(part));
  }
  return crumbs;
}

/// How many are answered of what is asked.
Line view_count(const Form& form, const State& state, int cells) {
  const int asked = count_asked(form);
  const int answered = asked - count_to_go(form, state);
  return {accent(bar(answered, asked, cells, Grain::cells)), muted(fmt::format(" {}/{}", answered, asked))};
}

/// `right` at the right edge of the line that `left` begins.
Line justify(Line left, const Line& right, int width) {
  left = pad_right(std::move(left), width - cell_width(right));
  left.insert(left.end(), right.begin(), right.end());
  return left;
}

Block view_place(const Form& form, const State& state, int width) {
  const Line crumbs = breadcrumb(form.sections[form.questions[state.at].section]);
  for (const int cells : {10, 4}) {
    const Line right = view_count(form, state, cells);
    if (cell_width(crumbs) + 2 + cell_width(right) <= width) return {justify(crumbs, right, width)};
  }
  Block block = wrap(crumbs, width, {{}, spaces(text_indent)});
  block.push_back(view_count(form, state, 10));
  return block;
}

bool begins_part(const Form& form, std::size_t at) {
  const auto part = [&form](std::size_t index) { return form.sections[form.questions[index].section].path.front(); };
  return at == 0 || part(at - 1) != part(at);
}

/// Where the question stands and, where a part begins, what that is about and how long the rest may take.
Block view_beginning(const Form& form, const State& state, int width) {
  Block block(1);
  append(block, view_place(form, state, width));
  if (!begins_part(form, state.at)) return block;
  for (const std::string& text : form.questions[state.at].lead) append(block, paragraph({muted(text)}, width, 0));
  if (const std::string left = describe_time_left(form, state); !left.empty()) block.push_back({muted(left)});
  return block;
}

/// The number of the question, in a column that is wide enough for all of them.
Line view_number(const Form& form, std::size_t at) {
  const std::size_t cells = std::max<std::size_t>(fmt::formatted_size("{}", form.questions.size()) + 2, item_indent);
  return {muted(fmt::format("{:<{}}", at + 1, cells))};
}

Block view_text(const Form& form, const State& state, int width) {
  Line first = view_number(form, state.at);
  const int hanging = cell_width(first);
  return wrap({strong(text_of(form, state, state.at))}, width, {std::move(first), spaces(hanging)});
}

Block view_hints(const Form& form, const State& state, int width) {
  const Question& question = form.questions[state.at];
  std::vector<Line> parts;
  for (const std::string& hint : question.hints) parts.push_back({muted(hint)});
  Block block = lay_out_facts(parts, width, item_indent);
  if (question.suggestion && is_revealed(state)) {
    const Line accepts{key("="), muted(" accepts")};
    append(block, lay_out_facts({{accent(describe_suggestion(form, question))}, accepts}, width, item_indent));
  }
  parts.clear();
  for (const std::string& fact : describe_standing(form, question, state.responses[state.at]))
    parts.push_back({accent(fact)});
  append(block, lay_out_facts(parts, width, item_indent));
  return block;
}

Line view_choice(const Choice& choice) {
  return {key(fmt::format("{}", choice.value)), plain(fmt::format(" {}", choice.label))};
}

Block view_question(const Form& form, const State& state, int width) {
  std::vector<Line> choices;
  for (const Choice& choice : choices_of(form, form.questions[state.at])) choices.push_back(view_choice(choice));
  Block block;
  if (state.showing == Showing::question) append(block, view_beginning(form, state, width));
  block.emplace_back();
  append(block, view_text(form, state, width));
  append(block, lay_out_items(choices, width, item_indent));
  append(block, view_hints(form, state, width));
  return block;
}

Block view_detail(const Detail& detail, int width) {
  Block block = wrap({title(detail.title)}, width);
  Line bullet = spaces(text_indent);
  bullet.push_back(muted("· "));
  for (const std::string& text : detail.lines)
    append(block, text.empty() ? Block(1) : wrap({plain(text)}, width, {bullet, spaces(item_indent)}));
  return block;
}

/// Only what helps to answer: anchors, details, and what was written.
Block view_details(const Form& form, const State& state, int width) {
  std::vector<NamedText> anchors;
  for (const Choice& choice : choices_of(form, form.questions[state.at])) {
    Line meaning;
    for (const std::string& text : describe_meaning(state, choice))
      meaning.push_back(plain(fmt::format("{}{}", meaning.empty() ? "" : "\n", text)));
    anchors.push_back({view_choice(choice), std::move(meaning)});
  }
  Block block(1);
  append(block, lay_out_names(anchors, width, text_indent));
  for (const std::string& answer : form.questions[state.at].answers)
    append(block, paragraph({plain(answer)}, width, 0));
  for (const Detail& detail : form.questions[state.at].details) append(block, view_detail(detail, width));
  const Response& response = state.responses[state.at];
  if (!response.remarks.empty() && form.remark_use == RemarkUse::beside)
    append(block, view_detail({"This time", response.remarks}, width));
  return block;
}

/// The offers with their digits.
Block view_offers(const Form& form, const State& state, int width) {
  const std::vector<OfferedLine>& offers = form.questions[state.at].offers;
  Block block;
  for (std::size_t index = 0; index < offers.size(); ++index) {
    Line first = spaces(item_indent);
    first.push_back(key(fmt::format("{} ", index + 1)));
    Line label{plain(offers[index].label)};
    if (is_attached(state.responses[state.at], offers[index])) label.push_back(good(" · attached"));
    append(block, wrap(label, width, {std::move(first), spaces(item_indent + 2)}));
  }
  if (const std::string& others = form.questions[state.at].other_offers; !others.empty())
    append(block, wrap({muted(others)}, width, {spaces(item_indent + 2), spaces(item_indent + 2)}));
  return block;
}

/// The ways to read the line that was typed.
Block view_options(const State& state, int width) {
  std::vector<Line> options;
  for (const RemarkOption& option : state.choice.options)
    options.push_back({key(std::string(1, option.key)), plain(fmt::format(" {}", option.label))});
  options.push_back({key("Enter"), plain(" change the line")});
  Block block = paragraph({plain(state.choice.question)}, width, text_indent);
  append(block, lay_out_items(options, width, text_indent));
  return block;
}

/// What stands above the prompt in the modes that wait for a question or the review.
Block view_waiting(const Form& form, const State& state, int width) {
  Block block;
  if (state.showing != Showing::prompt_only && !is_in_review(state)) block = view_question(form, state, width);
  if (state.key_line == KeyLine::shown) append(block, view_key_line(form, state, width));
  return block;
}

}  // namespace

Block view_opening(const Form& form, const State& state, int width, Dialect dialect) {
  const int asked = count_asked(form);
  const int answered = asked - count_to_go(form, state);
  std::vector<std::string> facts;
  if (answered > 0) facts.push_back(fmt::format("Resuming: {} of {} answered", answered, asked));
  if (!form.notice.empty()) facts.push_back(form.notice);
  if (count_answered(state) == 0) facts.insert(facts.end(), form.introduction.begin(), form.introduction.end());
  if (dialect == Dialect::lines) {
    Block block{{plain(form.title)}};
    if (!form.aside.empty()) block.push_back({plain(form.aside)});
    for (std::string& fact : facts) block.push_back({plain(std::move(fact))});
    return block;
  }
  const Line headline{strong(form.title)};
  const Line aside{muted(form.aside)};
  const bool fits = !form.aside.empty() && cell_width(headline) + 2 + cell_width(aside) <= width;
  Block block = fits ? Block{justify(headline, aside, width)} : wrap(headline, width);
  for (const std::string& fact : facts) append(block, wrap({muted(fact)}, width));
  return block;
}

Block view_reading(const Form& form, const State& state, int width, Dialect dialect) {
  if (has_ended(state) || state.mode == Mode::editing) return {};
  if (dialect == Dialect::lines) return list_reading(form, state);
  Block block;
  if (state.showing == Showing::details)
    block = view_details(form, state, width);
  else if (state.showing == Showing::keys)
    block =
        view_key_table({"Keys", list_keys(form, is_in_review(state) ? KeyPlace::review : KeyPlace::question)}, width);
  else if (state.showing == Showing::overview)
    block = view_overview(form, state, width);
  if (is_in_review(state) && state.showing == Showing::question) block = view_review(form, state, width);
  return block;
}

Block view(const Form& form, const State& state, int width, Dialect dialect) {
  if (has_ended(state) || state.mode == Mode::editing) return {};
  if (dialect == Dialect::lines) return view_lines(form, state);
  Block block;
  std::string label;
  if (state.mode == Mode::attaching) {
    block = view_offers(form, state, width);
    label = "attach";
  } else if (state.mode == Mode::choosing) {
    block = view_options(state, width);
  } else if (state.mode == Mode::confirming) {
    block = paragraph({plain(describe_confirmation(form, state))}, width, text_indent);
    label = "y/N";
  } else {
    block = view_waiting(form, state, width);
  }
  if (state.mode == Mode::entering) {
    const EntryText entry = describe_entry(form, state.entry);
    append(block, paragraph({muted(entry.hint)}, width, text_indent));
    label = entry.label;
  }
  block.push_back(prompt_line(label));
  return block;
}

Block view_all_keys(const Form& form, int width) {
  Block block;
  for (const KeyTable& table : list_all_keys(form)) append(block, view_key_table(table, width));
  if (!block.empty()) block.erase(block.begin());
  return block;
}

Block view_feedback(const State& state, int width, Dialect dialect) {
  Block sentences;
  for (const std::string& sentence : state.feedback.more) sentences.push_back({plain(sentence)});
  Line first = state.feedback.echo;
  if (dialect == Dialect::lines) {
    sentences.insert(sentences.begin(), std::move(first));
    return sentences;
  }
  // While a line is being typed, its text stands behind the prompt.
  if (first.empty() && !sentences.empty() && state.mode != Mode::entering) {
    first = std::move(sentences.front());
    sentences.erase(sentences.begin());
  }
  const int prompt = cell_width(prompt_line({}));
  const bool fits = prompt + cell_width(first) <= width;
  Block block(1);
  if (fits)
    block.front() = std::move(first);
  else
    append(block, paragraph(first, width, prompt));
  for (const Line& sentence : sentences) append(block, paragraph(sentence, width, prompt));
  return block;
}

}  // namespace rung
