#pragma once

#include <string>
#include <vector>

#include <rung/analysis/lint.hpp>
#include <rung/diagnostic.hpp>
#include <rung/ladder/locations.hpp>

namespace rung {

/// A diagnostic with the name of its rule.
struct RuledDiagnostic {
  std::string rule;  ///< `format` for an error, otherwise the name of a LintRule
  Diagnostic diagnostic;
};

/// The result of checking one ladder.
struct CheckedLadder {
  std::string source;                      ///< as the user named it, or a name such as `built-in ic3-mle`
  int behaviors = 0;                       ///< 0 if there are errors
  std::vector<std::string> default_gates;  ///< the keys of the gates with their default
  std::vector<RuledDiagnostic> diagnostics;
};

/// The number of diagnostics with that severity.
int count_diagnostics(const CheckedLadder& checked, Severity severity);

/// Reads the ladder in `yaml` and returns its errors or, if there are none, the findings of lint() as warnings, each
/// with a place and a hint. Errors stop at max_diagnostics; warnings do not.
CheckedLadder check_ladder(std::string_view yaml, std::string_view source);

/// `baker.yaml: fine, 5 behaviors`, or `baker.yaml: 5 behaviors, 1 warning`, and the gates with their default. For a
/// ladder without errors.
std::string describe_verdict(const CheckedLadder& checked);

/// One JSON object for all of them (docs/report-json.md).
std::string write_json(const std::vector<CheckedLadder>& checked);

}  // namespace rung
