#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <rung/prompt/form.hpp>
#include <rung/text/block.hpp>

namespace rung {

/// Where an answer came from.
enum class AnswerOrigin {
  before,   ///< it was there when the form was opened, or there is none
  typed,    ///< by a key
  accepted  ///< it is a suggestion that was taken over
};

/// What was answered to one question. At most one of `choice` and `mark` is set; neither means unrated.
struct Response {
  std::optional<int> choice;         ///< a value of Form::choices
  std::optional<std::size_t> mark;   ///< an index into Form::marks
  std::string reason;                ///< with a mark that asks for one; never blank then
  std::vector<std::string> remarks;  ///< lines of free text, oldest first; a blank one only between two others
  AnswerOrigin origin = AnswerOrigin::before;

  friend bool operator==(const Response&, const Response&) = default;
};

bool is_answered(const Response& response);

/// `response` with another answer, or none. Its remarks stay; those of a suggestion that it does not have are added.
Response with_choice(Response response, int value);
Response with_mark(Response response, std::size_t mark, std::string reason);
Response with_suggestion(Response response, const Suggestion& suggestion);
Response without_answer(Response response);

/// Whether the line of the offer is among the remarks.
bool is_attached(const Response& response, const OfferedLine& offer);

/// The remarks without blank lines.
int count_remarks(const Response& response);

enum class Mode {
  asking,      ///< a question waits for an answer
  entering,    ///< a line is being typed
  editing,     ///< the remarks are in an editor
  choosing,    ///< a line of free text can be read in several ways; a key chooses one
  attaching,   ///< the offers of a question are listed; a digit adds one
  reviewing,   ///< all questions were passed: finish or go back
  confirming,  ///< finishing leaves questions unrated, and a key confirms it
  finished,
  suspended,  ///< left before the end, to be resumed
};

enum class EntryKind { reason, remark, go_to, search };

/// What the line that is being typed is for.
struct LineEntry {
  EntryKind kind = EntryKind::remark;
  std::size_t mark = 0;           ///< the mark that needs a reason, when `kind` is reason
  Mode return_to = Mode::asking;  ///< the mode after the line is canceled
  std::string text = {};          ///< what the line begins with

  friend bool operator==(const LineEntry&, const LineEntry&) = default;
};

/// One way to read a line of free text.
struct RemarkOption {
  char key = 0;        ///< chooses it
  std::string label;   ///< what it makes of the line
  std::string remark;  ///< the line to add
  std::string echo;    ///< what to say once it is added

  friend bool operator==(const RemarkOption&, const RemarkOption&) = default;
};

/// A line of free text that can be read in several ways.
struct RemarkChoice {
  std::string question;
  std::vector<RemarkOption> options;
  std::string typed;  ///< the line as it was typed

  friend bool operator==(const RemarkChoice&, const RemarkChoice&) = default;
};

/// The keys of what the review names, in order. No digits: what was typed ahead must not answer what was not seen. E
/// opens the editor.
inline constexpr std::string_view second_look_keys = "ABCDFGHIJ";

/// Something about the answers that the review names. Its key visits the questions that it is about.
struct SecondLook {
  char key = 0;  ///< one of second_look_keys, or a letter of the keymap that visits
  std::string text;
  std::vector<std::size_t> questions;  ///< indices into Form::questions; at least one

  friend bool operator==(const SecondLook&, const SecondLook&) = default;
};

/// How much is printed next. `question` begins with where it stands, `question_alone` does not.
enum class Showing { question, question_alone, prompt_only, details, keys, overview, offers };

enum class KeyLine { hidden, shown };

enum class Bell { silent, rings };

/// What the last action did, in words.
struct Feedback {
  Line echo;                      ///< continues the prompt line; may be empty
  std::vector<std::string> more;  ///< sentences for lines of their own
  Bell bell = Bell::silent;

  friend bool operator==(const Feedback&, const Feedback&) = default;
};

/// Whether the answers are stored. `warned`: they are not, and the last action was an attempt to leave that failed with
/// a warning. Leaving is possible only from there.
enum class Saving { done, failed, warned };

/// Where a questionnaire stands. A plain value: it can be kept, compared, and resumed.
struct State {
  std::size_t at = 0;               ///< an index into Form::questions
  std::vector<Response> responses;  ///< one for each question
  Mode mode = Mode::asking;
  LineEntry entry;                ///< valid in Mode::entering
  Mode left_from = Mode::asking;  ///< valid in Mode::finished and Mode::suspended
  Showing showing = Showing::question;
  KeyLine key_line = KeyLine::shown;
  std::optional<std::size_t> revealed;  ///< the question whose suggestion was shown
  /// Where one was before, the latest last: indices into Form::questions, or their number for the review.
  std::vector<std::size_t> trail;
  /// The questions to visit before the review comes back, instead of the order of the form.
  std::optional<std::vector<std::size_t>> tour;
  RemarkChoice choice;                       ///< valid in Mode::choosing
  std::vector<ChoiceNote> choice_notes;      ///< valid with Showing::details
  std::vector<SecondLook> looks;             ///< valid in the review
  std::string searched;                      ///< the text of the last search; empty before one
  std::optional<std::chrono::seconds> pace;  ///< the usual time of an answer; absent until there are enough
  Feedback feedback;
  Saving saving = Saving::done;

  friend bool operator==(const State&, const State&) = default;
};

/// Whether it is finished or suspended.
bool has_ended(const State& state);

/// Whether the review waits, or waits behind a line that is being typed.
bool is_in_review(const State& state);

/// Whether the suggestion of the present question was shown, so that one key accepts it.
bool is_revealed(const State& state);

/// Every question unrated, the first one asked.
State start_form(const Form& form);

/// `responses` (one for each question) at the first unrated question with Turn::asked after `last_answered`, wrapping
/// around. When all of these are answered: on a tour of them if other questions are on request, else in the review.
State resume_form(const Form& form, std::vector<Response> responses,
                  std::optional<std::size_t> last_answered = std::nullopt);

int count_answered(const State& state);

/// The questions with Turn::asked.
int count_asked(const Form& form);

/// Of those, the unrated ones.
int count_to_go(const Form& form, const State& state);

/// The first unrated question at or after `from`, wrapping around at the end; absent when all are answered. Questions
/// with Turn::asked go before the others.
std::optional<std::size_t> find_unanswered(const Form& form, const State& state, std::size_t from);

/// Progress through what is asked of one part: the questions whose breadcrumbs begin with the same name.
struct PartProgress {
  std::string name;
  std::size_t first = 0;     ///< index of the first question with Turn::asked
  std::size_t asked = 0;     ///< questions with Turn::asked, at least 1
  std::size_t answered = 0;  ///< of these
};

/// The parts that are asked about, in the order of the form.
std::vector<PartProgress> list_parts(const Form& form, const State& state);

}  // namespace rung
