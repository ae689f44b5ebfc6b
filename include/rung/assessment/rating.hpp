#pragma once

#include <optional>
#include <string>
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

/// A dated fact that supports a rating.
struct Evidence {
  std::string text;
  std::string link;  ///< empty, or an http, https or mailto address
  std::optional<Date> on;

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// Whether `text` is an address that may be a link: http, https or mailto, without spaces.
bool is_link(std::string_view text);

/// Reads one typed line: a date at its start dates it, an address in it becomes the link (and stays in the text only
/// when it is all the text). Evidence when it has either of them; otherwise nothing: the line is a note.
std::optional<Evidence> read_evidence(std::string_view line);

/// The line that read_evidence would read as `evidence`.
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
