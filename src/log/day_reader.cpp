#include "day_reader.hpp"

#include <charconv>
#include <string>

#include <rung/assessment/day_words.hpp>
#include <rung/text/ascii.hpp>

namespace rung {

std::optional<unsigned> find_month(std::string_view word) {
  if (word == "sept") return 9;
  for (unsigned month = 1; month <= 12; ++month) {
    const std::string name = to_lower(name_of_month(std::chrono::month(month)));
    if (word == name || word == std::string_view(name).substr(0, 3)) return month;
  }
  return std::nullopt;
}

std::optional<int> read_small_number(std::string_view text) {
  int number = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failure != std::errc() || end != text.data() + text.size() || number < 0 || number > 36'500) return std::nullopt;
  return number;
}

std::optional<Date> find_latest_day(unsigned month, unsigned day, Date today) {
  // February 29 may be some years ago.
  for (int back = 0; back < 8; ++back) {
    const Date date(today.year() - std::chrono::years(back), std::chrono::month(month), std::chrono::day(day));
    if (date.ok() && date <= today) return date;
  }
  return std::nullopt;
}

}  // namespace rung
