#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include <rung/assessment/timestamp.hpp>

/// Days in reports for people. Files and data tables use format_date.
namespace rung {

/// `January`; `month` must be valid.
std::string_view name_of_month(std::chrono::month month);

/// `March 2026`
std::string format_month(const std::chrono::year_month& month);

/// `March` within eleven months before `today`, else `March 2025`.
std::string describe_month(const Date& day, const Date& today);

/// `Mar 14`
std::string format_month_day(const Date& day);

/// `Mar 14`, or `Mar 14, 2025` if the year differs from that of `today`.
std::string describe_day(const Date& day, const Date& today);

/// `today`, `yesterday`, `6 days ago`, `3 weeks ago`, `6 months ago`, `2 years ago`; `days` is not negative.
std::string describe_days_ago(int days);

}  // namespace rung
