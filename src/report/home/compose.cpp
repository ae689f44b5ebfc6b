#include <algorithm>

#include <fmt/format.h>

#include <rung/assessment/day_words.hpp>
#include <rung/text/width.hpp>

#include "../kinds.hpp"
#include "../wording.hpp"

namespace rung {
namespace {

constexpr std::size_t most_commands = 4;
/// If the latest assessment is older than this, home suggests another one.
constexpr int most_days_between_assessments = 80;
constexpr int seconds_for_question = 11;

std::string describe_draft(const HomeReport& report) {
  const HomeDraft& draft = *report.draft;
  const int days = std::max(0, days_between(draft.saved, report.today));
  const bool is_own = draft.subject == report.name && draft.rater == report.name;
  return fmt::format("{} of {} answered{}, {}", draft.answered.part, draft.answered.whole,
                     is_own ? "" : fmt::format(" about {}", draft.subject.empty() ? "somebody" : draft.subject),
                     glue(describe_days_ago(days)));
}

std::string describe_result(const HomeReport& report) {
  const HomeResult& last = *report.last;
  const Date& today = report.today;
  const int days = days_between(last.on, today);
  std::string words = describe_day(last.on, today);
  if (days >= 0) words += fmt::format(", {}", glue(describe_days_ago(days)));
  words +=
      last.at_target.has_basis()
          ? fmt::format(": {} at\u00A0target", glue(fmt::format("{} of {}", last.at_target.part, last.at_target.whole)))
          : ": nothing to judge";
  if (last.gates > 0) words += fmt::format(", {}", glue(fmt::format("{} of {} gates", last.gates_passed, last.gates)));
  if (last.ladder_title != report.ladder_title) words += fmt::format(" ({})", last.ladder_title);
  return words;
}

std::string describe_evidence(const HomeReport& report) {
  std::string words = report.entries == 0   ? "no\u00A0entries"
                      : report.entries == 1 ? "1\u00A0entry"
                                            : fmt::format("{}\u00A0entries", report.entries);
  if (report.last) words += " since then";
  if (report.untied_entries > 0) words += fmt::format(", {} not tied to a behavior", report.untied_entries);
  return words;
}

Facts list_figures(const HomeReport& report) {
  Facts facts;
  if (report.draft) facts.facts.push_back(fact("In progress", describe_draft(report)));
  if (report.last) facts.facts.push_back(fact("Last result", describe_result(report)));
  if (report.last || report.entries > 0) facts.facts.push_back(fact("Evidence", describe_evidence(report)));
  return facts;
}

/// A longer command would push the column of what the others do.
constexpr int most_command_cells = 24;

bool has_long_command(const HomeReport& report) {
  return report.draft && cell_width(report.draft->command) > most_command_cells;
}

/// The commands that fit, the most useful ones first.
Facts list_commands(const HomeReport& report) {
  Facts facts;
  const auto offer = [&facts](std::string command, std::string purpose) {
    if (facts.facts.size() < most_commands - 1) facts.facts.push_back(fact(std::move(command), std::move(purpose)));
  };
  const bool is_first_time = !report.draft && !report.last;
  if (is_first_time)
    offer("rung assess", "rate yourself");
  else if (report.draft && !has_long_command(report))
    offer(report.draft->command, "continue where you stopped");
  else if (!report.draft && days_between(report.last->on, report.today) > most_days_between_assessments)
    offer("rung assess --update", "rate what may have changed");
  if (is_first_time && report.entries == 0) return facts;
  offer("rung log \"…\"", "write down something you did");
  if (report.last) offer("rung report", "your last result");
  if (report.untied_entries > 0) offer("rung log review", "tie entries to behaviors");
  facts.facts.push_back(fact("rung help", "everything else"));
  return facts;
}

void introduce(Document& document, const HomeReport& report) {
  document.push_back(paragraph(
      "Rung helps you rate yourself against a career ladder, shows where you stand and what to work on next, and "
      "keeps everything on this computer."));
  if (report.behaviors == 0) return;
  const int minutes = std::max(1, (report.behaviors * seconds_for_question + 30) / 60);
  document.push_back(paragraph(fmt::format("{}, about {}, you can stop any time.",
                                           count_of(report.behaviors, "question"), count_of(minutes, "minute"))));
}

}  // namespace

Document compose(const HomeReport& report, Extent /*extent*/) {
  Document document{
      heading(1, report.ladder_title.empty() ? report.name : fmt::format("{} · {}", report.name, report.ladder_title))};
  if (!report.draft && !report.last) introduce(document, report);
  if (Facts figures = list_figures(report); !figures.facts.empty()) document.push_back(std::move(figures));
  if (report.unreadable_files > 0)
    document.push_back(Paragraph{
        {text(fmt::format("{} cannot be read: ", count_of(report.unreadable_files, "stored file")), Tone::warning),
         text("rung doctor", Tone::key)}});
  if (has_long_command(report))
    document.push_back(Paragraph{{text("Continue where you stopped: "), text(report.draft->command, Tone::key)}});
  document.push_back(list_commands(report));
  return document;
}

}  // namespace rung
