#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <rung/assessment/assessment.hpp>
#include <rung/diagnostic.hpp>

namespace rung {

/// An answer from outside the prompt, checked against a ladder. Absent fields are not changed.
struct AnswerChange {
  std::string behavior;  ///< key
  std::optional<Rating> rating;
  std::optional<std::string> note;
  std::vector<Evidence> evidence;

  friend bool operator==(const AnswerChange&, const AnswerChange&) = default;
};

using AnswerChanges = std::vector<AnswerChange>;

/// The days by which evidence is read.
struct EvidenceDays {
  Date usual{};  ///< of evidence without a date
  Date today{};  ///< what is later has not happened
};

/// Reads an answers file, YAML or JSON: behavior key → value, or → a map with rating, reason, note, evidence. A rating
/// is a scale value, a scale label (in any case), `n/a` (with a reason, `n/a: REASON` where there is no map), `no
/// opportunity` or `unrated`; these three win over a label of the same name. Keys may be shortened to any suffix, at a
/// dot, that is unique in the ladder (`on-time-quality`).
///
/// Evidence of a day that does not exist, or that is still to come, is a mistake.
Parsed<AnswerChanges> parse_answers(std::string_view text, std::string_view source, const Ladder& ladder,
                                    const EvidenceDays& days);

/// Reads `KEY=VALUE` from --set. The key may also be a number in the ladder (see BehaviorNames). The value is a rating
/// as above, including `n/a:REASON`.
Parsed<AnswerChange> parse_set(std::string_view argument, const Ladder& ladder);
/// Reads `KEY=TEXT` as given to --evidence: always evidence, of the usual day unless the text begins with a date.
Parsed<AnswerChange> parse_evidence(std::string_view argument, const Ladder& ladder, const EvidenceDays& days);
/// Reads `KEY=TEXT` as given to --note.
Parsed<AnswerChange> parse_note(std::string_view argument, const Ladder& ladder);

/// Applies the changes in order. Ratings and notes replace the old ones; evidence is added unless it is already there.
/// An answer that changes, or that was carried and gets a rating, is stamped with `now` and counts as given. The keys
/// must be in the ladder.
void apply(Assessment& assessment, const AnswerChanges& changes, Timestamp now);

}  // namespace rung
