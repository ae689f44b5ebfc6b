#include "../json_parts.hpp"

namespace rung {
namespace {

Json write_home_draft(const HomeDraft& draft) {
  return {
      {"reference", draft.reference},         {"subject", draft.subject.empty() ? Json(nullptr) : Json(draft.subject)},
      {"answered", draft.answered.part},      {"asked", draft.answered.whole},
      {"saved_on", format_date(draft.saved)}, {"command", draft.command}};
}

Json write_home_result(const HomeResult& last) {
  return {{"reference", last.reference}, {"ladder", last.ladder_title},
          {"on", format_date(last.on)},  {"at_target", write_share(last.at_target)},
          {"gates", last.gates},         {"gates_passed", last.gates_passed}};
}

}  // namespace

std::string write_json(const HomeReport& report) {
  Json json = start_json(report);
  json["today"] = format_date(report.today);
  json["name"] = report.name;
  json["ladder"] = report.ladder_title.empty() ? Json(nullptr) : Json(report.ladder_title);
  json["behaviors"] = report.behaviors;
  json["draft"] = report.draft ? write_home_draft(*report.draft) : Json(nullptr);
  json["last"] = report.last ? write_home_result(*report.last) : Json(nullptr);
  json["entries_since"] = report.entries;
  json["untied_since"] = report.untied_entries;
  json["unreadable_files"] = report.unreadable_files;
  return dump(json, Spread::pretty);
}

}  // namespace rung
