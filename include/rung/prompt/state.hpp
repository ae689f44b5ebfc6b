#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <rung/prompt/form.hpp>
#include <rung/text/block.hpp>

namespace rung {

/// What was answered to one question. At most one of `choice` and `mark` is there; neither means unrated.
struct Response {
  std::optional<int> choice;         ///< a value of Form::choices
  std::optional<std::size_t> mark;   ///< an index into Form::marks
  std::string reason;                ///< with a mark that asks for one; never blank then
  std::vector<std::string> remarks;  ///< lines of free text, oldest first; a blank one only between two others

  friend bool operator==(const Response&, const Response&) = default;
};

bool is_answered(const Response& response);

/// The remarks without blank lines.
int count_remarks(const Response& response);

enum class Mode {
  asking,     ///< a question waits for an answer
  entering,   ///< a line is being typed
  editing,    ///< the remarks are in an editor
  reviewing,  ///< all questions were passed: finish or go back
  finished,
  suspended,  ///< left before the end, to be resumed
};

enum class EntryKind { reason, remark, go_to, search };

/// What the line that is being typed is for.
struct Entry {
  EntryKind kind = EntryKind::remark;
  std::size_t mark = 0;           ///< the mark that asks, when `kind` is reason
  Mode return_to = Mode::asking;  ///< where a cancelled line leads

  friend bool operator==(const Entry&, const Entry&) = default;
};

/// How much is printed next.
enum class Showing { question, prompt_only, details, overview };

enum class Bell { silent, rings };

/// What the last action did, in words.
struct Feedback {
  Line echo;                      ///< continues the prompt line; may be empty
  std::vector<std::string> more;  ///< sentences for lines of their own
  Bell bell = Bell::silent;

  friend bool operator==(const Feedback&, const Feedback&) = default;
};

/// Whether the answers are where they survive the program. `warned`: they are not, and whoever wanted to leave was
/// told.
enum class Saving { done, failed, warned };

/// Where a questionnaire stands. A plain value: it can be kept, compared and resumed.
struct State {
  std::size_t at = 0;               ///< an index into Form::questions
  std::vector<Response> responses;  ///< one for each question
  Mode mode = Mode::asking;
  Entry entry;                    ///< meaningful in Mode::entering
  Mode left_from = Mode::asking;  ///< meaningful in Mode::finished and Mode::suspended
  Showing showing = Showing::question;
  Feedback feedback;
  Saving saving = Saving::done;

  friend bool operator==(const State&, const State&) = default;
};

/// Whether it is finished or left.
bool has_ended(const State& state);

/// Every question unrated, the first one asked.
State start_form(const Form& form);

/// `responses` (one for each question) with the first unrated question asked, of those that come up by themselves. When
/// all of these are answered: the first of them, if they are a choice of the form's questions, else the review.
State resume_form(const Form& form, std::vector<Response> responses);

int count_answered(const State& state);

/// The first unrated question at or after `from`, going round at the end; nothing when all are answered. Questions that
/// come up by themselves go before the others.
std::optional<std::size_t> find_unanswered(const Form& form, const State& state, std::size_t from);

/// The answer in words, such as `3 Consistently` or `n/a`; empty when unrated.
std::string describe(const Form& form, const Response& response);

}  // namespace rung
