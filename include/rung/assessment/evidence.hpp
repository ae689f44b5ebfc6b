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
  std::vector<std::string> links;  ///< http, https, or mailto addresses
  Date on{};                       ///< the day it happened
  std::string entry;               ///< the id of the log entry that it was copied from, or empty

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// Whether `text` may be a link: http, https, or mailto followed by more, without white space, control characters,
/// quotes, angle brackets, backquotes, and backslashes.
bool is_link(std::string_view text);

/// Reads one typed line, which is not blank. A date at its start, optionally with a colon, dates the evidence;
/// otherwise, the date is `today`. Every address becomes a link, without the punctuation around it. Addresses at the
/// end are removed from the text, unless there is nothing else. A separate `-` ends the text: then only what follows it
/// is a link.
Evidence make_evidence(std::string_view line, Date today);

/// Like make_evidence if the line has a text and either a date or a link. Nothing for any other line, which is a note.
std::optional<Evidence> read_evidence(std::string_view line, Date today);

/// The word that dates the line by its form, if there is no such day, as in `2026-02-30 shipped it`; else empty.
std::string_view find_impossible_day(std::string_view line);

/// The line that make_evidence reads as `evidence`, except for its entry. This requires a one-line text without white
/// space at its ends, and links that do not end in punctuation.
std::string write_evidence(const Evidence& evidence);

}  // namespace rung
