#include "saving.hpp"

#include <fmt/format.h>

#include <string>
#include <utility>

namespace rung {
namespace {

/// What a failed save means for the person.
std::string take_failure(State& state, Saving before) {
  if (!has_ended(state)) return "Your answer is kept here, and saving is tried again at the next one.";
  if (before == Saving::warned) return "Your answers since the last save are lost.";
  state.mode = state.left_from;
  state.saving = Saving::warned;
  state.showing = Showing::prompt_only;
  return "Your answers since the last save are only here. Fix that, then leave again: they are saved then, or lost if "
         "it fails once more.";
}

}  // namespace

void note_saved(State& state, const SaveResult& result) {
  if (result.pace) state.pace = result.pace;
  const Saving before = std::exchange(state.saving, result.saving);
  Line& echo = state.feedback.echo;
  if (!echo.empty()) echo.push_back(muted(" · "));
  if (result.saving == Saving::done) {
    echo.push_back(good(before == Saving::done ? "saved" : "saved, with everything that was waiting"));
    if (!result.reason.empty()) state.feedback.more.push_back(result.reason);
    return;
  }
  echo.push_back(bad("not saved"));
  const std::string reason = result.reason.empty() ? std::string() : fmt::format("{}. ", result.reason);
  state.feedback.more.push_back(fmt::format("{}{}", reason, take_failure(state, before)));
}

}  // namespace rung
