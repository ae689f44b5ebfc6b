#include "questionnaire.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <rung/analysis/match.hpp>
#include <rung/analysis/patterns.hpp>
#include <rung/interview/form.hpp>
#include <rung/interview/log_entries.hpp>
#include <rung/interview/neighbor_wording.hpp>
#include <rung/interview/read_remark.hpp>
#include <rung/interview/selection.hpp>
#include <rung/interview/state.hpp>
#include <rung/prompt/run.hpp>

#include "load.hpp"
#include "messages.hpp"
#include "note_editor.hpp"
#include "second_looks.hpp"

namespace rung::cli {
namespace {

std::string describe_conflict(const std::string& path) {
  return fmt::format(
      "The draft was changed outside Rung, so your answers are now saved beside it, in {}. Go on to finish with "
      "them, or quit and compare the two files first.",
      path);
}

/// The draft as it is in memory, and what became of the last attempt to save it.
class Keeper {
 public:
  Keeper(const Scene& scene, DraftSession& session, Assessment assessment, KnownEvidence known)
      : scene_(scene), session_(session), assessment_(std::move(assessment)), known_(std::move(known)) {}

  SaveResult save(const State& state) {
    assessment_ = apply_state(std::move(assessment_), state, scene_.ports.now(), known_);
    try {
      const SavedDraft saved = session_.save(assessment_);
      unsaved_.clear();
      if (saved.outcome == SaveOutcome::saved) return {.pace = find_pace(assessment_)};
      const bool is_told = std::exchange(beside_, saved.path).has_value();
      return {Saving::done, is_told ? std::string() : describe_conflict(saved.path)};
    } catch (const Error& error) {
      unsaved_ = explain(error);
      return {Saving::failed, unsaved_};
    }
  }

  /// The assessment with the answers of `state`, which may not be saved yet.
  [[nodiscard]] Assessment preview(const State& state) const {
    return apply_state(assessment_, state, scene_.ports.now(), known_);
  }

  [[nodiscard]] const Assessment& assessment() const { return assessment_; }
  [[nodiscard]] const std::string& unsaved() const { return unsaved_; }
  /// Where the answers are when something else changed the draft.
  [[nodiscard]] const std::optional<std::string>& beside() const { return beside_; }

 private:
  const Scene& scene_;
  DraftSession& session_;
  Assessment assessment_;
  KnownEvidence known_;
  std::string unsaved_;
  std::optional<std::string> beside_;
};

ExitCode code_of(const Outcome& outcome) {
  if (outcome.ended == Ended::finished) return ExitCode::success;
  if (outcome.ended == Ended::suspended) return ExitCode::unfinished;
  return static_cast<ExitCode>(128 + outcome.signal);
}

Form prepare_form(const Assessment& draft, const QuestionnaireOptions& options, Timestamp now) {
  Earlier earlier;
  earlier.today = date_of(now);
  earlier.last = options.last ? &*options.last : nullptr;
  earlier.last_rating = options.last_rating;
  earlier.from = options.from ? &*options.from : nullptr;
  Form form = make_form(draft.ladder, earlier);
  if (draft.asked) ask_only(form, draft);
  if (!options.entries.empty()) add_entries(form, options.entries, options.offers, date_of(now));
  if (earlier.from != nullptr) {
    const int suggestions = count_suggestions(form);
    const std::string from =
        suggestions == 0
            ? fmt::format("Nothing is suggested: {} rates none of these texts on this scale.", options.from->id)
            : fmt::format("{} of {} {} a suggestion from {}; = shows one.", suggestions, form.questions.size(),
                          suggestions == 1 ? "has" : "have", options.from->id);
    form.notice += form.notice.empty() ? from : fmt::format(" {}", from);
    if (options.from->ladder.id != draft.ladder.id) {
      const std::size_t kept = match_ladders(options.from->ladder, draft.ladder).pairs.size();
      form.notice += fmt::format(" {} of its behaviors {} here, {} of these are new.", kept, kept == 1 ? "is" : "are",
                                 form.questions.size() - kept);
    }
  }
  return form;
}

KnownEvidence list_known(const QuestionnaireOptions& options) {
  std::vector<const Assessment*> earlier;
  for (const std::optional<Assessment>* one : {&options.last, &options.from})
    if (*one) earlier.push_back(&**one);
  return list_known_evidence(options.entries, earlier);
}

RemarkDays days_of(const Assessment& draft, const Scene& scene) {
  const Timestamp now = scene.ports.now();
  return {draft.on, evidence_day(draft, now), date_of(now)};
}

}  // namespace

Dialect choose_dialect(Dialect wanted, const Environment& environment) {
  const bool plain = !environment.variable("ACCESSIBLE").empty() || environment.variable("TERM") == "dumb";
  return plain ? Dialect::lines : wanted;
}

QuestionnaireResult ask(const Scene& scene, DraftSession& session, Assessment assessment,
                        const QuestionnaireOptions& options) {
  const Form form = prepare_form(assessment, options, scene.ports.now());
  State state = make_state(form, assessment);
  Keeper keeper(scene, session, std::move(assessment), list_known(options));
  NoteEditor editor(scene, form, [&session](std::size_t question, std::string_view text) {
    return session.begin_note(question, text);
  });
  Outcome outcome;
  {
    const std::unique_ptr<Console> console = scene.ports.open_console(scene.err, options.dialect);
    const Checkpoint save = [&](const State& now) {
      SaveResult result = keeper.save(now);
      if (result.saving == Saving::done) editor.forget();
      return result;
    };
    Attendants attendants{.save = save,
                          .edit = [&editor](const State& now, Console& lender) { return editor.edit(now, lender); }};
    attendants.read = [&](const std::string& text) { return read_remark(text, days_of(keeper.assessment(), scene)); };
    // The first question does not wait for other ladders.
    std::optional<NeighborWording> neighbors;
    attendants.explain = [&](std::size_t question) {
      const Ladder& ladder = keeper.assessment().ladder;
      if (!neighbors)
        neighbors.emplace(ladder, find_neighbor(scene, ladder.neighbors.below),
                          find_neighbor(scene, ladder.neighbors.above));
      return neighbors->notes(question);
    };
    attendants.look = [&](const State& now) {
      return list_second_looks(keeper.preview(now), options.last ? &*options.last : nullptr);
    };
    outcome = run(form, std::move(state), *console, attendants);
  }
  if (keeper.unsaved().empty()) editor.forget();
  if (keeper.beside()) say(scene, describe_conflict(*keeper.beside()), Style::warning);
  for (const std::string& path : editor.kept())
    say(scene, fmt::format("What was written in the editor is kept in {}.", path), Style::warning);
  return {keeper.assessment(), code_of(outcome), keeper.unsaved()};
}

}  // namespace rung::cli
