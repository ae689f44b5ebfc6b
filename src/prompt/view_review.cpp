#include "view_review.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <rung/text/bar.hpp>
#include <rung/text/width.hpp>
#include <rung/text/wrap.hpp>

#include "describe.hpp"
#include "layout.hpp"

namespace rung {
namespace {

template <class Predicate>
std::vector<std::size_t> find_responses(const State& state, Predicate is_wanted) {
  std::vector<std::size_t> indices;
  for (std::size_t index = 0; index < state.responses.size(); ++index)
    if (is_wanted(state.responses[index])) indices.push_back(index);
  return indices;
}

/// A heading with the questions under it; nothing without questions.
Block list_questions(const Form& form, const State& state, const std::string& what,
                     const std::vector<std::size_t>& indices, int width) {
  if (indices.empty()) return {};
  const std::size_t digits = fmt::formatted_size("{}", form.questions.size());
  Block block = heading(fmt::format("{} {}", indices.size(), what), width);
  const std::size_t listed = std::min(indices.size(), longest_list);
  for (std::size_t place = 0; place < listed; ++place) {
    const std::size_t index = indices[place];
    const std::string number = fmt::format("{:>{}}  ", index + 1, digits);
    const int indent = item_indent + cell_width(number);
    Line row = spaces(item_indent);
    row.push_back(key(number));
    row.push_back(plain(clip(name_of(form, state, index), width - indent)));
    block.push_back(std::move(row));
    if (const std::string& reason = state.responses[index].reason; !reason.empty())
      append(block, paragraph({muted(reason)}, width, indent));
  }
  if (indices.size() > listed)
    append(block, paragraph({muted(fmt::format("and {} more", indices.size() - listed))}, width, item_indent));
  return block;
}

/// What deserves a second look, each with its key.
Block list_looks(const State& state, int width) {
  if (state.looks.empty()) return {};
  Block block = heading("A second look (by key)", width);
  for (const SecondLook& look : state.looks) {
    Line first = spaces(item_indent);
    first.push_back(key(fmt::format("{}  ", look.key)));
    append(block, wrap({plain(look.text)}, width, {std::move(first), spaces(item_indent + 3)}));
  }
  return block;
}

/// One line for each part: how many are answered and, if there is room, a bar and where the part begins.
Block list_progress(const Form& form, const State& state, int width) {
  constexpr int bar_cells = 14;
  constexpr int needed_for_bars = 76;
  const bool is_narrow = width < needed_for_bars;
  std::vector<NamedText> rows;
  for (const PartProgress& part : list_parts(form, state)) {
    const bool is_here = part.name == form.sections[form.questions[state.at].section].path.front();
    const auto answered = static_cast<int>(part.answered);
    const auto asked = static_cast<int>(part.asked);
    Line text;
    if (!is_narrow) text.push_back(accent(fmt::format("{} ", bar(answered, asked, bar_cells, Grain::cells))));
    text.push_back(plain(fmt::format("{:>2}/{}", answered, asked)));
    if (!is_narrow) text.push_back(muted(fmt::format(" · from {}", part.first + 1)));
    if (is_here && !is_in_review(state)) text.push_back(strong(" · here"));
    rows.push_back({{plain(part.name)}, std::move(text)});
  }
  return lay_out_names(rows, width, is_narrow ? text_indent : item_indent);
}

}  // namespace

Block view_review(const Form& form, const State& state, int width) {
  const auto unrated = find_responses(state, [](const Response& response) { return !is_answered(response); });
  Block block(1);
  append(block, lay_out_facts({{title("Review")}, {plain(describe_rest(form, state))}}, width, 0));
  append(block, list_questions(form, state, fmt::format("{} (u)", form.words.unrated), unrated, width));
  for (std::size_t mark = 0; mark < form.marks.size(); ++mark) {
    const auto marked = find_responses(state, [mark](const Response& response) { return response.mark == mark; });
    append(block, list_questions(form, state, fmt::format("{} (g)", form.marks[mark].label), marked, width));
  }
  append(block, list_looks(state, width));
  block.emplace_back();
  return block;
}

Block view_overview(const Form& form, const State& state, int width) {
  Block block = heading("Progress", width);
  append(block, list_progress(form, state, width));
  return block;
}

}  // namespace rung
