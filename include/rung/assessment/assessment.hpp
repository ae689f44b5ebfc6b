#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <rung/assessment/answer.hpp>
#include <rung/diagnostic/node_reader.hpp>
#include <rung/ladder/ladder.hpp>

namespace rung {

enum class RaterRole { self, manager, peer, report };

std::string_view to_string(RaterRole role);
std::optional<RaterRole> parse_rater_role(std::string_view text);

struct Rater {
  std::string name;
  RaterRole role = RaterRole::self;

  friend bool operator==(const Rater&, const Rater&) = default;
};

/// The person whom an assessment is about.
struct Subject {
  std::string name;  ///< empty if unknown, because version 1 of the format did not state it

  friend bool operator==(const Subject&, const Subject&) = default;
};

/// An answer to a behavior that the ladder no longer has; it comes back if the behavior does.
struct SetAside {
  Answer answer;
  std::vector<int> scale;  ///< the values of the scale it was answered on

  friend bool operator==(const SetAside&, const SetAside&) = default;
};

/// One rater's answers about one subject on one ladder at one time, with a frozen copy of that ladder.
struct Assessment {
  std::string id;       ///< also its file name once finished; an amendment has the id of the amended one
  std::string sitting;  ///< identifies this assessment; see make_sitting
  Subject subject;
  Rater rater;
  std::string label;
  Date on{};  ///< the date judged
  Timestamp started_at;
  std::optional<Timestamp> finished_at;           ///< absent in a draft
  std::string amends;                             ///< the sitting that it corrects, or empty
  std::optional<std::vector<std::string>> asked;  ///< the keys that this run asks; all if absent
  Ladder ladder;
  std::vector<Answer> answers;        ///< one per behavior, in ladder order
  std::vector<SetAside> set_aside;    ///< in the order in which their behaviors were removed
  std::vector<UnknownField> unknown;  ///< fields of a later Rung, kept on rewrite

  [[nodiscard]] bool is_draft() const noexcept { return !finished_at.has_value(); }

  friend bool operator==(const Assessment&, const Assessment&) = default;
};

/// A rater's name as part of an id: ASCII letters in lowercase, digits, and one `-` for any run of other characters,
/// none at the ends; `rater` if nothing is left. If the name has non-ASCII characters, six hexadecimal digits of a hash
/// follow
/// (`zo-a2bd1e`), so that such names stay distinct. At most 48 bytes, so that `<date>-<rater>-<n>` is still an id.
std::string make_rater_id(std::string_view name);

/// The parts of a new assessment.
struct Beginning {
  Ladder ladder;
  Subject subject;
  Rater rater;
  std::string label;
  std::string sitting;
  Timestamp now;
  std::optional<Date> on = {};  ///< the day of `now` if absent
};

/// A draft with every behavior unrated. It has the id of the first assessment of its day.
Assessment start_assessment(Beginning beginning);

/// The answer for `behavior` (a key), or nullptr.
const Answer* find_answer(const Assessment& assessment, std::string_view behavior);
/// Whether this run asks about the behavior with that key.
bool is_asked(const Assessment& assessment, std::string_view behavior);
Answer* find_answer(Assessment& assessment, std::string_view behavior);

/// Subject and rater as part of a file name or an id: `<subject>`, followed by `--by--<rater>` if somebody else rates
/// or the subject is unknown. At most 46 bytes.
std::string make_pair_slug(const Subject& subject, const Rater& rater);

/// The id of the first assessment by `rater` about `subject` that judges `on`: `<on>-<pair>`.
std::string make_assessment_id(Date on, const Subject& subject, const Rater& rater);

/// Whether both have the same rater and subject, so that they can be compared. Two unknown subjects count as the same.
bool is_same_pair(const Assessment& a, const Assessment& b);

/// The day for evidence that is added `now` without a date: the day of `now`, or the date judged if it was chosen.
Date evidence_day(const Assessment& assessment, Timestamp now);

/// The assessment in which `answer` of `assessment` was last asked, given, or accepted.
AnswerSource source_of(const Assessment& assessment, const Answer& answer);

/// Whether both are the same, except for the times of their answers.
bool says_the_same(const Assessment& before, const Assessment& after);

/// The number of answers that are not `Unrated`.
int count_answered(const Assessment& assessment);

/// How far a run is: of the behaviors that it asks, how many are not `Unrated`.
struct RunProgress {
  int answered = 0;
  int asked = 0;

  friend bool operator==(const RunProgress&, const RunProgress&) = default;
};
RunProgress measure_progress(const Assessment& assessment);

}  // namespace rung
