#include "open_draft.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>
#include <utility>

#include <rung/analysis/carry_over.hpp>
#include <rung/analysis/changes.hpp>
#include <rung/diagnostic/source.hpp>
#include <rung/diagnostic/suggest.hpp>
#include <rung/text/wrap.hpp>

#include "load.hpp"
#include "messages.hpp"

namespace rung::cli {
namespace {

/// What an assessment is made of before there is a draft.
struct Sitting {
  Ladder ladder;
  Rater rater;
  std::optional<std::string> amended_id;
};

Rater choose_rater(const AssessOptions& asked, const Environment& environment) {
  if (asked.rater) return *asked.rater;
  const bool usable = !environment.user.empty() && find_forbidden_character(environment.user).empty();
  return {usable ? environment.user : "me", RaterRole::self};
}

// A change of the ladder is told before the first question, so that no answer seems to have moved by itself.
void tell_ladder_changes(const Scene& scene, const Changes& changes) {
  const auto list = [&scene, &changes](std::string_view word, const std::vector<std::size_t>& indices) {
    for (const std::size_t index : indices) {
      const std::string& key = changes.place(changes.behaviors[index]).behavior->key;
      say(scene, wrap({{fmt::format("  {:<9}", word), Style::strong}, {key, Style::plain}}, scene.width,
                      {{}, {{"           ", Style::plain}}}));
    }
  };
  if (!changes.reworded.empty() || !changes.added.empty() || !changes.removed.empty()) {
    say(scene, fmt::format("The ladder changed since this draft was begun: {} reworded, {} added, {} removed.",
                           changes.reworded.size(), changes.added.size(), changes.removed.size()));
  }
  list("reworded", changes.reworded);
  list("added", changes.added);
  list("removed", changes.removed);
  const int was = changes.before.ladder.target;
  const int is_now = changes.after.ladder.target;
  if (was != is_now) say(scene, fmt::format("The target was {} and is {} now.", was, is_now));
  if (!changes.same_scale) say(scene, "The scale changed: what was rated is to be rated again.");
}

Assessment resume(const Scene& scene, const Assessment& draft, const Ladder& ladder) {
  if (draft.ladder == ladder) return draft;
  Assessment carried = carry_over(draft, ladder);
  tell_ladder_changes(scene, compare(draft, carried));
  return carried;
}

// What amending the finished assessment `reference` is made of.
Sitting choose_amended(const Scene& scene, const std::string& reference) {
  const StoredAssessment stored = load_stored(scene, reference);
  const Assessment& assessment = stored.assessment;
  if (assessment.is_draft()) {
    throw Error(ExitCode::bad_input, fmt::format("{} is a draft, and no finished assessment", stored.reference),
                "`rung assess` goes on with it");
  }
  const std::filesystem::path file(stored.path);
  const auto place = std::filesystem::path(scene.home.assessments()) / assessment.ladder.id / file.filename();
  std::error_code unknown;
  const bool is_stored = file.extension() == ".json" && std::filesystem::equivalent(file, place, unknown);
  if (unknown && unknown != std::errc::no_such_file_or_directory) {
    throw Error(ExitCode::input_output, fmt::format("cannot read {}: {}", stored.path, unknown.message()),
                "nothing was changed; try again once the system lets it be read");
  }
  if (!is_stored) {
    throw Error(ExitCode::bad_input, fmt::format("{} is not among the stored assessments", stored.path),
                "`rung list` tells those that can be amended");
  }
  return {assessment.ladder, assessment.rater, file.stem().string()};
}

Sitting choose_sitting(const AssessOptions& asked, const Scene& scene) {
  if (asked.amend) return choose_amended(scene, *asked.amend);
  Ladder ladder = load_ladder(scene, asked.ladder);
  check_target(ladder.scale, asked.target);
  ladder.target = asked.target.value_or(ladder.target);
  return {std::move(ladder), choose_rater(asked, scene.environment), std::nullopt};
}

void tell_leftovers(const Scene& scene, const LoadedDraft& loaded) {
  if (loaded.finished_path)
    say(scene, fmt::format("The last one was finished, as {}; this is a new one.", *loaded.finished_path));
  for (const std::string& path : loaded.conflict_paths) {
    say(scene,
        fmt::format("An earlier session saved answers beside the draft, in {}. Look at it, then remove it.", path),
        Style::warning);
  }
  for (const std::string& path : loaded.note_paths) {
    say(scene,
        fmt::format("A text from your editor was never taken over; it is in {}. Take what you need, then remove "
                    "it.",
                    path),
        Style::warning);
  }
}

QuestionnaireOptions read_options(const AssessOptions& asked, const Scene& scene, const Ladder& ladder) {
  QuestionnaireOptions options;
  options.dialect = choose_dialect(asked.dialect, scene.environment);
  options.last_rating = asked.last_rating;
  if (!asked.from.empty()) {
    const StoredAssessment stored = load_stored(scene, asked.from);
    if (stored.assessment.is_draft()) {
      throw Error(ExitCode::bad_input,
                  fmt::format("--from: {} is a draft; its ratings may still change", stored.reference),
                  "give a finished assessment, such as `latest`");
    }
    options.from = stored.assessment;
  }
  if (asked.only.empty()) return options;
  options.only = parse_selection(asked.only, ladder);
  if (options.only) return options;
  const std::string hint = did_you_mean(asked.only, list_selections(ladder));
  throw Error(ExitCode::usage,
              fmt::format("--only: the ladder `{}` has no pillar or responsibility `{}`", ladder.id, asked.only),
              hint.empty() ? "unrated, gaps, noted, a pillar's id, or PILLAR.RESPONSIBILITY" : hint);
}

Assessment begin(const AssessOptions& asked, const Scene& scene, const LoadedDraft& loaded, const Sitting& sitting) {
  if (loaded.amends) {
    if (asked.target && *asked.target != loaded.draft->ladder.target) {
      throw Error(ExitCode::usage, fmt::format("the draft amends {}, which keeps its target", loaded.amends->id),
                  "leave --target out, or add --new, which keeps the draft under another name");
    }
    say(scene, fmt::format("Amending {}.", loaded.amends->id));
    return *loaded.draft;
  }
  Assessment assessment = loaded.draft
                              ? resume(scene, *loaded.draft, sitting.ladder)
                              : start_assessment({sitting.ladder, {sitting.rater.name}, sitting.rater, asked.label,
                                                  scene.ports.new_identity(), scene.ports.now()});
  if (asked.rater) assessment.rater = *asked.rater;
  return assessment;
}

}  // namespace

OpenedDraft open_draft(const AssessOptions& asked, const Scene& scene) {
  const Sitting sitting = choose_sitting(asked, scene);
  std::optional<AnswerChanges> changes;
  QuestionnaireOptions options;
  const auto read = [&](const Ladder& ladder) {
    if (changes) return;
    changes = read_answers(asked.given, scene, ladder, date_of(scene.ports.now()));
    options = read_options(asked, scene, ladder);
  };
  // Only the draft tells whether it is an amendment, with a ladder of its own by which answers are to be read.
  DraftSession session(scene.ports.files, scene.home, sitting.ladder.id, sitting.rater.name);
  if (asked.start == Start::over) {
    read(sitting.ladder);
    const auto kept = session.set_aside(scene.ports.now());
    if (kept) say(scene, fmt::format("The draft so far is kept as {}.", *kept));
  }
  const LoadedDraft loaded = sitting.amended_id ? session.amend(*sitting.amended_id) : session.load();
  read(loaded.amends ? loaded.amends->finished.ladder : sitting.ladder);
  tell_leftovers(scene, loaded);
  Assessment assessment = begin(asked, scene, loaded, sitting);
  if (!asked.label.empty()) assessment.label = asked.label;
  return {std::move(session),  std::move(assessment), loaded.amends,
          *std::move(changes), std::move(options),    loaded.draft.has_value()};
}

}  // namespace rung::cli
