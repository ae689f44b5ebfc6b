#include "log_questions.hpp"

#include <fmt/format.h>

#include <memory>
#include <string>
#include <utility>

#include <rung/prompt/run.hpp>
#include <rung/store/open_file.hpp>

#include "messages.hpp"
#include "note_editor.hpp"
#include "questionnaire.hpp"

namespace rung::cli {
namespace {

constexpr std::size_t most_fits = 3;

std::vector<std::size_t> find_fits(const BehaviorFinder& finder, const std::string& text) {
  std::vector<std::size_t> fits;
  for (const FittingBehavior& fit : finder.find(text, most_fits)) fits.push_back(fit.behavior);
  return fits;
}

/// What became of the entries.
void tell_end(const Scene& scene, const LogReview& review, ReviewKind kind) {
  int tied = 0;
  int removed = 0;
  int kept = 0;
  int undecided = 0;
  for (std::size_t index = 0; index < review.entries().size(); ++index) {
    const Entry& entry = review.entries()[index];
    if (!review.is_in_log(index))
      ++undecided;
    else if (entry.state == EntryState::removed)
      ++removed;
    else
      ++(entry.behaviors.empty() ? kept : tied);
  }
  std::string words = fmt::format("{} tied, {} {}, {} in the inbox", tied, removed,
                                  kind == ReviewKind::inbox ? "removed" : "left out", kept);
  if (undecided > 0) words += fmt::format(", {} undecided", undecided);
  say(scene, fmt::format("{}.", words));
}

}  // namespace

void require_keys(const Scene& scene, const std::string& hint) {
  if (scene.environment.in_is_terminal && scene.environment.err_is_terminal) return;
  throw Error(ExitCode::usage, "cannot ask questions: no terminal", hint);
}

ExitCode review_entries(const Scene& scene, const LogDesk& desk, ReviewKind kind, std::vector<Entry> entries,
                        Dialect dialect) {
  const BehaviorFinder finder = desk.finder();
  std::vector<std::vector<std::size_t>> fits;
  for (const Entry& entry : entries) fits.push_back(find_fits(finder, entry.text));
  LogReview review(desk.ladder, kind, std::move(entries), std::move(fits), date_of(scene.ports.now()));
  const OpenFile root = make_directory(scene.ports.files, scene.home.root);
  NoteEditor editor(scene, review.form(), [&root](std::size_t question, std::string_view text) {
    return NoteFile(root, "log", question, text);
  });
  std::string unsaved;
  Outcome outcome;
  {
    const std::unique_ptr<Console> console =
        scene.ports.open_console(scene.err, choose_dialect(dialect, scene.environment));
    const Checkpoint append = [&](const State& state) -> SaveResult {
      review.offer_anew(state, [&finder](const std::string& text) { return find_fits(finder, text); });
      try {
        const std::vector<Entry> versions = review.list_changes(state, scene.ports.now());
        save(scene, versions);
        review.note_saved(versions);
        editor.forget();
        unsaved.clear();
        return {};
      } catch (const Error& error) {
        unsaved = explain(error);
        return {Saving::failed, unsaved};
      }
    };
    const Attendants attendants{
        .save = append, .edit = [&editor](const State& state, Console& lender) { return editor.edit(state, lender); }};
    outcome = rung::run(review.form(), review.start(), *console, attendants);
  }
  for (const std::string& path : editor.kept())
    say(scene, fmt::format("What was written in the editor is kept in {}.", path), Style::warning);
  tell_end(scene, review, kind);
  if (!unsaved.empty())
    throw Error(ExitCode::input_output, fmt::format("the last answers are not saved: {}", unsaved),
                "fix that, then run the command again");
  return outcome.ended == Ended::interrupted ? static_cast<ExitCode>(128 + outcome.signal) : ExitCode::success;
}

}  // namespace rung::cli
