#include <fmt/format.h>
#include <fmt/ranges.h>

#include <rung/diagnostic/suggest.hpp>
#include <rung/report/report.hpp>
#include <rung/store/draft_store.hpp>
#include <rung/text/wrap.hpp>

#include "../load.hpp"
#include "../open_draft.hpp"
#include "../questionnaire.hpp"
#include "commands.hpp"

namespace rung::cli {
namespace {

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
  if (command.input || ci.empty() || ci == "0" || ci == "false") return;
  throw Error(ExitCode::usage, "cannot ask questions: the environment variable CI is set, so nobody may be there",
              "answer from a file with --answers FILE, or give --input to be asked all the same");
}

Dialect choose_dialect(const AssessCommand& command, const Environment& environment) {
  const bool plain =
      command.plain || !environment.variable("ACCESSIBLE").empty() || environment.variable("TERM") == "dumb";
  return plain ? Dialect::lines : Dialect::keys;
}

// As a shell takes it for one word.
std::string quote(const std::string& word) {
  constexpr std::string_view safe = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:@%+,=";
  if (!word.empty() && word.find_first_not_of(safe) == std::string::npos) return word;
  std::string quoted = "'";
  for (const char byte : word) quoted += byte == '\'' ? std::string("'\\''") : std::string(1, byte);
  return quoted + "'";
}

bool is_complete(const Assessment& assessment) {
  return count_answered(assessment) == static_cast<int>(assessment.answers.size());
}

void tell_outcome(const Scene& scene, const std::string& reference, const FinishedAssessment& finished) {
  switch (finished.outcome) {
    case FinishOutcome::stored:
      say(scene, fmt::format("Saved as {}.", reference), Style::muted);
      break;
    case FinishOutcome::amended:
      say(scene, fmt::format("Saved as {}.", reference), Style::muted);
      if (finished.kept_path) say(scene, fmt::format("The old file is kept as {}.", *finished.kept_path), Style::muted);
      break;
    case FinishOutcome::unchanged:
      say(scene, "Nothing was changed.");
      break;
  }
  if (finished.draft_left)
    say(scene, fmt::format("The draft {} is still there.", *finished.draft_left), Style::warning);
}

ExitCode finish(const Scene& scene, OpenedDraft& opened, Assessment assessment) {
  assessment.finished_at = opened.amends ? opened.amends->finished.finished_at : scene.ports.now();
  const FinishedAssessment finished = opened.session.finish(assessment);
  assessment.id = finished.id;
  tell_outcome(scene, fmt::format("{}/{}", assessment.ladder.id, finished.id), finished);
  say(scene, Block{Line{}});
  deliver(scene, make_gap_report(assessment), {});
  return ExitCode::success;
}

// An amendment is named by what it amends: its ladder may be gone from where it was.
std::string how_to_resume(const AssessCommand& command, const OpenedDraft& opened) {
  std::string line = "rung assess";
  if (opened.amends) {
    line += fmt::format(" --amend {}/{}", opened.assessment.ladder.id, quote(opened.amends->id));
  } else {
    if (!command.ladder.empty()) line += " " + quote(command.ladder);
    if (command.rater) {
      const Rater& rater = *command.rater;
      const bool is_self = rater.role == RaterRole::self && rater.name.find(':') == std::string::npos;
      line += " --as " + quote(is_self ? rater.name : fmt::format("{}:{}", rater.name, to_string(rater.role)));
    }
    if (command.target) line += fmt::format(" --target {}", *command.target);
  }
  if (!command.from.empty()) line += " --from " + quote(command.from);
  if (!command.only.empty()) line += " --only " + quote(command.only);
  if (command.blind) line += " --blind";
  if (command.plain) line += " --plain";
  if (command.input) line += " --input";
  return line;
}

void tell_how_to_resume(const AssessCommand& command, const Scene& scene, const OpenedDraft& opened,
                        const Assessment& assessment) {
  say(scene,
      wrap({{fmt::format("{} of {} answered. Go on with: ", count_answered(assessment), assessment.answers.size()),
             Style::plain},
            {how_to_resume(command, opened), Style::key}},
           scene.width));
}

ExitCode run_scripted(const AssessCommand& command, const Scene& scene, OpenedDraft& opened) {
  Assessment assessment = opened.assessment;
  apply(assessment, opened.changes, scene.ports.now());
  const bool has_no_new_hole = opened.amends && count_answered(assessment) >= count_answered(opened.amends->finished);
  if (is_complete(assessment) || command.partial || has_no_new_hole) {
    // What is on disk must not say less than what is finished, lest a crash in between bring the older answers back.
    if (assessment != opened.assessment && opened.is_resumed) opened.session.save(assessment);
    return finish(scene, opened, std::move(assessment));
  }
  const SavedDraft saved = opened.session.save(assessment);
  say(scene, fmt::format("Saved as a draft in {}.", saved.path));
  tell_how_to_resume(command, scene, opened, assessment);
  return ExitCode::unfinished;
}

QuestionnaireOptions read_options(const AssessCommand& command, const Scene& scene, const Ladder& ladder) {
  QuestionnaireOptions options;
  options.dialect = choose_dialect(command, scene.environment);
  options.last_rating = command.blind ? LastRating::hidden : LastRating::shown;
  if (!command.from.empty()) options.from = load_stored(scene, command.from).assessment;
  if (!command.only.empty()) {
    options.only = parse_selection(command.only, ladder);
    if (!options.only) {
      const std::string hint = did_you_mean(command.only, list_selections(ladder));
      throw Error(ExitCode::usage, fmt::format("--only: `{}` is no pillar of the ladder `{}`", command.only, ladder.id),
                  hint.empty() ? "unrated, gaps, noted, a pillar's id, or PILLAR.RESPONSIBILITY" : hint);
    }
  }
  return options;
}

ExitCode run_interactive(const AssessCommand& command, const Scene& scene, OpenedDraft& opened) {
  const QuestionnaireOptions options = read_options(command, scene, opened.assessment.ladder);
  const QuestionnaireResult result = ask(scene, opened.session, opened.assessment, options);
  if (!result.unsaved.empty()) {
    throw Error(ExitCode::input_output, fmt::format("the last answers are not saved: {}", result.unsaved),
                "make room, then answer them again");
  }
  if (result.code == ExitCode::success) return finish(scene, opened, result.assessment);
  if (opened.amends && result.assessment.answers == opened.amends->finished.answers) {
    say(scene, "Nothing was changed.");
    return result.code == ExitCode::unfinished ? ExitCode::success : result.code;
  }
  tell_how_to_resume(command, scene, opened, result.assessment);
  return result.code;
}

}  // namespace

ExitCode run_command(const AssessCommand& command, const Scene& scene) {
  if (!command.is_scripted()) {
    require_terminals(scene.environment);
    require_somebody(command, scene.environment);
  }
  OpenedDraft opened = open_draft(command, scene);
  return command.is_scripted() ? run_scripted(command, scene, opened) : run_interactive(command, scene, opened);
}

}  // namespace rung::cli
