#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include <rung/report/report.hpp>
#include <rung/store/draft_session.hpp>

#include "../open_draft.hpp"
#include "../questionnaire.hpp"
#include "../resume_command.hpp"
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

bool is_complete(const Assessment& assessment) {
  return count_answered(assessment) == static_cast<int>(assessment.answers.size());
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

FinishedAssessment finish_or_explain(OpenedDraft& opened, const Assessment& assessment) {
  try {
    return opened.session.finish(assessment);
  } catch (const Error& error) {
    // Answers that came complete in arguments or a file were never in a draft.
    const auto saved = opened.session.saved_path();
    const std::string where =
        saved ? fmt::format("the answers are in the draft {}", *saved) : "no draft holds these answers";
    throw Error(error.code(), fmt::format("not finished: {}", error.what()),
                where + "; mend that, then run the command again");
  }
}

ExitCode finish(const Scene& scene, OpenedDraft& opened, Assessment assessment) {
  assessment.finished_at = opened.amends ? opened.amends->finished.finished_at : scene.ports.now();
  const FinishedAssessment finished = finish_or_explain(opened, assessment);
  assessment.id = finished.id;
  tell_outcome(scene, fmt::format("{}/{}", assessment.ladder.id, finished.id), finished);
  say(scene, Block{Line{}});
  deliver(scene, make_gap_report(assessment), {});
  return ExitCode::success;
}

ExitCode run_scripted(const AssessCommand& command, const Scene& scene, OpenedDraft& opened) {
  Assessment assessment = opened.assessment;
  apply(assessment, opened.changes, scene.ports.now());
  const bool is_as_complete = opened.amends && rates_all_of(assessment, opened.amends->finished);
  if (is_complete(assessment) || command.partial || is_as_complete) {
    // What is on disk must not say less than what is finished, lest a crash in between bring the older answers back.
    if (assessment != opened.assessment && opened.is_resumed) opened.session.save(assessment);
    return finish(scene, opened, std::move(assessment));
  }
  const SavedDraft saved = opened.session.save(assessment);
  say(scene, fmt::format("Saved as a draft in {}.", saved.path));
  tell_how_to_resume(command, scene, opened, assessment);
  return ExitCode::unfinished;
}

ExitCode run_interactive(const AssessCommand& command, const Scene& scene, OpenedDraft& opened) {
  const QuestionnaireResult result = ask(scene, opened.session, opened.assessment, opened.options);
  if (!result.unsaved.empty()) {
    throw Error(ExitCode::input_output, fmt::format("the last answers are not saved: {}", result.unsaved),
                "mend that, then answer them again");
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
