#include "wording.hpp"

#include <chrono>
#include <type_traits>
#include <variant>

#include <fmt/format.h>

namespace rung {

std::string glue(std::string_view text) {
  std::string glued;
  for (const char byte : text)
    if (byte == ' ')
      glued += "\u00A0";
    else
      glued += byte;
  return glued;
}

std::string count_of(int count, std::string_view noun) {
  return fmt::format("{}\u00A0{}{}", count, noun, count == 1 ? "" : "s");
}

std::string describe(const Share& share) {
  if (!share.has_basis()) return "nothing to judge";
  return fmt::format("{}\u00A0of\u00A0{} ({}\u00A0%)", share.part, share.whole, percent(share));
}

std::string describe_value(const Scale& scale, int value) {
  const auto* point = scale.find(value);
  return point == nullptr || point->label.empty() ? fmt::format("{}", value)
                                                  : fmt::format("{}\u00A0{}", value, point->label);
}

std::string describe_rating(const Scale& scale, const Rating& rating) {
  return std::visit(
      [&](const auto& state) -> std::string {
        using State = std::decay_t<decltype(state)>;
        if constexpr (std::is_same_v<State, Rated>) {
          return describe_value(scale, state.value);
        } else if constexpr (std::is_same_v<State, NotApplicable>) {
          return "not applicable";
        } else if constexpr (std::is_same_v<State, NoOpportunity>) {
          return "no opportunity";
        } else {
          static_assert(std::is_same_v<State, Unrated>);
          return "unrated";
        }
      },
      rating);
}

std::string describe_scale(const Scale& scale) {
  std::string text;
  for (const auto& point : scale.points) {
    if (!text.empty()) text += " · ";
    text += describe_value(scale, point.value);
  }
  return text;
}

std::string describe_rater(const Rater& rater) {
  const auto role = to_string(rater.role);
  return rater.name.empty() ? std::string(role) : fmt::format("{} ({})", rater.name, role);
}

Date date_of(const AssessmentHead& head) { return date_of(head.finished_at.value_or(head.started_at)); }

std::string describe_date(const AssessmentHead& head) {
  const auto date = format_date(date_of(head));
  return head.finished_at ? date : fmt::format("draft, started {}", date);
}

int days_between(const AssessmentHead& before, const AssessmentHead& after) {
  return static_cast<int>((std::chrono::sys_days(date_of(after)) - std::chrono::sys_days(date_of(before))).count());
}

std::vector<Fact> notes_of(const Answer& answer) {
  std::vector<Fact> notes;
  const auto* excused = std::get_if<NotApplicable>(&answer.rating);
  if (excused != nullptr && !excused->reason.empty()) notes.push_back({"Reason", {{excused->reason}}});
  if (!answer.note.empty()) notes.push_back({"Note", {{answer.note}}});
  for (const auto& evidence : answer.evidence) {
    Inline text;
    if (evidence.on) text.push_back({format_date(*evidence.on) + " ", Tone::muted, {}});
    text.push_back({evidence.text.empty() ? evidence.link : evidence.text, Tone::plain, evidence.link});
    notes.push_back({"Evidence", std::move(text)});
  }
  return notes;
}

void add_disclosure(Facts& facts, Disclosure disclosure) {
  if (disclosure == Disclosure::redacted) facts.facts.push_back({"Left out", {{"notes, evidence and reasons"}}});
}

}  // namespace rung
