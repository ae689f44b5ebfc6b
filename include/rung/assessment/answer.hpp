#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <rung/assessment/evidence.hpp>
#include <rung/assessment/timestamp.hpp>

namespace rung {

/// Not answered.
struct Unrated {
  friend bool operator==(const Unrated&, const Unrated&) = default;
};

/// The behavior does not exist in this job, so it leaves the denominator.
struct NotApplicable {
  std::string reason;  ///< never blank

  friend bool operator==(const NotApplicable&, const NotApplicable&) = default;
};

/// The behavior applies, but there was no chance to show it, so it stays a gap.
struct NoOpportunity {
  friend bool operator==(const NoOpportunity&, const NoOpportunity&) = default;
};

struct Rated {
  int value = 0;  ///< a value of the ladder's scale

  friend bool operator==(const Rated&, const Rated&) = default;
};

/// The answer for a behavior: four states that are never merged.
using Rating = std::variant<Unrated, NotApplicable, NoOpportunity, Rated>;

/// The scale value, if rated.
std::optional<int> rated_value(const Rating& rating);

/// "unrated", "not applicable", "no opportunity", or "rated", as in the assessment format.
std::string_view state_of(const Rating& rating);

/// How an answer was given.
enum class Origin {
  asked,     ///< typed at the prompt
  given,     ///< by an option or an answers file
  accepted,  ///< as a suggestion
  carried    ///< from an earlier assessment, without asking
};

std::string_view to_string(Origin origin);
std::optional<Origin> parse_origin(std::string_view text);

/// The assessment in which a carried answer was last asked, given, or accepted.
struct AnswerSource {
  std::string sitting;
  Date on{};  ///< the date it judged, from which the answer's age counts

  friend bool operator==(const AnswerSource&, const AnswerSource&) = default;
};

struct Answer {
  std::string behavior;  ///< key
  Rating rating;
  std::string note;  ///< possibly several lines
  std::vector<Evidence> evidence;
  Origin origin = Origin::asked;
  std::optional<AnswerSource> from;  ///< for a carried answer; the source of any other answer is this assessment
  std::optional<Timestamp> answered_at;

  friend bool operator==(const Answer&, const Answer&) = default;
};

/// Whether the answer has that piece of evidence: the same day and text, whatever its links.
bool has_evidence(const Answer& answer, const Evidence& evidence);

/// Clears private data: note, evidence, and the reason of an answer that is not applicable.
void redact(Answer& answer);

}  // namespace rung
