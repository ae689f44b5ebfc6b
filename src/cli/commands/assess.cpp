#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <rung/analysis/carry_over.hpp>
#include <rung/report/report.hpp>
#include <rung/store/draft_session.hpp>
#include <rung/text/ascii.hpp>
#include <rung/text/shell_word.hpp>
#include <rung/text/width.hpp>
#include <rung/text/wrap.hpp>

#include "../load.hpp"
#include "../open_draft.hpp"
#include "../questionnaire.hpp"
#include "commands.hpp"

namespace rung::cli {
namespace {

/// Whether an assessment may be finished although some behaviors are unrated.
enum class Completeness { whole, partial };

/// Whether questions are asked where CI is set and nobody may be there to answer.
enum class Asking { with_somebody, always };

Rater read_rater(const std::string& text) {
  check_line("--as", text);
  Rater rater;
  rater.name = text;
  const std::size_t colon = text.rfind(':');
  if (colon != std::string::npos) {
    const auto role = parse_rater_role(text.substr(colon + 1));
    if (!role) {
      throw Error(ExitCode::usage, fmt::format("--as: unknown role `{}`", text.substr(colon + 1)),
                  "a role is self, manager, peer, or report, as in --as Ines:peer");
    }
    rater.role = *role;
    rater.name = text.substr(0, colon);
  }
  if (is_blank(rater.name))
    throw Error(ExitCode::usage, "--as needs a name", "for example --as Ines or --as Ines:peer");
  return rater;
}

Subject read_subject(const std::string& text) {
  check_line("--about", text);
  if (is_blank(text)) throw Error(ExitCode::usage, "--about needs a name", "for example --about Ines");
  return {std::string(trim(text))};
}

Date read_day(const std::string& text) {
  if (const auto day = parse_date(text)) return *day;
  throw Error(ExitCode::usage, fmt::format("--on: `{}` is not a date", text), "write it like 2026-03-14");
}

struct AssessCommand : AssessOptions {
  Completeness completeness = Completeness::whole;
  Asking asking = Asking::with_somebody;

  void declare(Options& options) {
    options.value("LADDER", ladder, "Ladder to rate on (default: the one used last)");
    options.section("Common");
    options.value("--label TEXT", label, "Label for this assessment");
    options.text("--on DATE", "Judge this date, such as 2026-03-14 (default: today)",
                 [this](const std::string& text) { on = read_day(text); });
    options.flag("--new", start, Start::over, "Start over (`rung restore` brings the draft back)");
    options.flag("--plain", dialect, Dialect::lines, "Ask in whole lines, for screen readers");
    options.text("--about NAME", "Rate somebody else",
                 [this](const std::string& text) { subject = read_subject(text); });
    options.text("--as NAME[:ROLE]", "Rate as NAME: self, manager, peer, or report",
                 [this](const std::string& text) { rater = read_rater(text); });
    declare_second_time(options);
    options.section("Scripted");
    given.declare(options);
    options.flag("--partial", completeness, Completeness::partial, "Finish even if some behaviors are unrated");
    options.flag("--input", asking, Asking::always, "Ask questions even if CI is set");
    options.check([this] { check(); });
  }

  void declare_second_time(Options& options) {
    options.section("Second time");
    options.flag("--update", asked, Asked::worth, "Ask only about gaps, new evidence, and old answers");
    options.value("--only WHAT", only, "Ask only about WHAT, and carry the rest over")->check(needs_something());
    options.suggest({"unrated", "gaps", "claimed", "noted"});
    options.value("--from REF", from, "Suggest the ratings of another assessment")->check(needs_something());
    options.flag("--blind", last_rating, LastRating::hidden, "Hide the last ratings");
    // Not empty: a script whose variable is empty must not change whatever comes last.
    options.value("--amend REF", amend, "Edit a finished assessment (keeps a .bak)")->check(needs_something());
    options.exclude("--amend", {"LADDER", "--as", "--on"});
  }

  void check() const {
    check_line("--label", label);
    if (label.starts_with("latest"))
      throw Error(ExitCode::usage, "--label cannot begin with `latest`, which stands for the latest assessment",
                  "choose another word");
    if (asked == Asked::worth && (amend || !only.empty()))
      throw Error(ExitCode::usage, "--update cannot be used together with --only or --amend", "leave one of them out");
    if (last_rating == LastRating::shown || from.empty()) return;
    throw Error(ExitCode::usage, "--blind and --from cannot be used together: one hides ratings, one suggests them",
                "leave one of them out");
  }

  [[nodiscard]] std::optional<Dialect> prompt() const { return given.empty() ? std::optional(dialect) : std::nullopt; }

