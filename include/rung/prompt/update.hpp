#pragma once

#include <cstddef>
#include <string>
#include <variant>

#include <rung/prompt/form.hpp>
#include <rung/prompt/state.hpp>

namespace rung {

/// How a checkpoint ended. The reason says why it failed, in words for the person.
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
/// To the question before; answers stay.
struct Back {};
/// To the first unrated question after this one, going round at the end.
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
/// Leaves; it can be resumed.
struct Quit {};
/// Tells how saving the last change ended.
struct Saved {
  SaveResult result;
};

using Action = std::variant<Rate, Skip, Keep, Clear, GiveMark, AddRemark, BeginEntry, Cancel, Back, NextUnrated, GoTo,
                            Search, ShowDetails, ShowOverview, ShowAgain, Explain, Finish, Quit, Saved>;

/// The whole logic of the prompt: the state after `action`. Never shows anything, never waits, never fails.
State update(const Form& form, State state, const Action& action);

}  // namespace rung
