#include <rung/assessment/answer.hpp>

#include <algorithm>
#include <array>
#include <utility>

#include <rung/assessment/fields.hpp>

namespace rung {
namespace {

struct StateName {
  std::string_view operator()(const Unrated&) const { return "unrated"; }
  std::string_view operator()(const NotApplicable&) const { return "not applicable"; }
  std::string_view operator()(const NoOpportunity&) const { return "no opportunity"; }
  std::string_view operator()(const Rated&) const { return "rated"; }
};

constexpr std::array<std::pair<Origin, std::string_view>, 4> origin_names{
    {{Origin::asked, "asked"}, {Origin::given, "given"}, {Origin::accepted, "accepted"}, {Origin::carried, "carried"}}};

// One overload per kind that may be redacted.

template <class Value, class Kind>
void clear(Value& value, Kind /*kind*/) {
  value = {};
}

void clear(Rating& rating, ReasonField /*kind*/) {
  if (auto* not_applicable = std::get_if<NotApplicable>(&rating)) not_applicable->reason.clear();
}

}  // namespace

bool has_evidence(const Answer& answer, const Evidence& evidence) {
  return std::any_of(answer.evidence.begin(), answer.evidence.end(),
                     [&evidence](const Evidence& one) { return one.on == evidence.on && one.text == evidence.text; });
}

std::optional<int> rated_value(const Rating& rating) {
  const auto* rated = std::get_if<Rated>(&rating);
  if (rated == nullptr) return std::nullopt;
  return rated->value;
}

std::string_view state_of(const Rating& rating) { return std::visit(StateName{}, rating); }

std::string_view to_string(Origin origin) {
  return std::find_if(origin_names.begin(), origin_names.end(), [&](const auto& one) { return one.first == origin; })
      ->second;
}

std::optional<Origin> parse_origin(std::string_view text) {
  for (const auto& [origin, name] : origin_names)
    if (name == text) return origin;
  return std::nullopt;
}

void redact(Answer& answer) {
  visit_fields<Answer>([&](const auto& field) {
    if (field.privacy == Privacy::redacted) clear(answer.*field.member, field.kind);
  });
}

}  // namespace rung
