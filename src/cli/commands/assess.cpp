#include <fmt/format.h>
#include <fmt/ranges.h>

#include <rung/analysis/carry_over.hpp>
#include <rung/analysis/changes.hpp>
#include <rung/diagnostic/source.hpp>
#include <rung/report/report.hpp>
#include <rung/store/draft_store.hpp>
#include <rung/text/wrap.hpp>

#include "../load.hpp"
#include "../questionnaire.hpp"
#include "../scripted.hpp"
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

Rater choose_rater(const AssessCommand& command, const Environment& environment) {
  if (command.rater) return *command.rater;
  const bool usable = !environment.user.empty() && find_forbidden_character(environment.user).empty();
  return {usable ? environment.user : "me", RaterRole::self};
}

// As a shell takes it for one word.
std::string quote(const std::string& word) {
  constexpr std::string_view safe = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:@%+,=";
  if (!word.empty() && word.find_first_not_of(safe) == std::string::npos) return word;
  std::string quoted = "'";
  for (const char byte : word) quoted += byte == '\'' ? std::string("'\\''") : std::string(1, byte);
  return quoted + "'";
}

void list_keys(const Scene& scene, std::string_view word, const std::vector<std::string>& keys) {
  for (const std::string& key : keys) {
    say(scene, wrap({{fmt::format("  {:<9}", word), Style::strong}, {key, Style::plain}}, scene.width,
                    {{}, {{"           ", Style::plain}}}));
  }
}

// A change of the ladder is told before the first question, so that no answer seems to have moved by itself.
void tell_ladder_changes(const Scene& scene, const Changes& changes) {
  std::vector<std::string> reworded;
  std::vector<std::string> added;
  std::vector<std::string> removed;
  for (const Rewording& rewording : changes.reworded) reworded.push_back(rewording.behavior);
  for (const Addition& addition : changes.added) added.push_back(addition.behavior);
  for (const Addition& removal : changes.removed) removed.push_back(removal.behavior);
  if (!reworded.empty() || !added.empty() || !removed.empty()) {
    say(scene, fmt::format("The ladder changed since this draft was begun: {} reworded, {} added, {} removed.",
                           reworded.size(), added.size(), removed.size()));
  }
  list_keys(scene, "reworded", reworded);
  list_keys(scene, "added", added);
  list_keys(scene, "removed", removed);
  if (changes.target_before != changes.target_after)
    say(scene, fmt::format("The target was {} and is {} now.", changes.target_before, changes.target_after));
  if (!changes.same_scale) say(scene, "The scale changed: what was rated is to be rated again.");
}

Assessment resume(const Scene& scene, const Assessment& draft, const Ladder& ladder) {
  if (draft.ladder == ladder) return draft;
  Assessment carried = carry_over(draft, ladder);
  tell_ladder_changes(scene, compare(draft, carried));
  return carried;
}

Assessment open_draft(const AssessCommand& command, const Scene& scene, DraftSession& session, const Ladder& ladder,
                      const Rater& rater) {
  if (command.fresh) {
    const auto kept = session.set_aside(scene.ports.now());
    if (kept) say(scene, fmt::format("The draft so far is kept as {}.", *kept));
  }
  const LoadedDraft loaded = session.load();
  for (const std::string& path : loaded.conflict_paths) {
    say(scene,
        fmt::format("An earlier session saved answers beside the draft, in {}. Look at it, then remove it.", path),
        Style::warning);
  }
  Assessment assessment = loaded.draft ? resume(scene, *loaded.draft, ladder)
                                       : start_assessment(ladder, rater, command.label, scene.ports.now());
  if (!command.label.empty()) assessment.label = command.label;
  if (command.rater) assessment.rater = *command.rater;
  return assessment;
}

ExitCode finish(const Scene& scene, DraftSession& session, Assessment assessment) {
  assessment.finished_at = scene.ports.now();
  const FinishedAssessment finished = session.finish(assessment);
  assessment.id = finished.id;
  say(scene, fmt::format("Saved as {}/{}.", assessment.ladder.id, finished.id), Style::muted);
  if (finished.draft_left)
    say(scene, fmt::format("The draft {} is still there.", *finished.draft_left), Style::warning);
  say(scene, Block{Line{}});
  deliver(scene, make_gap_report(assessment), {});
  return ExitCode::success;
}

void tell_how_to_resume(const AssessCommand& command, const Scene& scene, const Assessment& assessment) {
  std::string line = "rung assess";
  if (!command.ladder.empty()) line += " " + quote(command.ladder);
  if (command.rater) {
    const Rater& rater = *command.rater;
    const bool is_self = rater.role == RaterRole::self && rater.name.find(':') == std::string::npos;
    line += " --as " + quote(is_self ? rater.name : fmt::format("{}:{}", rater.name, to_string(rater.role)));
  }
  if (command.target) line += fmt::format(" --target {}", *command.target);
  if (command.plain) line += " --plain";
  if (command.input) line += " --input";
  say(scene,
      wrap({{fmt::format("{} of {} answered. Go on with: ", count_answered(assessment), assessment.answers.size()),
             Style::plain},
            {line, Style::key}},
           scene.width));
}

ExitCode run_scripted(const AssessCommand& command, const Scene& scene, DraftSession& session, Assessment assessment,
                      const AnswerChanges& changes) {
  apply(assessment, changes, scene.ports.now());
  const bool complete = count_answered(assessment) == static_cast<int>(assessment.answers.size());
  if (complete || command.partial) return finish(scene, session, std::move(assessment));
  const SavedDraft saved = session.save(assessment);
  say(scene, fmt::format("Saved as a draft in {}.", saved.path));
  tell_how_to_resume(command, scene, assessment);
  return ExitCode::unfinished;
}

ExitCode run_interactive(const AssessCommand& command, const Scene& scene, DraftSession& session,
                         Assessment assessment) {
  const QuestionnaireResult result =
      ask(scene, session, std::move(assessment), choose_dialect(command, scene.environment));
  if (!result.unsaved.empty()) {
    throw Error(ExitCode::input_output, fmt::format("the last answers are not saved: {}", result.unsaved),
                "make room, then answer them again");
  }
  if (result.code == ExitCode::success) return finish(scene, session, result.assessment);
  tell_how_to_resume(command, scene, result.assessment);
  return result.code;
}

}  // namespace

ExitCode run_command(const AssessCommand& command, const Scene& scene) {
  if (!command.is_scripted()) {
    require_terminals(scene.environment);
    require_somebody(command, scene.environment);
  }
  Ladder ladder = load_ladder(scene, command.ladder);
  check_target(ladder.scale, command.target);
  ladder.target = command.target.value_or(ladder.target);
  const AnswerChanges changes = read_answers(command, scene, ladder);

  const Rater rater = choose_rater(command, scene.environment);
  DraftSession session(scene.ports.files, scene.home, ladder.id, rater.name);
  Assessment assessment = open_draft(command, scene, session, ladder, rater);
  if (command.is_scripted()) return run_scripted(command, scene, session, std::move(assessment), changes);
  return run_interactive(command, scene, session, std::move(assessment));
}

}  // namespace rung::cli
