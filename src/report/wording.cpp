#include "wording.hpp"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include <rung/assessment/day_words.hpp>

namespace rung {
namespace {

Tone tone_of(WordFate fate) {
  return fate == WordFate::gone ? Tone::gone : fate == WordFate::come ? Tone::come : Tone::plain;
}

std::string describe_ladder(const Ladder& ladder) {
  return fmt::format("{} ({}){}{} · {}", ladder.title, ladder.id, ladder.version.empty() ? "" : " · version ",
                     ladder.version, count_of(list_behaviors(ladder).size(), "behavior"));
}

/// ` · 7 months old`, from two months on.
std::string describe_months(const Evidence& evidence, const std::optional<Date>& last) {
  constexpr std::chrono::months fewest{2};
  if (!last || std::chrono::sys_days(evidence.on) > std::chrono::sys_days(months_before(*last, fewest))) return {};
  std::chrono::months age = fewest;
  while (std::chrono::sys_days(evidence.on) <=
         std::chrono::sys_days(months_before(*last, age + std::chrono::months(1))))
    ++age;
  return fmt::format("\u00A0· {}\u00A0months old", age.count());
}

std::string describe_age(const Evidence& evidence, const std::optional<EvidenceWindow>& window) {
  if (!window) return {};
  switch (age_of(evidence, *window)) {
    case EvidenceAge::counts: return describe_months(evidence, window->last);
    case EvidenceAge::too_old: return fmt::format("\u00A0· older than {}\u00A0months", evidence_months.count());
    case EvidenceAge::too_late: return "\u00A0· after the date judged";
  }
  return {};
}

/// Its date and its text with the addresses in it as links. Other links follow; a single one becomes the link
/// of the whole text.
Inline link_evidence(const Evidence& evidence) {
  Inline line{text(fmt::format("{} ", format_date(evidence.on)), Tone::muted)};
  const bool is_plain = std::none_of(evidence.links.begin(), evidence.links.end(), [&](const std::string& link) {
    return evidence.text.find(link) != std::string::npos;
  });
  if (is_plain && !evidence.links.empty()) {
    line.push_back({evidence.text, Tone::plain, evidence.links.front()});
  } else {
    std::string_view rest = evidence.text;
    for (const std::string& link : evidence.links) {
      const std::size_t at = rest.find(link);
      if (at == std::string_view::npos) continue;
      line.push_back(text(std::string(rest.substr(0, at))));
      line.push_back({link, Tone::plain, link});
      rest.remove_prefix(at + link.size());
    }
    line.push_back(text(std::string(rest)));
  }
  for (std::size_t index = is_plain ? 1 : 0; index < evidence.links.size(); ++index) {
    const std::string& link = evidence.links[index];
    if (evidence.text.find(link) != std::string::npos) continue;
    line.push_back(text(" "));
    line.push_back({link, Tone::plain, link});
  }
  std::erase_if(line, [](const Run& run) { return run.text.empty(); });
  return line;
}

}  // namespace

std::string glue(std::string_view text) {
  std::string glued;
  for (const char byte : text) glued += byte == ' ' ? std::string("\u00A0") : std::string(1, byte);
  return glued;
}

std::string number_word(int number, Capital capital) {
  constexpr std::string_view words[] = {"zero", "one",   "two",   "three", "four", "five",
                                        "six",  "seven", "eight", "nine",  "ten"};
  if (number < 0 || number >= static_cast<int>(std::size(words))) return fmt::format("{}", number);
  std::string word(words[number]);
  if (capital == Capital::first) word.front() = static_cast<char>(word.front() - 'a' + 'A');
  return word;
}

std::string join_names(const std::vector<std::string>& names) {
  std::string joined;
  for (std::size_t index = 0; index < names.size(); ++index) {
    const bool is_last = index + 1 == names.size();
    const std::string_view joint = index == 0 ? "" : !is_last ? ", " : names.size() == 2 ? " and " : ", and ";
    joined += fmt::format("{}{}", joint, names[index]);
  }
  return joined;
}

std::string name_month(Date day, Date seen_from) {
  if (day.year() != seen_from.year()) return glue(format_month(day.year() / day.month()));
  return std::string(name_of_month(day.month()));
}

std::string count_of(int count, std::string_view noun) {
  return fmt::format("{}\u00A0{}{}", count, noun, count == 1 ? "" : "s");
}

std::string describe_counts(const Share& share) {
  return share.has_basis() ? fmt::format("{}\u00A0of\u00A0{}", share.part, share.whole) : "nothing to judge";
}

std::string describe(const Share& share) {
  if (!share.has_basis()) return "nothing to judge";
  return fmt::format("{}\u00A0of\u00A0{} ({}%)", share.part, share.whole, percent(share));
}

std::string describe_value(const Scale& scale, int value) {
  const auto* point = scale.find(value);
  return point == nullptr || point->label.empty() ? fmt::format("{}", value)
                                                  : fmt::format("{}\u00A0{}", value, point->label);
}

std::string describe_rating(const Scale& scale, const Rating& rating) {
  if (const auto value = rated_value(rating)) return describe_value(scale, *value);
  // Reports use the same words as the assessment format.
  return std::string(state_of(rating));
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

std::string describe_open_states(const StateCounts& states) {
  std::string words;
  const auto add = [&words](int count, std::string_view state) {
    if (count > 0) words += fmt::format("{}{}\u00A0{}", words.empty() ? "" : ", ", count, glue(state));
  };
  add(states.not_applicable, "not applicable");
  add(states.no_opportunity, "no opportunity");
  add(states.unrated, "unrated");
  return words;
}

std::string explain_states(std::span<const StateColumn> states) {
  std::string words;
  for (const StateColumn& state : states)
    words += fmt::format("{}{}", words.empty() ? "" : ", ", glue(fmt::format("{} {}", state.mark, state.meaning)));
  return words;
}

StateCounts states_of(const Tally& tally) {
  return {tally.rated, tally.not_applicable, tally.no_opportunity, tally.unrated};
}

Date date_of(const AssessmentHead& head) { return head.on; }

std::string describe_date(const AssessmentHead& head) {
  if (head.finished_at) return format_date(date_of(head));
  return fmt::format("draft, started {}", format_date(date_of(head.started_at)));
}

int days_between(const AssessmentHead& before, const AssessmentHead& after) {
  return days_between(date_of(before), date_of(after));
}

int days_between(const Date& before, const Date& after) {
  return static_cast<int>((std::chrono::sys_days(after) - std::chrono::sys_days(before)).count());
}

std::vector<Fact> notes_of(const Answer& answer, const std::optional<EvidenceWindow>& window,
                           std::string_view evidence_label) {
  std::vector<Fact> notes;
  const auto* excused = std::get_if<NotApplicable>(&answer.rating);
  if (excused != nullptr && !excused->reason.empty()) notes.push_back(fact("Reason", excused->reason));
  if (!answer.note.empty()) notes.push_back(fact("Note", answer.note));
  for (const Evidence& evidence : answer.evidence) {
    Fact note{std::string(evidence_label), link_evidence(evidence)};
    if (const std::string age = describe_age(evidence, window); !age.empty())
      note.value.push_back(text(age, Tone::muted));
    notes.push_back(std::move(note));
  }
  return notes;
}

void add_disclosure(Facts& facts, Disclosure disclosure) {
  if (disclosure == Disclosure::redacted) facts.facts.push_back(fact("Left out", "notes, evidence, and reasons"));
}

Cell number_cell(int number) { return cell(fmt::format("{}", number)); }

Cell muted_zero_cell(int number) { return cell(fmt::format("{}", number), number == 0 ? Tone::muted : Tone::plain); }

Inline compose_words(const std::vector<WordRun>& words) {
  Inline marked;
  for (const auto& run : words) {
    if (!marked.empty()) marked.push_back(text(" "));
    marked.push_back(text(run.text, tone_of(run.fate)));
  }
  return marked;
}

LadderNames name_ladders(const Ladder& before, const Ladder& after) {
  const auto differ = [](const std::string& one, const std::string& other) {
    return !one.empty() && !other.empty() && one != other;
  };
  if (differ(before.level, after.level)) return {before.level, after.level};
  if (differ(before.title, after.title)) return {before.title, after.title};
  if (differ(before.id, after.id)) return {before.id, after.id};
  if (differ(before.version, after.version))
    return {fmt::format("version {}", before.version), fmt::format("version {}", after.version)};
  return {"the first ladder", "the second ladder"};
}

std::vector<Fact> ladder_facts(const Ladder& before, const Ladder& after) {
  const LadderNames names = name_ladders(before, after);
  std::vector<Fact> facts{fact(fmt::format("In {}", names.before), describe_ladder(before)),
                          fact(fmt::format("In {}", names.after), describe_ladder(after))};
  const auto add_both = [&](std::string_view name, const std::string& left, const std::string& right) {
    if (left == right) return facts.push_back(fact(std::string(name), right));
    facts.push_back(fact(fmt::format("{} in {}", name, names.before), left));
    facts.push_back(fact(fmt::format("{} in {}", name, names.after), right));
  };
  add_both("Scale", describe_scale(before.scale), describe_scale(after.scale));
  add_both("Target", describe_value(before.scale, before.target), describe_value(after.scale, after.target));
  return facts;
}

void compose_scale_note(Document& document, const Ladder& before, const Ladder& after) {
  if (!is_same_scale(before.scale, after.scale)) {
    document.push_back(Callout{{text("The two scales differ: a rating on one says nothing about the other.")}});
  } else if (before.target != after.target) {
    const LadderNames names = name_ladders(before, after);
    document.push_back(Callout{
        {text(fmt::format("The targets differ: {} in {}, {} in {}.", describe_value(before.scale, before.target),
                          names.before, describe_value(after.scale, after.target), names.after))}});
  }
}

}  // namespace rung
