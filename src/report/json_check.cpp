#include <rung/report/check.hpp>

#include "json_parts.hpp"

namespace rung {
namespace {

Json write_diagnostic(const RuledDiagnostic& one) {
  const Diagnostic& diagnostic = one.diagnostic;
  const bool has_place = diagnostic.at.line > 0;
  Json json;
  json["severity"] = diagnostic.severity == Severity::error ? "error" : "warning";
  json["rule"] = one.rule;
  json["line"] = has_place ? Json(diagnostic.at.line) : Json(nullptr);
  json["column"] = has_place ? Json(diagnostic.at.column) : Json(nullptr);
  json["length"] = has_place ? Json(diagnostic.length) : Json(nullptr);
  json["message"] = diagnostic.message;
  json["hint"] = diagnostic.hint;
  return json;
}

Json write_checked(const CheckedLadder& checked) {
  Json json;
  json["source"] = checked.source;
  json["behaviors"] = checked.behaviors;
  json["default_gates"] = checked.default_gates;
  json["errors"] = count_diagnostics(checked, Severity::error);
  json["warnings"] = count_diagnostics(checked, Severity::warning);
  json["diagnostics"] = list(checked.diagnostics, write_diagnostic);
  return json;
}

}  // namespace

std::string write_json(const std::vector<CheckedLadder>& checked) {
  int errors = 0;
  int warnings = 0;
  for (const CheckedLadder& one : checked) {
    errors += count_diagnostics(one, Severity::error);
    warnings += count_diagnostics(one, Severity::warning);
  }
  Json json{{"schema", json_schema}, {"kind", "ladder check"}, {"errors", errors}, {"warnings", warnings}};
  json["files"] = list(checked, write_checked);
  return dump(json, Spread::pretty);
}

}  // namespace rung
