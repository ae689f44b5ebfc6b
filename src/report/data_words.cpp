#include "data_words.hpp"

#include <fmt/format.h>

namespace rung {

std::string_view word_for(BehaviorFate fate) {
  switch (fate) {
    case BehaviorFate::identical: return "identical";
    case BehaviorFate::reworded: return "reworded";
    case BehaviorFate::come: return "new";
    case BehaviorFate::gone: return "gone";
  }
  return "";
}

std::string_view word_for(const std::optional<MatchBasis>& basis) {
  if (!basis) return "";
  switch (*basis) {
    case MatchBasis::key: return "key";
    case MatchBasis::formerly: return "formerly";
    case MatchBasis::text: return "text";
  }
  return "";
}

std::string_view word_for(EvidenceAge age) {
  switch (age) {
    case EvidenceAge::counts: return "counts";
    case EvidenceAge::too_old: return "too old";
    case EvidenceAge::too_late: return "too late";
  }
  return "";
}

std::string reason_of(const Rating& rating) {
  const auto* excused = std::get_if<NotApplicable>(&rating);
  return excused == nullptr ? std::string() : excused->reason;
}

std::string reference_of(const AssessmentHead& head) { return fmt::format("{}/{}", head.ladder_id, head.id); }

}  // namespace rung
