#include "written_day.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include <rung/text/ascii.hpp>
#include <rung/text/tidy.hpp>

#include "day_reader.hpp"

namespace rung {
namespace {

struct DayWord {
  std::string_view raw;
  std::string text;  ///< in lower case, without the punctuation around it
  std::size_t end;   ///< of the raw word in the text
};

/// More words than a day has; the words of a heading beyond these are not looked at.
constexpr std::size_t most_day_words = 24;

std::vector<DayWord> split_day_words(std::string_view text) {
  std::vector<DayWord> words;
  for (std::size_t at = 0; words.size() < most_day_words;) {
    at = text.find_first_not_of(white_space, at);
    if (at == std::string_view::npos) break;
    const std::size_t end = std::min(text.find_first_of(white_space, at), text.size());
    std::string_view word = text.substr(at, end - at);
    DayWord found{word, {}, end};
    word.remove_prefix(std::min(word.find_first_not_of("([{\"'"), word.size()));
    while (!word.empty() && std::string_view(")]}\"':,.;").find(word.back()) != std::string_view::npos)
      word.remove_suffix(1);
    found.text = to_lower(word);
    words.push_back(std::move(found));
    at = end;
  }
  return words;
}

std::optional<int> read_digits_of(std::string_view text, std::size_t shortest, std::size_t longest) {
  if (text.size() < shortest || text.size() > longest || !std::all_of(text.begin(), text.end(), is_digit))
    return std::nullopt;
  return read_small_number(text);
}

std::optional<int> read_year(std::string_view text) {
  const auto year = read_digits_of(text, 4, 4);
  return year && *year >= 1970 && *year < 2200 ? year : std::nullopt;
}

/// `14`, `14th`.
std::optional<unsigned> read_day_of_month(std::string_view text) {
  for (const std::string_view ending : {"st", "nd", "rd", "th"})
    if (text.ends_with(ending)) {
      text.remove_suffix(ending.size());
      break;
    }
  const auto day = read_digits_of(text, 1, 2);
  return day && *day >= 1 && *day <= 31 ? std::optional(static_cast<unsigned>(*day)) : std::nullopt;
}

/// The Monday of a week of ISO 8601.
std::optional<WrittenDay> find_monday(int year, int week) {
  if (week < 1 || week > 53) return std::nullopt;
  using std::chrono::days;
  using std::chrono::sys_days;
  const sys_days in_first_week(Date(std::chrono::year(year), std::chrono::January, std::chrono::day(4)));
  const auto monday = in_first_week - (std::chrono::weekday(in_first_week) - std::chrono::Monday);
  const Date date(monday + days(7 * (week - 1)));
  return WrittenDay{
      static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), {}};
}

/// `2026-03-14`, `2026/03/14`, `2026-03`, `2026-W11`, `2026-Q1`.
std::optional<WrittenDay> read_iso(std::string_view word) {
  if (word.size() < 7) return std::nullopt;
  const auto year = read_year(word.substr(0, 4));
  const char separator = word[4];
  if (!year || (separator != '-' && separator != '/')) return std::nullopt;
  const std::string_view rest = word.substr(5);
  if (rest.front() == 'q' && rest.size() == 2 && rest[1] >= '1' && rest[1] <= '4')
    return WrittenDay{*year, static_cast<unsigned>((rest[1] - '1') * 3 + 1), 0, {}};
  if (rest.front() == 'w') {
    const auto week = read_digits_of(rest.substr(1), 2, 2);
    return week ? find_monday(*year, *week) : std::nullopt;
  }
  const auto month = read_digits_of(rest.substr(0, 2), 2, 2);
  if (!month) return std::nullopt;
  WrittenDay day{*year, static_cast<unsigned>(*month), 0, {}};
  if (rest.size() == 2) return *month >= 1 && *month <= 12 ? std::optional(day) : std::nullopt;
  const auto number = rest[2] == separator ? read_digits_of(rest.substr(3), 2, 2) : std::nullopt;
  if (!number) return std::nullopt;
  // Zero would stand for the whole month.
  day.day = *number == 0 ? 32 : static_cast<unsigned>(*number);
  if (*month == 0) day.month = 13;
  return day;
}

/// The first month of `q1`, `h2`; 0 for others.
unsigned first_month_of(std::string_view word) {
  if (word.size() != 2) return 0;
  if (word[0] == 'q' && word[1] >= '1' && word[1] <= '4') return static_cast<unsigned>((word[1] - '1') * 3 + 1);
  if (word[0] == 'h' && (word[1] == '1' || word[1] == '2')) return word[1] == '1' ? 1 : 7;
  return 0;
}

/// A day in words, and how many words it takes.
struct MatchedDay {
  WrittenDay day;
  std::size_t words = 1;
};

class DayMatcher {
 public:
  explicit DayMatcher(const std::vector<DayWord>& words) : words_(words) {}