  [[nodiscard]] ExitCode run(const Scene& scene) const;
};

// Questions go to standard error and the report to standard output; somebody has to see both.
void require_terminals(const Environment& environment) {
  std::vector<std::string> missing;
  if (!environment.in_is_terminal) missing.emplace_back("input");
  if (!environment.out_is_terminal) missing.emplace_back("output");
  if (!environment.err_is_terminal) missing.emplace_back("error");
  if (missing.empty()) return;
  throw Error(ExitCode::usage,
              fmt::format("cannot ask questions: no terminal on standard {}", fmt::join(missing, ", ")),
              "answer from a file with --answers FILE, or one by one with --set KEY=VALUE");
}

// On a build server a terminal may be there and nobody before it: waiting for a key would hang the build.
void require_somebody(const AssessCommand& command, const Environment& environment) {
  const std::string_view ci = environment.variable("CI");
  if (command.asking == Asking::always || ci.empty() || ci == "0" || ci == "false") return;
  throw Error(ExitCode::usage, "cannot ask questions: the environment variable CI is set, so nobody may be there",
              "answer from a file with --answers FILE, or give --input to be asked all the same");
}

/// Whether nothing is left to ask: what is unrated is carried, or there is nothing unrated.
bool is_complete(const OpenedDraft& opened, const Assessment& assessment) {
  Assessment whole = assessment;
  if (assessment.asked && !opened.amends) carry(whole, opened.earlier, LeftBehaviors::carried);
  return count_answered(whole) == static_cast<int>(whole.answers.size());
}

/// Whether nothing is unrated that is answered in `finished`, which is on the same ladder.
bool rates_all_of(const Assessment& assessment, const Assessment& finished) {
  return std::equal(finished.answers.begin(), finished.answers.end(), assessment.answers.begin(),
                    assessment.answers.end(), [](const Answer& before, const Answer& after) {
                      return std::holds_alternative<Unrated>(before.rating) ||
                             !std::holds_alternative<Unrated>(after.rating);
                    });
}

void tell_outcome(const Scene& scene, const std::string& reference, const FinishedAssessment& finished) {
  switch (finished.outcome) {
    case FinishOutcome::stored: say(scene, fmt::format("Saved as {}.", reference), Style::muted); break;
    case FinishOutcome::amended:
      say(scene, fmt::format("Saved as {}.", reference), Style::muted);
      if (finished.kept_path) say(scene, fmt::format("The old file is kept as {}.", *finished.kept_path), Style::muted);
      break;
    case FinishOutcome::unchanged: say(scene, "Nothing was changed."); break;
  }
  if (finished.draft_left)
    say(scene,
        fmt::format("The draft {} still exists. `rung assess` resumes it; `rung remove` removes it.",
                    *finished.draft_left),
        Style::warning);
}

FinishedAssessment finish_or_explain(OpenedDraft& opened, const Assessment& assessment) {
  try {
    return opened.session.finish(assessment);
  } catch (const Error& error) {
    // Answers that came complete in arguments or a file were never in a draft.
    const auto saved = opened.session.saved_path();
    const std::string where =
        saved ? fmt::format("the answers are in the draft {}", *saved) : "no draft holds these answers";
    throw Error(error.code(), fmt::format("not finished: {}", error.what()),
                fmt::format("{}; fix that, then run the command again", where));
  }
}

/// Carries what was asked and left without an answer.
void carry_left(const Scene& scene, const OpenedDraft& opened, Assessment& assessment) {
  if (!assessment.asked || opened.amends) return;
  const int left = carry(assessment, opened.earlier, LeftBehaviors::carried);
  if (left > 0)
    say(scene, fmt::format("{} left as {}: carried from the last time.",
                           left == 1 ? "1 behavior was" : fmt::format("{} behaviors were", left),
                           left == 1 ? "it was" : "they were"));
}

/// Keeps the earlier evidence of what was rated again.
void keep_earlier_evidence(const Scene& scene, const OpenedDraft& opened, Assessment& assessment) {
  if (opened.amends) return;
  const int kept = keep_evidence(assessment, opened.earlier);
  if (kept > 0)
    say(scene, fmt::format("{} of earlier evidence kept.", kept == 1 ? "1 piece" : fmt::format("{} pieces", kept)),
        Style::muted);
}

ExitCode finish(const Scene& scene, OpenedDraft& opened, Assessment assessment) {
  carry_left(scene, opened, assessment);
  keep_earlier_evidence(scene, opened, assessment);
  assessment.finished_at = opened.amends ? opened.amends->finished.finished_at : scene.ports.now();
  const FinishedAssessment finished = finish_or_explain(opened, assessment);
  assessment.id = finished.id;
  tell_outcome(scene, fmt::format("{}/{}", assessment.ladder.id, finished.id), finished);
  say(scene, Block{Line{}});
  OutputOptions output;
  output.paging = Paging::off;
  output.extent = Extent::screen;
  deliver(scene, report_on(scene, assessment), output);
  return ExitCode::success;
}

// The words of the command, as a shell takes them. An amendment is named by what it amends: its ladder may be gone from
// where it was.
std::vector<std::string> how_to_resume(const AssessCommand& command, const OpenedDraft& opened) {
  std::vector<std::string> words{"rung", "assess"};
  const auto add = [&words](const char* option, const std::string& value) {
    words.push_back(fmt::format("{} {}", option, shell_word(value)));
  };
  if (opened.amends) {
    add("--amend", fmt::format("{}/{}", opened.assessment.ladder.id, opened.amends->id));
  } else {
    if (!command.ladder.empty()) words.push_back(shell_word(command.ladder));
    if (command.rater) {
      const Rater& rater = *command.rater;
      const bool is_self = rater.role == RaterRole::self && rater.name.find(':') == std::string::npos;
      add("--as", is_self ? rater.name : fmt::format("{}:{}", rater.name, to_string(rater.role)));
    }
  }
  if (command.subject) add("--about", command.subject->name);
  if (!command.label.empty()) add("--label", command.label);
  if (!command.from.empty()) add("--from", command.from);
  if (command.last_rating == LastRating::hidden) words.emplace_back("--blind");
  if (command.dialect == Dialect::lines) words.emplace_back("--plain");
  if (command.asking == Asking::always) words.emplace_back("--input");
  return words;
}

// Broken between words in the way of a shell, so that it can be copied as it stands.
Block lay_out_command(const std::vector<std::string>& words, int width) {
  constexpr std::string_view more = " \\";
  Block block;
  std::string line = fmt::format("  {}", words.front());
  for (auto word = words.begin() + 1; word != words.end(); ++word) {
    if (cell_width(line) + 1 + cell_width(*word) + cell_width(more) > width) {
      block.push_back({{line.append(more), Style::key}});
      line = fmt::format("    {}", *word);
    } else {
      line += fmt::format(" {}", *word);
    }
  }
  block.push_back({{line, Style::key}});
  return block;
}

/// Says how far `assessment` is, and the command that resumes it, ready to be copied.
void tell_how_to_resume(const AssessCommand& command, const Scene& scene, const OpenedDraft& opened,
                        const Assessment& assessment) {
  const RunProgress progress = measure_progress(assessment);
  Line line{{fmt::format("{} of {} answered. Continue with:", progress.answered, progress.asked), Style::plain}};
  const std::vector<std::string> words = how_to_resume(command, opened);
  const std::string whole = fmt::format(" {}", fmt::join(words, " "));
  if (cell_width(line) + cell_width(whole) <= scene.width) {
    line.push_back({whole, Style::key});
    say(scene, Block{line});
    return;
  }
  say(scene, wrap(line, scene.width));
  say(scene, lay_out_command(words, scene.width));
}

ExitCode run_scripted(const AssessCommand& command, const Scene& scene, OpenedDraft& opened) {
  Assessment assessment = opened.assessment;
  apply(assessment, opened.changes, scene.ports.now());
  const bool is_as_complete = opened.amends && rates_all_of(assessment, opened.amends->finished);
  if (is_complete(opened, assessment) || command.completeness == Completeness::partial || is_as_complete) {
    // What is on disk must say no less than what is finished: a crash in between would bring the older answers back.
    if (assessment != opened.assessment && opened.is_resumed) opened.session.save(assessment);
    return finish(scene, opened, std::move(assessment));
  }
  const SavedDraft saved = opened.session.save(assessment);
  say(scene, fmt::format("Saved as a draft in {}.", saved.path));
  tell_how_to_resume(command, scene, opened, assessment);
  return ExitCode::unfinished;
}

ExitCode run_interactive(const AssessCommand& command, const Scene& scene, OpenedDraft& opened) {
  if (opened.must_be_saved) opened.session.save(opened.assessment);
  const QuestionnaireResult result = ask(scene, opened.session, opened.assessment, opened.options);
  if (!result.unsaved.empty()) {
    throw Error(ExitCode::input_output, fmt::format("the last answers are not saved: {}", result.unsaved),
                "fix that, then answer them again");
  }
  if (result.code == ExitCode::success) return finish(scene, opened, result.assessment);
  const bool is_unchanged = opened.amends && result.assessment.answers == opened.amends->finished.answers &&
                            result.assessment.label == opened.amends->finished.label;
  if (is_unchanged) {
    say(scene, "Nothing was changed.");
    return result.code == ExitCode::unfinished ? ExitCode::success : result.code;
  }
  tell_how_to_resume(command, scene, opened, result.assessment);
  return result.code;
}

ExitCode AssessCommand::run(const Scene& scene) const {
  if (given.empty()) {
    require_terminals(scene.environment);
    require_somebody(*this, scene.environment);
  }
  OpenedDraft opened = open_draft(*this, scene);
  return given.empty() ? run_interactive(*this, scene, opened) : run_scripted(*this, scene, opened);
}

}  // namespace

Command assess_command() {
  return {.name = "assess",
          .summary = "Rate every key behavior of a ladder",
          .declare = declare<AssessCommand>,
          .examples = {{{"rung assess", "Start, or resume where you stopped"},
                        {"rung assess --update", "Ask only about gaps, new evidence, and old answers"}}},
          .section = section::everyday};
}

}  // namespace rung::cli
