#include <rung/assessment/assessment.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace rung {
namespace {

constexpr std::size_t longest_rater_id = 48;

constexpr std::array<std::pair<RaterRole, std::string_view>, 4> role_names{{{RaterRole::self, "self"},
                                                                            {RaterRole::manager, "manager"},
                                                                            {RaterRole::peer, "peer"},
                                                                            {RaterRole::report, "report"}}};

bool is_id_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

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
  for (const auto& [role, name] : role_names) {
    if (name == text) return role;
  }
  return std::nullopt;
}

std::string make_rater_id(std::string_view name) {
  std::string id;
  for (const char c : name) {
    const char letter = to_lower(c);
    if (is_id_letter(letter)) {
      id += letter;
    } else if (!id.empty() && id.back() != '-') {
      id += '-';
    }
    if (id.size() == longest_rater_id) break;
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id.empty() ? "rater" : id;
}

Assessment start_assessment(Ladder ladder, Rater rater, std::string label, Timestamp now) {
  Assessment assessment;
  assessment.id = format_date(date_of(now)) + '-' + make_rater_id(rater.name);
  assessment.ladder = std::move(ladder);
  assessment.rater = std::move(rater);
  assessment.label = std::move(label);
  assessment.started_at = now;
  for (const auto& placed : list_behaviors(assessment.ladder)) {
    Answer answer;
    answer.behavior = placed.behavior->key;
    assessment.answers.push_back(std::move(answer));
  }
  return assessment;
}

const Answer* find_answer(const Assessment& assessment, std::string_view behavior) {
  return find_answer_in(assessment, behavior);
}

Answer* find_answer(Assessment& assessment, std::string_view behavior) { return find_answer_in(assessment, behavior); }

int count_answered(const Assessment& assessment) {
  return static_cast<int>(std::count_if(assessment.answers.begin(), assessment.answers.end(), [](const Answer& answer) {
    return !std::holds_alternative<Unrated>(answer.rating);
  }));
}

}  // namespace rung
