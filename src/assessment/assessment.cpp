#include <rung/assessment/assessment.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include <fmt/format.h>

#include <rung/assessment/fields.hpp>
#include <rung/text/ascii.hpp>

namespace rung {
namespace {

constexpr std::size_t longest_rater_id = 48;

constexpr std::array<std::pair<RaterRole, std::string_view>, 4> role_names{{{RaterRole::self, "self"},
                                                                            {RaterRole::manager, "manager"},
                                                                            {RaterRole::peer, "peer"},
                                                                            {RaterRole::report, "report"}}};

// The hash folded to 24 bits, as six hexadecimal digits: part of file names, so it must never change.
std::string hash_name(std::string_view name) {
  const std::uint32_t whole = hash(name);
  return fmt::format("{:06x}", (whole >> 24U) ^ (whole & 0xFFFFFFU));
}

/// A name as part of a pair's slug: at most 20 bytes, with six digits of a hash if something was cut or is not ASCII.
std::string make_person_slug(std::string_view name) {
  constexpr std::size_t longest = 20;
  std::string whole = make_rater_id(name);
  if (whole.size() <= longest) return whole;
  const std::string tag = fmt::format("-{}", hash_name(name));
  return fmt::format("{}{}", slug(name, longest - tag.size()), tag);
}

bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

template <class Assessed>
auto find_answer_in(Assessed& assessment, std::string_view behavior) -> decltype(assessment.answers.data()) {
  const auto found = std::find_if(assessment.answers.begin(), assessment.answers.end(),
                                  [&](const Answer& answer) { return answer.behavior == behavior; });
  return found == assessment.answers.end() ? nullptr : &*found;
}

}  // namespace

std::string_view to_string(RaterRole role) {
  const auto* found =
      std::find_if(role_names.begin(), role_names.end(), [&](const auto& r) { return r.first == role; });
  return found->second;
}

std::optional<RaterRole> parse_rater_role(std::string_view text) {
  for (const auto& [role, name] : role_names)
    if (name == text) return role;
  return std::nullopt;
}

std::string make_rater_id(std::string_view name) {
  const bool is_ascii = std::none_of(name.begin(), name.end(), is_beyond_ascii);
  const std::string tag = is_ascii ? std::string() : fmt::format("-{}", hash_name(name));
  const std::string id = slug(name, longest_rater_id - tag.size());
  return fmt::format("{}{}", id.empty() ? "rater" : id, tag);
}

std::string make_pair_slug(const Subject& subject, const Rater& rater) {
  const std::string about = subject.name.empty() ? "unknown" : make_person_slug(subject.name);
  if (rater.role == RaterRole::self && rater.name == subject.name) return about;
  return fmt::format("{}--by--{}", about, make_person_slug(rater.name));
}

std::string make_assessment_id(Date on, const Subject& subject, const Rater& rater) {
  return fmt::format("{}-{}", format_date(on), make_pair_slug(subject, rater));
}

bool is_same_pair(const Assessment& a, const Assessment& b) { return a.subject == b.subject && a.rater == b.rater; }

Date evidence_day(const Assessment& assessment, Timestamp now) {
  return assessment.on == date_of(assessment.started_at) ? date_of(now) : assessment.on;
}

AnswerSource source_of(const Assessment& assessment, const Answer& answer) {
  return answer.from.value_or(AnswerSource{assessment.sitting, assessment.on});
}

Assessment start_assessment(Beginning beginning) {
  Assessment assessment;
  assessment.on = beginning.on.value_or(date_of(beginning.now));
  assessment.id = make_assessment_id(assessment.on, beginning.subject, beginning.rater);
  assessment.sitting = std::move(beginning.sitting);
  assessment.subject = std::move(beginning.subject);
  assessment.rater = std::move(beginning.rater);
  assessment.label = std::move(beginning.label);
  assessment.started_at = beginning.now;
  assessment.ladder = std::move(beginning.ladder);
  for (const auto& placed : list_behaviors(assessment.ladder)) {
    Answer answer;
    answer.behavior = placed.behavior->key;
    assessment.answers.push_back(std::move(answer));
  }
  return assessment;
}

bool is_asked(const Assessment& assessment, std::string_view behavior) {
  const auto& asked = assessment.asked;
  return !asked || std::find(asked->begin(), asked->end(), behavior) != asked->end();
}

const Answer* find_answer(const Assessment& assessment, std::string_view behavior) {
  return find_answer_in(assessment, behavior);
}

Answer* find_answer(Assessment& assessment, std::string_view behavior) { return find_answer_in(assessment, behavior); }

bool says_the_same(const Assessment& before, const Assessment& after) {
  return says_the_same<Assessment>(before, after);
}

int count_answered(const Assessment& assessment) {
  return static_cast<int>(std::count_if(assessment.answers.begin(), assessment.answers.end(), [](const Answer& answer) {
    return !std::holds_alternative<Unrated>(answer.rating);
  }));
}

RunProgress measure_progress(const Assessment& assessment) {
  RunProgress progress;
  for (const Answer& answer : assessment.answers) {
    if (!is_asked(assessment, answer.behavior)) continue;
    ++progress.asked;
    if (!std::holds_alternative<Unrated>(answer.rating)) ++progress.answered;
  }
  return progress;
}

}  // namespace rung
