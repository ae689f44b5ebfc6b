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
  Line prompt = spaces(text_indent);
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

Line progress(const Form& form, const State& state, int cells) {
  const int answered = count_answered(state);
  const int all = static_cast<int>(form.questions.size());
  return {muted(fmt::format("{} · ", describe_position(form, state.at))),
          accent(bar(answered, all, cells, Grain::cells)), muted(fmt::format(" {}/{}", answered, all))};
}

/// `right` at the right edge of the line that `left` begins.
Line justify(Line left, const Line& right, int width) {
  left = pad_right(std::move(left), width - cell_width(right));
  left.insert(left.end(), right.begin(), right.end());
  return left;
}

Block view_place(const Form& form, const State& state, int width) {
  const Line crumbs = breadcrumb(form.sections[form.questions[state.at].section]);
  for (const int cells : {14, 6}) {
    const Line right = progress(form, state, cells);
    if (cell_width(crumbs) + 2 + cell_width(right) <= width) return {justify(crumbs, right, width)};
  }
  Block block = wrap(crumbs, width, {{}, spaces(text_indent)});
  block.push_back(progress(form, state, 6));
  return block;
}

Block view_lead(const Form& form, const State& state, int width) {
  Block block;
  for (const std::string& text : form.questions[state.at].lead) {
    if (!block.empty()) block.emplace_back();
    append(block, paragraph({muted(text)}, width, text_indent));
  }
  return block;
}

Block view_text(const Form& form, const State& state, int width) {
  Line first = spaces(text_indent);
  first.push_back(muted(fmt::format("[{}/{}] ", state.at + 1, form.questions.size())));
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
  Block block(1);
  append(block, view_place(form, state, width));
  append(block, view_lead(form, state, width));
  block.emplace_back();
  append(block, view_text(form, state, width));
  block.emplace_back();
  append(block, lay_out_items(choices, width, item_indent));
  append(block, view_hints(form, state, width));
  return block;
}

Block view_detail(const Detail& detail, int width) {
  Block block = heading(detail.title, width);
  Line bullet = spaces(text_indent + 1);
  bullet.push_back(muted("· "));
  for (const std::string& text : detail.lines)
    append(block, text.empty() ? Block(1) : wrap({plain(text)}, width, {bullet, spaces(item_indent)}));
  return block;
}

/// Anchors, details, remarks, and keys of the question.
Block view_details(const Form& form, const State& state, int width) {
  std::vector<NamedText> anchors;
  for (const Choice& choice : choices_of(form, form.questions[state.at]))
    anchors.push_back({view_choice(choice), choice.anchor.empty() ? Line{} : Line{plain(choice.anchor)}});
  Block block;
  if (!anchors.empty()) append(block, heading("What each answer means", width));
  append(block, lay_out_names(anchors, width, item_indent));
  for (const Detail& detail : form.questions[state.at].details) append(block, view_detail(detail, width));
  const Response& response = state.responses[state.at];
  if (!response.remarks.empty() && form.remark_use == RemarkUse::beside)
    append(block, view_detail({"This time", response.remarks}, width));
  append(block, view_key_table({"Keys", list_keys(form, KeyPlace::question)}, width));
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

Block view_shown(const Form& form, const State& state, int width) {
  const bool reviews = is_in_review(state);
  Block block;
  if (state.showing == Showing::details)
    append(block, reviews ? view_key_table({"Keys", list_keys(form, KeyPlace::review)}, width)
                          : view_details(form, state, width));
  else if (state.showing == Showing::overview)
    append(block, view_overview(form, state, width));
  if (state.showing != Showing::prompt_only)
    append(block, reviews ? view_review(form, state, width) : view_question(form, state, width));
  return block;
}

}  // namespace

Block view_opening(const Form& form, const State& state, int width, Dialect dialect) {
  const int asked = static_cast<int>(std::count_if(form.questions.begin(), form.questions.end(),
                                                   [](const Question& one) { return one.turn == Turn::asked; }));
  const int answered = asked - count_to_go(form, state);
  std::string resuming;
  if (answered > 0) resuming = fmt::format("Resuming: {} of {} answered", answered, asked);
  if (dialect == Dialect::lines) {
    Block block{{plain(form.title)}};
    for (const std::string& fact : {form.aside, resuming, form.notice})
      if (!fact.empty()) block.push_back({plain(fact)});
    return block;
  }
  const Line headline{strong(form.title)};
  const Line aside{muted(form.aside)};
  const bool fits = !form.aside.empty() && cell_width(headline) + 2 + cell_width(aside) <= width;
  Block block = fits ? Block{justify(headline, aside, width)} : wrap(headline, width);
  for (const std::string& fact : {resuming, form.notice})
    if (!fact.empty()) append(block, wrap({muted(fact)}, width));
  return block;
}

Block view(const Form& form, const State& state, int width, Dialect dialect) {
  if (has_ended(state) || state.mode == Mode::editing) return {};
  if (dialect == Dialect::lines) return view_lines(form, state);
  if (state.mode == Mode::attaching) {
    Block block = view_offers(form, state, width);
    block.push_back(prompt_line("attach"));
    return block;
  }
  Block block = view_shown(form, state, width);
  if (state.mode == Mode::entering) {
    const EntryText entry = describe_entry(form, state.entry);
    append(block, paragraph({muted(entry.hint)}, width, text_indent));
    block.push_back(prompt_line(entry.label));
    return block;
  }
  if (state.showing != Showing::prompt_only) {
    block.emplace_back();
    append(block, view_key_line(form, state, width));
  }
  block.push_back(prompt_line({}));
  return block;
}

Block view_all_keys(const Form& form, int width) {
  Block block;
  for (const KeyTable& table : list_all_keys(form)) append(block, view_key_table(table, width));
  block.erase(block.begin());
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
