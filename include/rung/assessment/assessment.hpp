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

/// One rater's answers on one ladder at one time, with a frozen copy of that ladder.
struct Assessment {
  std::string id;  ///< `<date>-<rater>[-n]`; the name of its file once finished
  Ladder ladder;
  Rater rater;
  std::string label;
  Timestamp started_at;
  std::optional<Timestamp> finished_at;  ///< absent in a draft
  std::vector<Answer> answers;           ///< one for each behavior, in ladder order
  std::vector<UnknownField> unknown;     ///< fields of a later Rung, kept on rewrite

  [[nodiscard]] bool is_draft() const noexcept { return !finished_at.has_value(); }

  friend bool operator==(const Assessment&, const Assessment&) = default;
};

/// A rater's name as part of an id: ASCII letters in lower case, digits, and one `-` for any run of other characters,
/// none at the ends; `rater` when nothing is left. Six hexadecimal digits of a hash follow when the name holds anything
/// beyond ASCII (`zo-a2bd1e`), so that two such names do not become one. At most 48 bytes, so that `<date>-<rater>-<n>`
/// is still an id.
std::string make_rater_id(std::string_view name);

/// A draft with every behavior unrated; its id is `<date>-<rater>`.
Assessment start_assessment(Ladder ladder, Rater rater, std::string label, Timestamp now);

/// The answer for `behavior` (a key), or nullptr.
const Answer* find_answer(const Assessment& assessment, std::string_view behavior);
Answer* find_answer(Assessment& assessment, std::string_view behavior);

/// Whether one is a draft, an amendment or a copy of the other: the same rater began both at the same time on the same
/// ladder.
bool is_same_sitting(const Assessment& a, const Assessment& b);

/// Whether nothing was changed between the two, other than when an answer was last touched.
bool says_the_same(const Assessment& before, const Assessment& after);

/// How many answers are not `Unrated`.
int count_answered(const Assessment& assessment);

}  // namespace rung
