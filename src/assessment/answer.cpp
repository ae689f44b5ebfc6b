#include <rung/assessment/answer.hpp>

#include <rung/assessment/fields.hpp>

namespace rung {
namespace {

struct StateName {
  std::string_view operator()(const Unrated&) const { return "unrated"; }
  std::string_view operator()(const NotApplicable&) const { return "not applicable"; }
  std::string_view operator()(const NoOpportunity&) const { return "no opportunity"; }
  std::string_view operator()(const Rated&) const { return "rated"; }
};

// One overload for each kind that may be redacted.

template <class Value, class Kind>
void clear(Value& value, Kind /*kind*/) {
  value = {};
}

void clear(Rating& rating, ReasonField /*kind*/) {
  if (auto* not_applicable = std::get_if<NotApplicable>(&rating)) not_applicable->reason.clear();
}

}  // namespace

std::optional<int> rated_value(const Rating& rating) {
  const auto* rated = std::get_if<Rated>(&rating);
  if (rated == nullptr) return std::nullopt;
  return rated->value;
}

std::string_view state_of(const Rating& rating) { return std::visit(StateName{}, rating); }

void redact(Answer& answer) {
  visit_fields<Answer>([&](const auto& field) {
    if (field.privacy == Privacy::redacted) clear(answer.*field.member, field.kind);
  });
}

}  // namespace rung
