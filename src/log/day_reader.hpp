#pragma once

#include <optional>
#include <string_view>

#include <rung/assessment/timestamp.hpp>

namespace rung {

/// The month that `word`, in lower case, names: whole, by its first three letters, or `sept`. From 1.
std::optional<unsigned> find_month(std::string_view word);

/// The number that `text` is, from 0 to 36,500.
std::optional<int> read_small_number(std::string_view text);

/// The latest such day that is not after `today`; absent if there has been none for eight years.
std::optional<Date> find_latest_day(unsigned month, unsigned day, Date today);

}  // namespace rung
