#include <rung/interview/read_remark.hpp>

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include <rung/assessment/day_words.hpp>
#include <rung/assessment/evidence.hpp>
#include <rung/text/ascii.hpp>

namespace rung {
namespace {

/// The first word, if it has the form of a date, whether that day exists or not; else empty.
std::string_view find_date_word(std::string_view text) {
  text = trim(text);
  std::string_view word = text.substr(0, text.find_first_of(white_space));
  if (word.ends_with(':')) word.remove_suffix(1);
  const bool has_dashes = word.size() == 10 && word[4] == '-' && word[7] == '-';
  const bool has_digits = std::count_if(word.begin(), word.end(), is_digit) == 8;
  return has_dashes && has_digits ? word : std::string_view();
}

std::string describe_evidence(const Evidence& evidence) {
  const std::size_t links = evidence.links.size();
  const std::string linked = links == 0 ? "" : links == 1 ? " · link" : fmt::format(" · {} links", links);
  return fmt::format("evidence of {}{}", format_date(evidence.on), linked);
}

AskAbout ask_kind(const std::string& text, const RemarkDays& days) {
  Evidence evidence{std::string(trim(text)), {}, days.evidence, {}};
  const bool is_today = days.evidence == days.today;
  const std::string day = is_today ? "today" : describe_day(days.evidence, days.today);
  return {{fmt::format("Evidence of {}, or a note?", day),
           {{'e', fmt::format("evidence of {}", day), write_evidence(evidence), describe_evidence(evidence)},
            {'n', "note", text, "note"}},
           text}};
}

AskAbout ask_about_later(const std::string& text, const Evidence& evidence, const RemarkDays& days) {
  const std::string day = describe_day(evidence.on, days.today);
  const std::string question =
      evidence.on > days.today
          ? fmt::format("{} is in the future. Add it anyway?", day)
          : fmt::format("{} is after {}, the day that this assessment judges, so it will not count. Add it anyway?",
                        day, describe_day(days.judged, days.today));
  return {{question, {{'y', "yes, add it", text, describe_evidence(evidence)}}, text}};
}

}  // namespace

Action read_remark(const std::string& text, const RemarkDays& days) {
  const std::string_view word = find_date_word(text);
  if (!word.empty() && !parse_date(word))
    return Explain{fmt::format("There is no such day as {}.", word), Bell::rings, KeyLine::hidden};
  const auto evidence = read_evidence(text, days.evidence);
  if (!evidence) return ask_kind(text, days);
  if (evidence->on > std::min(days.today, days.judged)) return ask_about_later(text, *evidence, days);
  return AddRemark{text, describe_evidence(*evidence)};
}

}  // namespace rung
