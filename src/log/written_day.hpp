#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <rung/assessment/timestamp.hpp>

namespace rung {

/// A day, or a longer time that begins with it, as a document writes it. It may not exist.
struct WrittenDay {
  int year = 0;        ///< 0: not written
  unsigned month = 0;  ///< 0: the whole year
  unsigned day = 0;    ///< 0: the whole month, or quarter, or half-year
  std::string words;   ///< as they stand
};

/// A day at the start of a text, and the text after it.
struct DatedText {
  WrittenDay day;
  std::string_view rest;
};

/// The day that `text` begins with. A longer time counts only if a colon or a dash follows.
std::optional<DatedText> split_written_day(std::string_view text);

/// What the heading names: one with a year wherever it is, else one at the start.
std::optional<WrittenDay> find_written_day(std::string_view heading);

/// What the whole of `text` names. A time of the day may follow.
std::optional<WrittenDay> read_written_day(std::string_view text);

/// The first day of it; without a year, the latest such day. Absent if there is no such day.
std::optional<Date> resolve_day(const WrittenDay& day, Date today);

/// The same text at every reading, whatever day that is.
std::string identify_day(const WrittenDay& day);

}  // namespace rung
