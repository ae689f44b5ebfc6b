#include <rung/report/check.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <type_traits>

#include <rung/diagnostic/source.hpp>
#include <rung/ladder/fields.hpp>

namespace rung {
namespace {

struct FindingWords {
  std::string rule;
  std::string message;
  std::string hint;
};

std::string with_noun(int count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

// Rounded down, so that only equal words are 100%.
int percent_of(double similarity) { return static_cast<int>(similarity * 100.0 + 1e-9); }

std::string describe_missing_anchor(const Finding& finding, const Scale& scale) {
  if (finding.count == static_cast<int>(scale.points.size())) return "no point of the scale has an anchor";
  if (finding.count == 1) return fmt::format("point {} of the scale has no anchor", finding.value);
  return fmt::format("{} points of the scale have no anchor, {} is the first", finding.count, finding.value);
}

FindingWords put_into_words(const Finding& finding, const Scale& scale) {
  switch (finding.rule) {
    case LintRule::near_duplicate:
      return {"near-duplicate",
              fmt::format("behavior `{}` says nearly the same as `{}` ({}% of the words)", finding.key, finding.other,
                          percent_of(finding.similarity)),
              "keep one of them, or say how they differ"};
    case LintRule::several_behaviors:
      return {"several-behaviors",
              fmt::format("behavior `{}` seems to hold several behaviors in one text", finding.key),
              "one rating must fit all of it: make a behavior of each part"};
    case LintRule::lone_behavior:
      return {"lone-behavior", fmt::format("responsibility `{}` has one behavior only", finding.key),
              "add another one, or move it to a neighbor"};
    case LintRule::long_text:
      return {"long-text", fmt::format("the text of behavior `{}` has {} words", finding.key, finding.count),
              fmt::format("say it in {} words or fewer; examples can go into `probes`", most_words)};
    case LintRule::same_pillar_title:
      return {"same-title", fmt::format("pillar `{}` has the same title as `{}`", finding.key, finding.other),
              "give one of them another title: reports name pillars by title"};
    case LintRule::same_responsibility_title:
      return {"same-title", fmt::format("responsibility `{}` has the same title as `{}`", finding.key, finding.other),
              "give one of them another title: reports name responsibilities by title"};
    case LintRule::missing_anchor: break;
  }
  return {"missing-anchor", describe_missing_anchor(finding, scale),
          "write an `anchor`: what the point means, so that two people would agree"};
}

/// The place to show for `key` in a finding; nothing if the text does not state it.
const Location* place_of(const Finding& finding, const std::string& key, const LadderLocations& places) {
  const auto at = [](const auto& map, const auto& part) {
    const auto found = map.find(part);
    return found == map.end() ? nullptr : &found->second;
  };
  switch (finding.rule) {
    case LintRule::missing_anchor: return at(places.points, finding.value);
    case LintRule::same_pillar_title: return at(places.pillars, key);
    case LintRule::lone_behavior:
    case LintRule::same_responsibility_title: return at(places.responsibilities, key);
    case LintRule::near_duplicate:
    case LintRule::several_behaviors:
    case LintRule::long_text: break;
  }
  return at(places.behaviors, key);
}

RuledDiagnostic describe(const Finding& finding, const LocatedLadder& placed, const Source& source) {
  FindingWords wording = put_into_words(finding, placed.ladder.scale);
  const Location* place = place_of(finding, finding.key, placed.locations);
  const Location where = place == nullptr ? Location{} : *place;
  RuledDiagnostic one{std::move(wording.rule),
                      source.diagnose(where.at, where.length, std::move(wording.message), std::move(wording.hint))};
  one.diagnostic.severity = Severity::warning;
  const Location* other = finding.other.empty() ? nullptr : place_of(finding, finding.other, placed.locations);
  if (other != nullptr) one.diagnostic.related = other->at;
  return one;
}

std::vector<std::string> list_default_gates(const Gates& gates) {
  std::vector<std::string> names;
  visit_fields<Gates>([&](const auto& field) {
    if (!(gates.*field.member).is_stated) names.emplace_back(field.name);
  });
  return names;
}

std::string describe_default_gates(const CheckedLadder& checked) {
  const std::size_t all = std::tuple_size_v<std::remove_cvref_t<decltype(fields<Gates>)>>;
  if (checked.default_gates.empty()) return {};
  if (checked.default_gates.size() == all) return "; all gates have their default";
  std::string names;
  for (const std::string& name : checked.default_gates) names += fmt::format("{}{}", names.empty() ? "" : ", ", name);
  return fmt::format("; gates with their default: {}", names);
}

}  // namespace

int count_diagnostics(const CheckedLadder& checked, Severity severity) {
  return static_cast<int>(
      std::count_if(checked.diagnostics.begin(), checked.diagnostics.end(),
                    [severity](const RuledDiagnostic& one) { return one.diagnostic.severity == severity; }));
}

CheckedLadder check_ladder(std::string_view yaml, std::string_view source_name) {
  CheckedLadder checked{std::string(source_name), 0, {}, {}};
  Parsed<LocatedLadder> parsed = parse_located_ladder(yaml, source_name);
  for (Diagnostic& mistake : parsed.diagnostics) checked.diagnostics.push_back({"format", std::move(mistake)});
  if (!parsed) return checked;
  checked.behaviors = static_cast<int>(list_behaviors(parsed.value->ladder).size());
  checked.default_gates = list_default_gates(parsed.value->ladder.gates);
  const Source source(source_name, yaml);
  for (const Finding& finding : lint(parsed.value->ladder))
    checked.diagnostics.push_back(describe(finding, *parsed.value, source));
  return checked;
}

std::string describe_verdict(const CheckedLadder& checked) {
  const std::string behaviors = with_noun(checked.behaviors, "behavior");
  const int warnings = count_diagnostics(checked, Severity::warning);
  const std::string gates = describe_default_gates(checked);
  if (warnings == 0) return fmt::format("{}: fine, {}{}", checked.source, behaviors, gates);
  return fmt::format("{}: {}, {}{}", checked.source, behaviors, with_noun(warnings, "warning"), gates);
}

}  // namespace rung
