#include <rung/assessment/rating.hpp>

#include <algorithm>
#include <array>

#include <rung/diagnostic/source.hpp>

namespace rung {
namespace {

struct StateName {
  std::string_view operator()(const Unrated&) const { return "unrated"; }
  std::string_view operator()(const NotApplicable&) const { return "not applicable"; }
  std::string_view operator()(const NoOpportunity&) const { return "no opportunity"; }
  std::string_view operator()(const Rated&) const { return "rated"; }
};

bool starts_with_ignoring_case(std::string_view text, std::string_view lower_case) {
  if (text.size() < lower_case.size()) return false;
  return std::equal(lower_case.begin(), lower_case.end(), text.begin(), [](char wanted, char found) {
    return wanted == (found >= 'A' && found <= 'Z' ? static_cast<char>(found - 'A' + 'a') : found);
  });
}

bool may_stand_in_link(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte > 0x20 && byte != 0x7F && std::string_view("\"'<>`\\").find(c) == std::string_view::npos;
}

}  // namespace

std::optional<int> rated_value(const Rating& rating) {
  const auto* rated = std::get_if<Rated>(&rating);
  if (rated == nullptr) return std::nullopt;
  return rated->value;
}

std::string_view state_of(const Rating& rating) { return std::visit(StateName{}, rating); }

bool is_link(std::string_view text) {
  if (!std::all_of(text.begin(), text.end(), may_stand_in_link)) return false;
  if (!find_forbidden_character(text).empty()) return false;
  if (starts_with_ignoring_case(text, "mailto:")) return text.size() > std::string_view("mailto:").size();
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!starts_with_ignoring_case(text, scheme)) continue;
    // Without a host there is nowhere to go.
    return text.size() > scheme.size() && std::string_view("/?#:").find(text[scheme.size()]) == std::string_view::npos;
  }
  return false;
}

}  // namespace rung
