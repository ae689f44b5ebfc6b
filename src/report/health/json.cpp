#include "../json_parts.hpp"

namespace rung {
namespace {

Json write_place(const Diagnostic& diagnostic) {
  return {{"line", diagnostic.at.line},
          {"column", diagnostic.at.column},
          {"message", diagnostic.message},
          {"hint", diagnostic.hint}};
}

Json write_finding(const FileFinding& finding) {
  Json json;
  json["finding"] = to_string(finding.ailment);
  json["path"] = finding.path;
  json["problem"] = finding.problem;
  json["remedy"] = finding.remedy;
  json["command"] = finding.command.empty() ? Json(nullptr) : Json(finding.command);
  json["diagnostics"] = list(finding.diagnostics, write_place);
  return json;
}

}  // namespace

std::string write_json(const HealthReport& report) {
  Json json = start_json(report);
  json["home"] = report.home;
  json["assessments"] = report.assessments;
  json["drafts"] = report.drafts;
  json["ladders"] = report.ladders;
  json["entries"] = report.entries;
  json["findings"] = list(report.findings, write_finding);
  return dump(json, Spread::pretty);
}

}  // namespace rung
