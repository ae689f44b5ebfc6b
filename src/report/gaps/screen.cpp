#include "screen.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include <rung/text/width.hpp>

#include "../wording.hpp"
#include "head.hpp"
#include "map.hpp"
#include "steps.hpp"
#include "verdict.hpp"

namespace rung {
namespace {

/// How many cells the names of gaps that are no steps may take: two lines.
constexpr int most_cells = 120;

/// The gaps that no step is about.
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

/// How many of `others` there is room for.
std::size_t count_named(const GapReport& report, const std::vector<std::size_t>& others) {
  constexpr int dot = 3;
  const auto most = std::min(others.size(), static_cast<std::size_t>(report.top.value_or(most_cells)));
  int cells = 0;
  for (std::size_t index = 0; index < most; ++index) {
    cells += cell_width(name_at(report, others[index])) + dot;
    if (cells > most_cells) return index;
  }
  return most;
}

/// The gaps that no step is about, by title; nothing without any.
Inline compose_others(const GapReport& report) {
  const std::vector<std::size_t> others = list_other_gaps(report);
  if (others.empty()) return {};
  const std::size_t named = count_named(report, others);
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
  Document document{compose_title(report), judge_in_words(report), compose_map(report)};
  if (!report.next.empty()) {
    document.push_back(heading(2, "Next"));
    Steps steps = compose_steps(report, Extent::screen);
    steps.others = compose_others(report);
    document.push_back(std::move(steps));
  }
  compose_commands(document, report);
  return document;
}

}  // namespace rung
