#include <rung/log/typed_entry.hpp>

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include <rung/assessment/evidence.hpp>
#include <rung/diagnostic/source.hpp>
#include <rung/log/entry.hpp>
#include <rung/text/ascii.hpp>
#include <rung/text/utf8.hpp>

#include "day_reader.hpp"

namespace rung {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr std::array<std::string_view, 7> weekdays{"sunday",   "monday", "tuesday", "wednesday",
                                                   "thursday", "friday", "saturday"};
/// The first word of `text` in lower case, without a colon at its end, and what comes after it.
struct Word {
  std::string text;
  bool has_colon = false;
  std::string_view rest;
};

Word split_word(std::string_view text) {
  const std::size_t end = std::min(text.find_first_of(white_space), text.size());
  Word word{to_lower(text.substr(0, end)), false, trim(text.substr(end))};
  word.has_colon = word.text.ends_with(':');
  if (word.has_colon) word.text.pop_back();
  return word;
}

/// A day at the start of a text, and the text after it. Without a value, the words name a day that does not exist.
struct LeadingDay {
  std::optional<Date> day;
  std::string_view rest;
  std::string words;  ///< as they stand
};

std::optional<Date> find_weekday(const Word& word, Date today) {
  const auto* const name = std::find_if(weekdays.begin(), weekdays.end(), [&word](std::string_view weekday) {
    return word.text == weekday || word.text == weekday.substr(0, 3);
  });
  if (name == weekdays.end() || ((word.text == "sat" || word.text == "sun" || word.text == "wed") && !word.has_colon))
    return std::nullopt;
  const std::chrono::weekday wanted(static_cast<unsigned>(name - weekdays.begin()));
  return Date(sys_days(today) - (std::chrono::weekday(sys_days(today)) - wanted));
}

/// `3 days ago`, `a week ago`, `2 weeks ago`.
std::optional<LeadingDay> find_days_ago(const Word& first, Date today) {
  const bool is_one = first.text == "a" || first.text == "an" || first.text == "one";
  const auto count = is_one ? std::optional(1) : read_small_number(first.text);
  if (!count || first.has_colon) return std::nullopt;
  const Word unit = split_word(first.rest);
  const Word ago = split_word(unit.rest);
  const bool is_days = unit.text == "day" || unit.text == "days";
  if (ago.text != "ago" || !(is_days || unit.text == "week" || unit.text == "weeks")) return std::nullopt;
  return LeadingDay{Date(sys_days(today) - days(*count * (is_days ? 1 : 7))), ago.rest,
                    fmt::format("{} {} ago", first.text, unit.text)};
}

/// A day of that month in the year that `word` is, or the latest one.
LeadingDay find_day_of(unsigned month, unsigned day, const Word& number, std::string words, Date today) {
  const Word year = split_word(number.rest);
  const auto given = !number.has_colon && year.text.size() == 4 ? read_small_number(year.text) : std::nullopt;
  if (!given) return {find_latest_day(month, day, today), number.rest, std::move(words)};
  const Date date{std::chrono::year{*given}, std::chrono::month{month}, std::chrono::day{day}};
  return {date.ok() ? std::optional(date) : std::nullopt, year.rest, fmt::format("{} {}", words, year.text)};
}

/// The number of a day that `text` is, where a comma may follow.
std::optional<unsigned> read_day_number(std::string_view text) {
  if (text.ends_with(',')) text.remove_suffix(1);
  const auto day = read_small_number(text);
  return day && *day >= 1 && *day <= 31 && text.size() <= 2 ? std::optional(static_cast<unsigned>(*day)) : std::nullopt;
}

/// `Mar 14`, `March 14:`, `Mar 14, 2026`, `14 March`.
std::optional<LeadingDay> find_month_day(const Word& first, Date today) {
  if (first.has_colon) return std::nullopt;
  const Word second = split_word(first.rest);
  const bool is_month_first = find_month(first.text).has_value();
  const auto month = is_month_first ? find_month(first.text) : find_month(second.text);
  const auto day = read_day_number(is_month_first ? second.text : first.text);
  if (!month || !day) return std::nullopt;
  LeadingDay found = find_day_of(*month, *day, second, fmt::format("{} {}", first.text, second.text), today);
  const bool is_other_word = first.text == "may" || first.text == "march";
  const bool has_year = found.rest != second.rest;
  if (is_other_word && !has_year && !second.has_colon) return std::nullopt;
  return found;
}

/// Absent if the text does not begin with a day.
std::optional<LeadingDay> find_leading_day(std::string_view text, Date today) {
  const Word word = split_word(text);
  if (has_form_of_date(word.text)) return LeadingDay{parse_date(word.text), word.rest, word.text};
  if (word.text == "today") return LeadingDay{today, word.rest, word.text};
  if (word.text == "yesterday") return LeadingDay{Date(sys_days(today) - days(1)), word.rest, word.text};
  if (const auto weekday = find_weekday(word, today)) return LeadingDay{weekday, word.rest, word.text};
  if (auto ago = find_days_ago(word, today)) return ago;
  return find_month_day(word, today);
}

TypedEntryResult refuse(std::string message, std::string hint = {}) {
  return {std::nullopt, {std::move(message), std::move(hint)}};
}

}  // namespace

