#include <rung/assessment/timestamp.hpp>

#include <cassert>

#include <fmt/format.h>

namespace rung {
namespace {

constexpr std::size_t date_length = 10;
constexpr std::size_t clock_end = 19;
constexpr int longest_offset_minutes = 18 * 60;

/// The value of exactly `count` digits at `from`, or nothing.
std::optional<int> read_digits(std::string_view text, std::size_t from, std::size_t count) {
  if (from + count > text.size()) return std::nullopt;
  int value = 0;
  for (const char digit : text.substr(from, count)) {
    if (digit < '0' || digit > '9') return std::nullopt;
    value = value * 10 + (digit - '0');
  }
  return value;
}

std::optional<std::chrono::seconds> read_clock(std::string_view text) {
  if (text.size() != 8 || text[2] != ':' || text[5] != ':') return std::nullopt;
  const auto hours = read_digits(text, 0, 2);
  const auto minutes = read_digits(text, 3, 2);
  const auto seconds = read_digits(text, 6, 2);
  if (!hours || !minutes || !seconds || *hours > 23 || *minutes > 59 || *seconds > 59) return std::nullopt;
  return std::chrono::hours(*hours) + std::chrono::minutes(*minutes) + std::chrono::seconds(*seconds);
}

std::optional<std::chrono::minutes> read_offset(std::string_view text) {
  if (text == "Z") return std::chrono::minutes(0);
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
  const auto hours = read_digits(text, 1, 2);
  const auto minutes = read_digits(text, 4, 2);
  if (!hours || !minutes || *minutes > 59) return std::nullopt;
  const int total = *hours * 60 + *minutes;
  // RFC 3339 gives -00:00 the meaning "offset unknown", which a Timestamp cannot hold.
  if (total > longest_offset_minutes || (total == 0 && text[0] == '-')) return std::nullopt;
  return std::chrono::minutes(text[0] == '-' ? -total : total);
}

}  // namespace

std::string format_timestamp(const Timestamp& timestamp) {
  const auto local = timestamp.at + timestamp.offset;
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::hh_mm_ss<std::chrono::seconds> clock(local - day);
  std::string text = fmt::format("{}T{:02}:{:02}:{:02}", format_date(Date(day)), clock.hours().count(),
                                 clock.minutes().count(), clock.seconds().count());
  const auto offset = timestamp.offset.count();
  if (offset == 0) return text += 'Z';
  const auto size = offset < 0 ? -offset : offset;
  return text += fmt::format("{}{:02}:{:02}", offset < 0 ? '-' : '+', size / 60, size % 60);
}

std::optional<Timestamp> parse_timestamp(std::string_view text) {
  if (text.size() <= clock_end || text[date_length] != 'T') return std::nullopt;
  const auto date = parse_date(text.substr(0, date_length));
  const auto clock = read_clock(text.substr(date_length + 1, clock_end - date_length - 1));
  const auto offset = read_offset(text.substr(clock_end));
  if (!date || !clock || !offset) return std::nullopt;
  return Timestamp{std::chrono::sys_days(*date) + *clock - *offset, *offset};
}

Date date_of(const Timestamp& timestamp) {
  return Date(std::chrono::floor<std::chrono::days>(timestamp.at + timestamp.offset));
}

std::string format_date(const Date& date) {
  assert(date.ok());
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

bool has_form_of_date(std::string_view text) {
  return text.size() == date_length && text[4] == '-' && text[7] == '-' && read_digits(text, 0, 4) &&
         read_digits(text, 5, 2) && read_digits(text, 8, 2);
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != date_length || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = read_digits(text, 0, 4);
  const auto month = read_digits(text, 5, 2);
  const auto day = read_digits(text, 8, 2);
  if (!year || !month || !day) return std::nullopt;
  const Date date(std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                  std::chrono::day(static_cast<unsigned>(*day)));
  if (!date.ok()) return std::nullopt;
  return date;
}

}  // namespace rung
