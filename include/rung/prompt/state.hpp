#pragma once

#include <cstddef>
#include <optional>
#include <string>
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
  asking,     ///< a question waits for an answer
  entering,   ///< a line is being typed
  editing,    ///< the remarks are in an editor
  attaching,  ///< the offers of a question are listed; a digit adds one
  reviewing,  ///< all questions were passed: finish or go back
  finished,
  suspended,  ///< left before the end, to be resumed
};

enum class EntryKind { reason, remark, go_to, search };

/// What the line that is being typed is for.
struct LineEntry {
  EntryKind kind = EntryKind::remark;
  std::size_t mark = 0;           ///< the mark that needs a reason, when `kind` is reason
  Mode return_to = Mode::asking;  ///< the mode after the line is canceled

  friend bool operator==(const LineEntry&, const LineEntry&) = default;
};

/// How much is printed next.
enum class Showing { question, prompt_only, details, overview, offers };

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
  std::optional<std::size_t> revealed;  ///< the question whose suggestion was shown
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

/// `responses` (one for each question) at the first unrated question with Turn::asked. When all of these are answered:
/// at the first of them if other questions are on request, else in the review.
State resume_form(const Form& form, std::vector<Response> responses);

int count_answered(const State& state);

/// The unrated questions with Turn::asked.
int count_to_go(const Form& form, const State& state);

/// The first unrated question at or after `from`, wrapping around at the end; absent when all are answered. Questions
/// with Turn::asked go before the others.
std::optional<std::size_t> find_unanswered(const Form& form, const State& state, std::size_t from);

/// Progress through the questions of one part: those whose breadcrumbs begin with the same name.
struct PartProgress {
  std::string name;
  std::size_t first = 0;      ///< index of its first question
  std::size_t questions = 0;  ///< at least 1
  std::size_t answered = 0;
  std::size_t counted = 0;  ///< questions with a goal, except those whose mark does not count
  std::size_t reached = 0;  ///< of the counted, answered with their goal or more
};

/// The parts in the order of the form.
std::vector<PartProgress> list_parts(const Form& form, const State& state);

}  // namespace rung
