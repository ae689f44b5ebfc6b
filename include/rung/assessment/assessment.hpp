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

/// Whom an assessment is about.
struct Subject {
  std::string name;  ///< empty while it is unknown: version 1 of the format did not say

  friend bool operator==(const Subject&, const Subject&) = default;
};

/// An answer that the ladder has no place for now; it comes back when it has.
struct SetAside {
  Answer answer;
  std::vector<int> scale;  ///< the values of the scale it was answered on

  friend bool operator==(const SetAside&, const SetAside&) = default;
};

/// One rater's answers about one subject on one ladder at one time, with a frozen copy of that ladder.
struct Assessment {
  std::string id;       ///< the name of its file once finished; of an amendment, that of what it amends
  std::string sitting;  ///< what makes it this assessment and no other; see make_sitting
  Subject subject;
  Rater rater;
  std::string label;
  Date on{};  ///< the date that is judged
  Timestamp started_at;
  std::optional<Timestamp> finished_at;           ///< absent in a draft
  std::string amends;                             ///< the sitting that it corrects; empty: none
  std::optional<std::vector<std::string>> asked;  ///< the keys that this run asks; absent: all
  Ladder ladder;
  std::vector<Answer> answers;        ///< one for each behavior, in ladder order
  std::vector<SetAside> set_aside;    ///< in the order in which they lost their place
  std::vector<UnknownField> unknown;  ///< fields of a later Rung, kept on rewrite

  [[nodiscard]] bool is_draft() const noexcept { return !finished_at.has_value(); }

  friend bool operator==(const Assessment&, const Assessment&) = default;
};

/// A rater's name as part of an id: ASCII letters in lower case, digits, and one `-` for any run of other characters,
/// none at the ends; `rater` when nothing is left. Six hexadecimal digits of a hash follow when the name holds anything
/// beyond ASCII (`zo-a2bd1e`), so that two such names do not become one. At most 48 bytes, so that `<date>-<rater>-<n>`
/// is still an id.
std::string make_rater_id(std::string_view name);

/// What a new assessment is made of.
struct Beginning {
  Ladder ladder;
  Subject subject;
  Rater rater;
  std::string label;
  std::string sitting;
  Timestamp now;
  std::optional<Date> on = {};  ///< absent: the day of `now`
};

/// A draft with every behavior unrated; its id is that of a first one of its day.
Assessment start_assessment(Beginning beginning);

/// The answer for `behavior` (a key), or nullptr.
const Answer* find_answer(const Assessment& assessment, std::string_view behavior);
/// Whether this run asks for the behavior with that key.
bool is_asked(const Assessment& assessment, std::string_view behavior);
Answer* find_answer(Assessment& assessment, std::string_view behavior);

/// Who rates whom, as part of a file name or an id: `<subject>`, with `--by--<rater>` if somebody else rates or the
/// subject is unknown. At most 46 bytes.
std::string make_pair_slug(const Subject& subject, const Rater& rater);

/// The id of the first assessment by `rater` about `subject` that judges `on`: `<on>-<pair>`.
std::string make_assessment_id(Date on, const Subject& subject, const Rater& rater);

/// Whether both are by one rater about one subject, so that one may be compared with the other. Two that are about
/// unknown subjects are taken to be about the same one.
bool is_same_pair(const Assessment& a, const Assessment& b);

/// The day of evidence that is added `now` without a date: the day of `now`, or the date judged if that was chosen.
Date evidence_day(const Assessment& assessment, Timestamp now);

/// The assessment in which `answer` of `assessment` was last asked, given or accepted.
AnswerSource source_of(const Assessment& assessment, const Answer& answer);

/// Whether nothing was changed between the two, other than when an answer was last touched.
bool says_the_same(const Assessment& before, const Assessment& after);

/// How many answers are not `Unrated`.
int count_answered(const Assessment& assessment);

/// How far a run is: of the behaviors that it asks, how many are not `Unrated`.
struct RunProgress {
  int answered = 0;
  int asked = 0;

  friend bool operator==(const RunProgress&, const RunProgress&) = default;
};
RunProgress measure_progress(const Assessment& assessment);

}  // namespace rung
