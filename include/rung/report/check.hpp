#pragma once

#include <string>
#include <vector>

#include <rung/analysis/lint.hpp>
#include <rung/diagnostic.hpp>
#include <rung/ladder/locations.hpp>

namespace rung {

/// A diagnostic with the word for the rule that it comes from.
struct RuledDiagnostic {
  std::string rule;  ///< `format` for what keeps a ladder from being used, else the name of a LintRule
  Diagnostic diagnostic;
};

/// The verdict on one ladder.
struct CheckedLadder {
  std::string source;                      ///< as the user named it, or a name such as `built-in ic3-mle`
  int behaviors = 0;                       ///< 0 when there are mistakes in it
  std::vector<std::string> default_gates;  ///< the keys of the gates that it leaves to their default
  std::vector<RuledDiagnostic> diagnostics;
};

/// How many diagnostics have that severity.
int count_diagnostics(const CheckedLadder& checked, Severity severity);

/// Reads the ladder in `yaml` and holds it to the rules: mistakes, or, where there are none, what lint() finds as
/// warnings, each with its place and the way to mend it. Mistakes end at max_diagnostics, warnings do not: a rule may
/// have to be judged over the whole ladder.
CheckedLadder check_ladder(std::string_view yaml, std::string_view source);

/// `baker.yaml: fine, 5 behaviors`, or `baker.yaml: 5 behaviors, 1 warning`, and which gates have their default; for a
/// ladder without mistakes.
std::string describe_verdict(const CheckedLadder& checked);

/// One JSON object for all of them (docs/report-json.md).
std::string write_json(const std::vector<CheckedLadder>& checked);

}  // namespace rung
