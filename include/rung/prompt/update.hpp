#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <rung/prompt/form.hpp>
#include <rung/prompt/state.hpp>

namespace rung {

/// How a checkpoint ended. The reason says why it failed, or what else there is to know, in words for the person; after
/// a success a whole sentence.
struct SaveResult {
  Saving saving = Saving::done;
  std::string reason;

  friend bool operator==(const SaveResult&, const SaveResult&) = default;
};

/// Answers with a value and goes on. Off the scale: answers nothing, rings and says the range.
struct Rate {
  int value = 0;
};
/// Goes on and changes nothing: an answer that stands is kept.
struct Skip {};
/// What Enter alone does: keeps an answer that stands and goes on; without one it answers nothing and says what does.
struct Keep {};
/// Takes the answer back: the question is unrated again. Remarks stay.
struct Clear {};
/// Answers with a mark and goes on. A blank reason where one is asked for cancels.
struct GiveMark {
  std::size_t mark = 0;
  std::string reason;
};
/// Answers with the suggestion and goes on; without one it answers nothing and says so.
struct Accept {};
/// Adds a line of free text and stays at the question. A blank one cancels.
struct AddRemark {
  std::string text;
};
/// Asks for a line of typed text.
struct BeginEntry {
  EntryKind kind = EntryKind::remark;
  std::size_t mark = 0;  ///< when `kind` is reason
};
struct Cancel {};
/// Asks for the remarks of the question to be edited elsewhere; EndEditing tells how that went, and until it comes no
/// other action but Saved does anything.
struct BeginEditing {};
/// The remarks as they came back, blank ones at the ends left out; or none, and nothing changes.
struct EndEditing {
  std::optional<std::vector<std::string>> remarks;
  std::string message;  ///< what there is to say: why nothing changes, or more; may be empty
};
/// To the question before, of those that come up by themselves; answers stay.
struct Back {};
/// To the next unrated question as find_unanswered gives it, or to the review.
struct NextUnrated {};
/// To the question with the number in `text`, counted from 1.
struct GoTo {
  std::string text;
};
/// To the next question whose text or breadcrumb contains `text`, whatever the case of ASCII letters.
struct Search {
  std::string text;
};
struct ShowDetails {};
struct ShowOverview {};
/// Prints the question again.
struct ShowAgain {};
/// Answers nothing and says `message`.
struct Explain {
  std::string message;
  Bell bell = Bell::silent;
};
/// Ends the questionnaire; only from the review.
struct Finish {};
/// Leaves; it can be resumed. When the last save failed and fails again, the first Quit or Finish says so and stays.
struct Quit {};
/// Tells how saving the last change ended.
struct Saved {
  SaveResult result;
};

using Action =
    std::variant<Rate, Skip, Keep, Clear, GiveMark, Accept, AddRemark, BeginEntry, Cancel, BeginEditing, EndEditing,
                 Back, NextUnrated, GoTo, Search, ShowDetails, ShowOverview, ShowAgain, Explain, Finish, Quit, Saved>;

/// The whole logic of the prompt: the state after `action`. Never shows anything, never waits, never fails.
State update(const Form& form, State state, const Action& action);

}  // namespace rung
