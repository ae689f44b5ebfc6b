#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace rung {

using Date = std::chrono::year_month_day;

/// A time in whole seconds with the local offset from UTC, so that its date stays the date that the person saw.
struct Timestamp {
  std::chrono::sys_seconds at;
  std::chrono::minutes offset{0};

  friend bool operator==(const Timestamp&, const Timestamp&) = default;
};

/// `2026-03-14T09:26:53+01:00`, or `…Z` if the offset is zero (RFC 3339).
std::string format_timestamp(const Timestamp& timestamp);
/// Reads that form, offsets within ±18:00; nothing for anything else.
std::optional<Timestamp> parse_timestamp(std::string_view text);

/// The local date.
Date date_of(const Timestamp& timestamp);
/// `2026-03-14` (ISO 8601).
std::string format_date(const Date& date);
/// Reads that form; the date must exist.
std::optional<Date> parse_date(std::string_view text);
/// Whether it has that form, even if there is no such day, as in `2026-02-30`.
bool has_form_of_date(std::string_view text);

}  // namespace rung