TypedEntryResult read_typed_entry(std::string_view line, const TypedDay& day) {
  std::string clean(trim(line));
  std::replace(clean.begin(), clean.end(), '\t', ' ');
  std::string_view text = clean;
  if (text.empty()) return refuse("there is no text to log", "write down what you did, in one line");
  if (const std::string found = find_forbidden_character(text); !found.empty())
    return refuse(fmt::format("the character {} is not allowed", found), "remove it");
  if (text.find('\n') != std::string_view::npos) return refuse("an entry is one line", "log each line by itself");
  if (count_characters(text) > static_cast<int>(max_entry_characters))
    return refuse(
        fmt::format("this text has {} characters; an entry may have {}", count_characters(text), max_entry_characters),
        "log the gist and add a link to the rest");
  Date on = day.usual.value_or(day.today);
  const auto leading = day.is_fixed ? std::nullopt : find_leading_day(text, day.today);
  if (leading) {
    if (leading->rest.empty()) return refuse(fmt::format("`{}` is a day without a text", text), "add what you did");
    if (!leading->day) return refuse(fmt::format("there is no day `{}`", leading->words), "write it like 2026-03-14");
    if (*leading->day > day.today)
      return refuse(fmt::format("{} is in the future", format_date(*leading->day)),
                    "log it once it has happened; with `--on DATE` the text may begin with any date");
    on = *leading->day;
    text = leading->rest;
  }
  Evidence evidence = make_evidence(fmt::format("{} {}", format_date(on), text), day.today);
  return {TypedEntry{evidence.on, std::move(evidence.text), std::move(evidence.links)}, {}};
}

void retype(Entry& entry, const TypedEntry& typed) {
  entry.on = typed.on;
  entry.text = typed.text;
  entry.links = typed.links;
}

std::vector<std::string> split_typed_page(std::string_view page) {
  std::vector<std::string> lines;
  bool is_within = false;
  while (!page.empty()) {
    const std::size_t end = std::min(page.find('\n'), page.size());
    const std::string_view line = trim(page.substr(0, end));
    page.remove_prefix(std::min(end + 1, page.size()));
    const bool is_text = !line.empty() && !line.starts_with('#');
    if (is_text && is_within)
      lines.back().append(1, ' ').append(line);
    else if (is_text)
      lines.emplace_back(line);
    is_within = is_text;
  }
  return lines;
}

std::optional<Date> read_day(std::string_view text, Date today) {
  const auto leading = find_leading_day(trim(text), today);
  return leading && leading->rest.empty() ? leading->day : std::nullopt;
}

}  // namespace rung
