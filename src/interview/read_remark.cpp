#include <rung/interview/read_remark.hpp>

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include <rung/assessment/day_words.hpp>
#include <rung/assessment/evidence.hpp>
#include <rung/text/ascii.hpp>

namespace rung {
namespace {

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
  if (const std::string_view day = find_impossible_day(text); !day.empty())
    return Explain{fmt::format("There is no such day as {}.", day), Bell::rings, KeyLine::hidden};
  const auto evidence = read_evidence(text, days.evidence);
  if (!evidence) return ask_kind(text, days);
  if (evidence->on > std::min(days.today, days.judged)) return ask_about_later(text, *evidence, days);
  return AddRemark{text, describe_evidence(*evidence)};
}

}  // namespace rung
