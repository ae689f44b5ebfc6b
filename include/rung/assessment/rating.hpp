#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <rung/assessment/timestamp.hpp>

namespace rung {

/// Not answered.
struct Unrated {
  friend bool operator==(const Unrated&, const Unrated&) = default;
};

/// The behavior does not exist in this job: it leaves the denominator.
struct NotApplicable {
  std::string reason;  ///< never blank

  friend bool operator==(const NotApplicable&, const NotApplicable&) = default;
};

/// Applies, but there was no chance to show it: stays a gap.
struct NoOpportunity {
  friend bool operator==(const NoOpportunity&, const NoOpportunity&) = default;
};

struct Rated {
  int value = 0;  ///< a value of the ladder's scale

  friend bool operator==(const Rated&, const Rated&) = default;
};

/// What was answered for a behavior: four states that are never merged.
using Rating = std::variant<Unrated, NotApplicable, NoOpportunity, Rated>;

/// The scale value, when there is one.
std::optional<int> rated_value(const Rating& rating);

/// "unrated", "not applicable", "no opportunity" or "rated", as the assessment format writes the state.
std::string_view state_of(const Rating& rating);

/// A dated fact that supports a rating.
struct Evidence {
  std::string text;  ///< never blank
  std::string link;  ///< empty, or an http, https or mailto address
  std::optional<Date> on;

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// Whether `text` is an address that may be a link: http, https or mailto with something after it, and none of white
/// space, control characters, quotes, angle brackets, backquotes and backslashes.
bool is_link(std::string_view text);

/// Reads one typed line: a date at its start (a colon may follow) dates it, the last address in it becomes the link,
/// without the punctuation around it. At the end of a text it is left out of the text; anywhere else, and where it is
/// all the text, it stays. Evidence when it has either of them and a text; otherwise nothing: the line is a note.
std::optional<Evidence> read_evidence(std::string_view line);

/// The line that read_evidence reads as `evidence`, for everything that read_evidence returns. Other evidence (a text
/// that mentions an address without being linked) is written the same way, but may read back differently.
std::string write_evidence(const Evidence& evidence);

struct Answer {
  std::string behavior;  ///< key
  Rating rating;
  std::string note;  ///< may hold several lines
  std::vector<Evidence> evidence;
  std::optional<Timestamp> answered_at;

  friend bool operator==(const Answer&, const Answer&) = default;
};

}  // namespace rung
