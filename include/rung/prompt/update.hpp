#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <rung/prompt/form.hpp>
#include <rung/prompt/state.hpp>

namespace rung {

/// How a checkpoint ended. After a failure, `reason` says why; after a success, it is a whole sentence to show, or
/// empty.
struct SaveResult {
  Saving saving = Saving::done;
  std::string reason;
};

/// Answers with a value and goes on. Off the scale: changes no answer, rings, and explains the range.
struct Rate {
  int value = 0;
};
/// Goes on without a change: the current answer is kept.
struct Skip {};
/// Enter alone: keeps the current answer and goes on; without one, changes no answer and explains what would.
struct Keep {};
/// Clears the answer: the question is unrated again. Remarks stay.
struct Clear {};
/// Answers with a mark and goes on. A blank reason where one is asked for cancels.
struct GiveMark {
  std::size_t mark = 0;
  std::string reason;
};
/// Answers with the suggestion and goes on; without one, changes no answer and says so.
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
/// Lists the offers of the question, and waits for the digit of one; without any, says so.
struct ShowOffers {};
/// Adds the remark of the offer with that number, from 1, and goes back to the question.
struct Attach {
  int number = 0;
};
struct Cancel {};
/// Has the remarks of the question edited elsewhere. Until EndEditing, every action except Saved is ignored.
struct BeginEditing {};
/// The remarks after editing; blank ones at the ends are dropped. Without remarks, nothing changes.
struct EndEditing {
  std::optional<std::vector<std::string>> remarks;
  std::string message;  ///< why nothing changes, or anything else to show; may be empty
};
/// To the question with Turn::asked before this one; answers stay.
struct Back {};
/// To the next unrated question (find_unanswered), or to the review.
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
/// Leaves; the form can be resumed. While answers are unsaved, Quit and Finish warn and stay, unless the action just
/// before was such an attempt.
struct Quit {};
/// Saving the last change ended this way.
struct Saved {
  SaveResult result;
};

using Action = std::variant<Rate, Skip, Keep, Clear, GiveMark, Accept, AddRemark, BeginEntry, ShowOffers, Attach,
                            Cancel, BeginEditing, EndEditing, Back, NextUnrated, GoTo, Search, ShowDetails,
                            ShowOverview, ShowAgain, Explain, Finish, Quit, Saved>;

/// The whole logic of the prompt: the state after `action`. Never shows anything, never waits, never fails.
State update(const Form& form, State state, const Action& action);

}  // namespace rung
