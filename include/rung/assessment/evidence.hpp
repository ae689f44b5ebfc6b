#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <rung/assessment/timestamp.hpp>

namespace rung {

/// A dated fact that supports a rating.
struct Evidence {
  std::string text;                ///< never blank
  std::vector<std::string> links;  ///< http, https or mailto addresses
  Date on{};                       ///< the day of it
  std::string entry;               ///< the id of the log entry that it was taken from; empty: of none

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// Whether `text` is an address that may be a link: http, https or mailto with something after it, and none of white
/// space, control characters, quotes, angle brackets, backquotes and backslashes.
bool is_link(std::string_view text);

/// Reads one typed line, which is not blank. A date at its start (a colon may follow) dates it, else it is of `today`.
/// Every address in it becomes a link, without the punctuation around it; those at the end are left out of the text,
/// unless nothing else is in it. A lone `-` ends the text: then the links are those behind it, and no others.
Evidence make_evidence(std::string_view line, Date today);

/// As make_evidence, if the line has a text and a date or a link. Nothing for any other line: that is a note.
std::optional<Evidence> read_evidence(std::string_view line, Date today);

/// The line that make_evidence reads as `evidence` again, except for its entry. That holds for a text in one line
/// without white space at its ends, and links that do not end in punctuation.
std::string write_evidence(const Evidence& evidence);

}  // namespace rung
