#pragma once

#include <chrono>
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
  std::string reason = {};
  std::optional<std::chrono::seconds> pace = {};  ///< the usual time of an answer, once there are enough
};

/// Answers with a value and goes on. Off the scale: changes no answer, rings, and explains the range.
struct Rate {
  int value = 0;
};
/// Goes on to the next unrated question without a change: the current answer is kept.
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
/// Adds a line of free text and stays at the question. A blank one cancels. `echo` says how it was understood.
struct AddRemark {
  std::string text;
  std::string echo = {};
};
/// Asks which of several lines the typed one stands for.
struct AskAbout {
  RemarkChoice choice;
};
/// Adds the line of the option with that key. Any other key goes back to the line that was typed.
struct Choose {
  char key = 0;
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
/// To where one was before; at the beginning, to the question with Turn::asked before this one. Answers stay.
struct Back {};
/// To the next unrated question (find_unanswered), or to the review.
struct NextUnrated {};
/// To the question with the number in `text`, counted from 1, or with that name: all of it, or a unique end that begins
/// at a dot. What is neither is searched for.
struct GoTo {
  std::string text;
};
/// To the next question whose text, title, name, or breadcrumb contains `text`, whatever the case of ASCII letters. A
/// blank `text` searches for the last one again, and cancels if there is none.
struct Search {
  std::string text;
};
/// From the review, to the questions of the second look with that key, one after the other, and back.
struct Visit {
  char key = 0;
};
struct ShowDetails {};
struct ShowKeys {};
struct ShowOverview {};
/// Prints the question again.
struct ShowAgain {};
/// Answers nothing and says `message`.
struct Explain {
  std::string message;
  Bell bell = Bell::silent;
  KeyLine key_line = KeyLine::hidden;
};
/// At a question: to the review. There it ends the questionnaire, unless nothing is answered; while questions are
/// unrated, only when it comes twice.
struct Finish {};
/// Leaves; the form can be resumed. While answers are unsaved, Quit and Finish warn and stay, unless the action just
/// before was such an attempt.
struct Quit {};
/// Saving the last change ended this way.
struct Saved {
  SaveResult result;
};
/// What the choices of the question mean beside their anchors; shown with the details.
struct Explained {
  std::vector<ChoiceNote> notes;
};
/// What the review names.
struct Looked {
  std::vector<SecondLook> looks;
};

using Action =
    std::variant<Rate, Skip, Keep, Clear, GiveMark, Accept, AddRemark, AskAbout, Choose, BeginEntry, ShowOffers, Attach,
                 Cancel, BeginEditing, EndEditing, Back, NextUnrated, GoTo, Search, Visit, ShowDetails, ShowKeys,
                 ShowOverview, ShowAgain, Explain, Finish, Quit, Saved, Explained, Looked>;

/// The whole logic of the prompt: the state after `action`. Never shows anything, never waits, never fails.
State update(const Form& form, State state, const Action& action);

}  // namespace rung