  [[nodiscard]] std::optional<MatchedDay> match(std::size_t at) const {
    if (const auto iso = read_iso(text(at))) return MatchedDay{*iso, 1};
    if (const unsigned month = first_month_of(text(at))) return with_year(at, {0, month, 0, {}}, 1);
    if (const auto month = find_month(text(at))) {
      const auto day = read_day_of_month(text(at + 1));
      return with_year(at, {0, *month, day.value_or(0), {}}, day ? 2 : 1);
    }
    if (const auto day = read_day_of_month(text(at)))
      if (const auto month = find_month(text(at + 1))) return with_year(at, {0, *month, *day, {}}, 2);
    if (const auto year = read_year(text(at))) {
      const unsigned month = first_month_of(text(at + 1));
      return MatchedDay{{*year, month, 0, {}}, month == 0 ? 1U : 2U};
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::string_view text(std::size_t at) const {
    return at < words_.size() ? std::string_view(words_[at].text) : std::string_view();
  }

  [[nodiscard]] MatchedDay with_year(std::size_t at, WrittenDay day, std::size_t count) const {
    const auto year = read_year(text(at + count));
    if (year) day.year = *year;
    return {std::move(day), count + (year ? 1 : 0)};
  }

  const std::vector<DayWord>& words_;
};

bool is_dash(std::string_view word) { return word == "-" || word == "–" || word == "—" || word == ":"; }

bool is_set_off(const std::vector<DayWord>& words, std::size_t after) {
  const bool has_colon = words[after - 1].raw.ends_with(':');
  return has_colon || after == words.size() || is_dash(words[after].raw);
}

WrittenDay name_words(WrittenDay day, const std::vector<DayWord>& words, std::size_t from, std::size_t count) {
  for (std::size_t at = from; at < from + count; ++at)
    day.words.append(at == from ? "" : " ").append(tidy(words[at].text));
  return day;
}

}  // namespace

std::optional<DatedText> split_written_day(std::string_view text) {
  const std::vector<DayWord> words = split_day_words(text);
  if (words.empty()) return std::nullopt;
  auto matched = DayMatcher(words).match(0);
  if (!matched || (matched->day.day == 0 && !is_set_off(words, matched->words))) return std::nullopt;
  const std::string_view rest = drop_start_marks(trim(text.substr(words[matched->words - 1].end)));
  return DatedText{name_words(std::move(matched->day), words, 0, matched->words), trim(rest)};
}

std::optional<WrittenDay> find_written_day(std::string_view heading) {
  const std::vector<DayWord> words = split_day_words(heading);
  const bool says_week = words.size() > 2 && words[0].text == "week" && words[1].text == "of";
  const std::size_t start = says_week ? 2 : 0;
  for (std::size_t at = 0; at < words.size(); ++at) {
    auto matched = DayMatcher(words).match(at);
    if (!matched) continue;
    const bool has_place = at == start && (matched->day.day != 0 || is_set_off(words, at + matched->words));
    if (matched->day.year != 0 || has_place) return name_words(std::move(matched->day), words, at, matched->words);
  }
  return std::nullopt;
}

std::optional<WrittenDay> read_written_day(std::string_view text) {
  std::vector<DayWord> words = split_day_words(text);
  if (words.empty()) return std::nullopt;
  // `2026-03-14T09:26:53Z`, `2026-03-14 09:26`
  if (words[0].text.size() > 10 && words[0].text[10] == 't') words[0].text.resize(10);
  auto matched = DayMatcher(words).match(0);
  if (!matched) return std::nullopt;
  const bool has_time = words.size() == matched->words + 1 && words.back().text.find(':') != std::string::npos &&
                        is_digit(words.back().text.front());
  if (words.size() != matched->words && !has_time) return std::nullopt;
  return name_words(std::move(matched->day), words, 0, matched->words);
}

std::optional<Date> resolve_day(const WrittenDay& day, Date today) {
  const unsigned month = std::max(day.month, 1U);
  const unsigned number = std::max(day.day, 1U);
  if (day.year == 0) return find_latest_day(month, number, today);
  const Date date(std::chrono::year(day.year), std::chrono::month(month), std::chrono::day(number));
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::string identify_day(const WrittenDay& day) {
  return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
}

}  // namespace rung
