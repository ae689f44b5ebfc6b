#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace rung {

/// One way to answer a question with a digit.
struct Choice {
  int value = 0;       ///< 1 to 9: the digit that gives it; ascending and unique within a form
  std::string label;   ///< a word or two
  std::string anchor;  ///< what it means; may be empty

  friend bool operator==(const Choice&, const Choice&) = default;
};

enum class AsksReason { no, yes };

/// A way to answer without a choice, such as "does not apply".
struct Mark {
  char key = 0;             ///< a lower-case letter; what the keymap has for it does not work in this form
  std::string label;        ///< short, for the key line
  std::string description;  ///< what it does, for the list of keys
  AsksReason asks_reason = AsksReason::no;
};

/// What a choice means for one question, beside its anchor.
struct ChoiceNote {
  int value = 0;
  std::string text;

  friend bool operator==(const ChoiceNote&, const ChoiceNote&) = default;
};

/// A run of questions under one breadcrumb.
struct Section {
  std::vector<std::string> path;  ///< outermost first; at least one part
};

/// Something to read about a question, shown on request.
struct Detail {
  std::string title;
  std::vector<std::string> lines;

  friend bool operator==(const Detail&, const Detail&) = default;
};

/// An answer that one key shows, and accepts when it is pressed again. It is never preselected. Exactly one of `choice`
/// and `mark` is set.
struct Suggestion {
  std::optional<int> choice;              ///< a value of Form::choices
  std::optional<std::size_t> mark;        ///< an index into Form::marks
  std::string reason;                     ///< with a mark that asks for one; never blank then
  std::string origin;                     ///< where it comes from, in a few words
  std::vector<std::string> remarks = {};  ///< lines of free text that are taken over with it

  friend bool operator==(const Suggestion&, const Suggestion&) = default;
};

/// A line of free text that one digit adds to a question's, such as something that was written down earlier.
struct OfferedLine {
  std::string label;   ///< how it is listed
  std::string remark;  ///< the line that it adds

  friend bool operator==(const OfferedLine&, const OfferedLine&) = default;
};

/// Whether a question comes up by itself, or only on request: by its number, by a search, or as the next unrated one
/// when nothing else is unrated.
enum class Turn { asked, on_request };

struct Question {
  std::size_t section = 0;  ///< an index into Form::sections; never descending within a form
  std::string text;
  std::string name = {};           ///< what it can be called beside its number, dots between the parts; may be empty
  std::string title = {};          ///< what lists call it; empty: its text
  std::vector<std::string> hints;  ///< short facts under the choices, most useful first
  std::vector<Detail> details;
  std::optional<Suggestion> suggestion;
  std::vector<std::string> answers = {};  ///< earlier answers in words, shown on request alone
  std::string before = {};                ///< the earlier answer, shown only after the new one, such as `was 2 in May`
  Turn turn = Turn::asked;
  std::vector<std::string> lead = {};  ///< paragraphs above the text, such as what the part that begins is about
  std::optional<std::vector<Choice>> choices = {};  ///< instead of Form::choices; may be empty
  std::vector<OfferedLine> offers = {};             ///< at most nine
  std::string other_offers = {};                    ///< says under them how to see the others; may be empty
};

/// What lines of free text are: notes beside an answer, or the text of the question itself, which the last one
/// replaces.
enum class RemarkUse { beside, replaces_text };

/// What comes after the last question: a review from which one can go back, or nothing.
enum class Ending { reviewed, at_once };

/// The words of a form for what one does with it.
struct FormWords {
  std::string rate = "rate";        ///< what a digit does, on the key line
  std::string unrated = "unrated";  ///< the state of a question without an answer
  std::string offers = {};          ///< what offers are, in the plural; empty if there are none
  std::string visit = {};           ///< what v does in the review; empty if it does nothing
};

/// Questions that share one scale. Has at least one choice, one section, and one question.
struct Form {
  std::string title;
  std::string aside;         ///< shown to the right of the title if there is room; may be empty
  std::string remark_label;  ///< the name of a line of free text
  std::string remark_hint;   ///< how such a line is read; may be empty
  std::string notice;        ///< a sentence to open with, such as which questions are asked; may be empty
  std::vector<std::string> introduction = {};  ///< paragraphs to open with, for those who have never done this
  std::vector<Choice> choices;
  std::vector<Mark> marks;
  std::vector<Section> sections;
  std::vector<Question> questions;
  FormWords words = {};
  RemarkUse remark_use = RemarkUse::beside;
  Ending ending = Ending::reviewed;
};

/// The ways to answer `question` with a digit: its own, or the form's.
const std::vector<Choice>& choices_of(const Form& form, const Question& question);

/// The choice of `question` with `value`, or nullptr.
const Choice* find_choice(const Form& form, const Question& question, int value);

/// The digits that answer: `1-4`, or `1,3,5` if there are gaps.
std::string describe_values(const Form& form);

}  // namespace rung
