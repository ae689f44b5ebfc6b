#include <fmt/format.h>

#include <algorithm>

#include <rung/analysis/trend.hpp>
#include <rung/diagnostic/suggest.hpp>
#include <rung/report/report.hpp>
#include <rung/store/catalog.hpp>
#include <rung/store/find_assessment.hpp>

#include "../load.hpp"
#include "../progress.hpp"
#include "commands.hpp"

namespace rung::cli {
namespace {

bool is_path(std::string_view name) {
  return name.find('/') != std::string_view::npos || name.ends_with(".yaml") || name.ends_with(".yml");
}

AssessmentFilter read_filter(const HistoryCommand& command, const Scene& scene) {
  AssessmentFilter filter;
  if (!command.ladder.empty())
    filter.ladder = is_path(command.ladder) ? load_ladder(scene, command.ladder).id : command.ladder;
  filter.rater = command.rater;
  return filter;
}

// An id without assessments is more often a slip than a ladder that nobody has rated on.
std::string suggest_ladder(const Scene& scene, const std::string& id) {
  std::vector<std::string> ids;
  for (const LadderText& ladder : list_ladders(scene.ports.files, scene.home).ladders) ids.push_back(ladder.id);
  return std::find(ids.begin(), ids.end(), id) == ids.end() ? did_you_mean(id, ids) : std::string();
}

Assessment find_latest(const Scene& scene, const AssessmentFilter& filter) {
  try {
    // What is passed over here is passed over again by the visit, and told then.
    return find_assessment(scene.ports.files, scene.home, "latest", filter).found.assessment;
  } catch (const Error& error) {
    const std::string hint = filter.ladder ? suggest_ladder(scene, *filter.ladder) : std::string();
    if (hint.empty()) throw;
    throw Error(error.code(), error.what(), hint);
  }
}

[[noreturn]] void refuse_since(const HistoryReport& report, const Assessment& latest) {
  throw Error(ExitCode::bad_input,
              fmt::format("there is no finished assessment on the ladder `{}` by `{}` since {}", report.ladder_id,
                          report.rater, format_date(*report.since)),
              fmt::format("the latest one was finished on {}", format_date(date_of(*latest.finished_at))));
}

}  // namespace

ExitCode run_command(const HistoryCommand& command, const Scene& scene) {
  choose_format(command.output);
  const Assessment latest = find_latest(scene, read_filter(command, scene));
  HistoryReport report;
  report.ladder_id = latest.ladder.id;
  report.ladder_title = latest.ladder.title;
  report.rater = latest.rater.name;
  report.since = command.since;
  TrendTracer tracer;
  std::vector<UnreadableFile> unreadable;
  {
    Progress progress(scene, "reading assessments");
    const auto add = [&](const StoredAssessment& stored) {
      if (report.since && date_of(*stored.assessment.finished_at) < *report.since) return;
      if (stored.assessment.rater.name == report.rater)
        tracer.add(stored.assessment);
      else
        ++report.left_out;
    };
    unreadable = visit_finished(scene.ports.files, scene.home, {report.ladder_id, {}},
                                {add, [&progress](std::size_t done, std::size_t all) { progress.tell(done, all); }});
  }
  warn_unreadable(scene, unreadable);
  if (tracer.empty()) refuse_since(report, latest);
  report.trend = tracer.finish();
  deliver(scene, std::move(report), command.output);
  return unreadable.empty() ? ExitCode::success : ExitCode::bad_input;
}

}  // namespace rung::cli
