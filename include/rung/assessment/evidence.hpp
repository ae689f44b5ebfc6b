#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <rung/assessment/timestamp.hpp>

namespace rung {

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

/// Reads one typed line. A date at its start (a colon may follow) dates it; the last address in it becomes the link,
/// without the punctuation around it. At the end of a text the address is left out of the text; anywhere else, and
/// where it is all the text, it stays. A `-` before a text that begins with a date says that the evidence has no date,
/// and one after a text that holds an address that it has no link. Nothing if the line has neither date nor link, or no
/// text: then it is a note.
std::optional<Evidence> read_evidence(std::string_view line);

/// The line that read_evidence reads as `evidence`. That holds for evidence with a date or a link, a text in one line
/// without white space at its ends, and a link that does not end in punctuation.
std::string write_evidence(const Evidence& evidence);

}  // namespace rung
