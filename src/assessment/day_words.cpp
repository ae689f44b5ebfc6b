#include <rung/assessment/day_words.hpp>

#include <array>

#include <fmt/format.h>

namespace rung {

std::string_view name_of_month(std::chrono::month month) {
  constexpr std::array<std::string_view, 12> names{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
  return names.at(static_cast<unsigned>(month) - 1);
}

std::string format_month(const std::chrono::year_month& month) {
  return fmt::format("{} {}", name_of_month(month.month()), static_cast<int>(month.year()));
}

std::string describe_month(const Date& day, const Date& today) {
  const std::chrono::year_month month = day.year() / day.month();
  const std::chrono::months ago = today.year() / today.month() - month;
  if (ago.count() >= 0 && ago < std::chrono::months(11)) return std::string(name_of_month(day.month()));
  return format_month(month);
}

std::string format_month_day(const Date& day) {
  return fmt::format("{} {}", name_of_month(day.month()).substr(0, 3), static_cast<unsigned>(day.day()));
}

std::string describe_day(const Date& day, const Date& today) {
  if (day.year() == today.year()) return format_month_day(day);
  return fmt::format("{}, {}", format_month_day(day), static_cast<int>(day.year()));
}

std::string describe_days_ago(int days) {
  constexpr int most_days = 14;
  constexpr int most_weeks = 9 * 7;
  constexpr int most_months = 2 * 365;
  if (days == 0) return "today";
  if (days == 1) return "yesterday";
  if (days < most_days) return fmt::format("{} days ago", days);
  if (days < most_weeks) return fmt::format("{} weeks ago", days / 7);
  if (days < most_months) return fmt::format("{} months ago", days * 12 / 365);
  return fmt::format("{} years ago", days / 365);
}

}  // namespace rung
