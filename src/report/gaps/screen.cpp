#include "screen.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include <rung/text/width.hpp>

#include "../inline_text.hpp"
#include "../wording.hpp"
#include "head.hpp"
#include "map.hpp"
#include "steps.hpp"
#include "verdict.hpp"

namespace rung {
namespace {

/// A screen, and how much of a line words fill.
constexpr int rows_of_screen = 24;
constexpr int cells_of_line = 70;

/// Cells for the names of gaps without a step: the rest of the screen, at least one line and at most two.
int count_cells_for_others(const GapReport& report, const Judgement& judgement) {
  // The title, headings, commands, and the blank lines between them.
  constexpr int frame = 8;
  const int verdict = (cell_width(plain_words(judgement.text)) + cells_of_line - 1) / cells_of_line;
  const auto map = static_cast<int>(report.gaps.pillars.size()) + 1;
  const int left = rows_of_screen - frame - verdict - map - static_cast<int>(report.next.size());
  return std::clamp(left, 1, 2) * cells_of_line - cell_width("Also below target:  and 99 more");
}

/// The gaps without a step.
std::vector<std::size_t> list_other_gaps(const GapReport& report) {
  std::vector<std::size_t> others;
  for (const std::size_t index : report.gaps.gaps) {
    const bool is_step = std::any_of(report.next.begin(), report.next.end(), [index](const NextStep& step) {
      return step.behaviors.size() == 1 && step.behaviors.front() == index;
    });
    if (!is_step) others.push_back(index);
  }
  return others;
}

std::string name_at(const GapReport& report, std::size_t index) {
  return short_name(*report.gaps.place(report.gaps.standings[index]).behavior);
}

/// The number of `others` that fit.
std::size_t count_named(const GapReport& report, const std::vector<std::size_t>& others, int most_cells) {
  constexpr int dot = 3;
  const auto most =
      std::min(others.size(), static_cast<std::size_t>(report.top.value_or(static_cast<int>(others.size()))));
  int cells = 0;
  for (std::size_t index = 0; index < most; ++index) {
    cells += cell_width(name_at(report, others[index])) + dot;
    if (cells > most_cells) return index;
  }
  return most;
}

/// The gaps without a step, by title; nothing if there are none.
Inline compose_others(const GapReport& report, int most_cells) {
  const std::vector<std::size_t> others = list_other_gaps(report);
  if (others.empty()) return {};
  const std::size_t named = count_named(report, others, most_cells);
  const bool all_below = std::all_of(others.begin(), others.end(), [&report](std::size_t index) {
    return report.gaps.standings[index].gap().has_value();
  });
  Inline list{text(all_below ? "Also below target: " : "Other gaps: ", Tone::strong)};
  for (std::size_t index = 0; index < named; ++index) {
    if (index > 0) list.push_back(text("\u00A0· ", Tone::muted));
    list.push_back(text(glue(name_at(report, others[index]))));
  }
  if (named < others.size())
    list.push_back(text(fmt::format(" and\u00A0{}\u00A0more", others.size() - named), Tone::muted));
  return list;
}

struct Suggestion {
  std::string command;
  std::string_view purpose;
};

void compose_commands(Document& document, const GapReport& report) {
  const std::string named = report.arguments.empty() ? std::string() : fmt::format(" {}", report.arguments);
  const Suggestion suggestions[] = {{fmt::format("rung report{} --full", named), "everything"},
                                    report.past.previous && named.empty()
                                        ? Suggestion{"rung diff", "what moved"}
                                        : Suggestion{fmt::format("rung report{} --open", named), "a page"},
                                    {"rung log \"…\"", ""}};
  Paragraph line;
  for (const Suggestion& suggestion : suggestions) {
    if (!line.text.empty()) line.text.push_back(text("\u00A0· ", Tone::muted));
    line.text.push_back(text(glue(suggestion.command), Tone::strong));
    if (!suggestion.purpose.empty())
      line.text.push_back(text(fmt::format("\u00A0\u00A0{}", glue(suggestion.purpose)), Tone::muted));
  }
  document.push_back(std::move(line));
}

}  // namespace

Document compose_screen(const GapReport& report) {
  Judgement judgement = judge_in_words(report);
  const int most_cells = count_cells_for_others(report, judgement);
  Document document{compose_title(report), std::move(judgement), compose_map(report)};
  if (!report.next.empty()) {
    document.push_back(heading(2, "Next"));
    Steps steps = compose_steps(report, Extent::screen);
    steps.others = compose_others(report, most_cells);
    document.push_back(std::move(steps));
  }
  if (Paragraph above = compose_next_level(report); !above.text.empty()) {
    document.push_back(heading(2, "Next"));
    document.push_back(std::move(above));
  }
  compose_commands(document, report);
  return document;
}

}  // namespace rung
