#include "load.hpp"

#include <fmt/format.h>

#include <algorithm>

#include <rung/diagnostic/source.hpp>
#include <rung/error.hpp>
#include <rung/ladder/parse.hpp>
#include <rung/store/assessments.hpp>
#include <rung/store/catalog.hpp>
#include <rung/store/diagnosed_error.hpp>
#include <rung/store/earlier.hpp>
#include <rung/text/ascii.hpp>

#include "messages.hpp"

namespace rung::cli {

Ladder load_ladder(const Scene& scene, const std::string& name) {
  const auto wanted = name.empty() ? std::nullopt : std::optional<std::string_view>(name);
  const LadderText text = find_ladder(scene.ports.files, scene.home, wanted);
  Parsed<Ladder> parsed = parse_ladder(text.yaml, text.source);
  if (!parsed) {
    throw DiagnosedError(fmt::format("the ladder {} cannot be used", text.source), std::move(parsed.diagnostics),
                         "`rung help ladder-format` describes the format");
  }
  return *std::move(parsed.value);
}

std::optional<Ladder> find_neighbor(const Scene& scene, const std::string& id) {
  if (id.empty()) return std::nullopt;
  try {
    const LadderText text = find_ladder(scene.ports.files, scene.home, id);
    return parse_ladder(text.yaml, text.source).value;
  } catch (const Error&) {
    return std::nullopt;
  }
}

Ladder load_usual_ladder(const Scene& scene, const Subject& subject, const Rater& rater) {
  const auto usual = find_usual_ladder(scene.ports.files, scene.home, subject, rater);
  if (!usual) return load_ladder(scene, "");
  const auto ladders = list_ladders(scene.ports.files, scene.home).ladders;
  const bool is_known = std::any_of(ladders.begin(), ladders.end(),
                                    [&usual](const LadderText& ladder) { return ladder.id == usual->id; });
  return is_known ? load_ladder(scene, usual->id) : load_stored(scene, usual->reference).assessment.ladder;
}

std::string own_name(const Environment& environment) {
  const bool usable = !is_blank(environment.user) && find_forbidden_character(environment.user).empty();
  return usable ? environment.user : "me";
}

void check_target(const Scale& scale, std::optional<int> target) {
  if (!target || scale.find(*target) != nullptr) return;
  std::string points;
  for (const ScalePoint& point : scale.points)
    points += fmt::format("{}{} {}", points.empty() ? "" : ", ", point.value, point.label);
  throw Error(ExitCode::usage, fmt::format("--target {} is not on the scale", *target),
              fmt::format("the scale is {}", points));
}

StoredAssessment load_stored(const Scene& scene, const std::string& reference, const AssessmentFilter& filter) {
  FoundAssessment found = find_assessment(scene.ports.files, scene.home,
                                          reference.empty() ? "latest" : std::string_view(reference), filter);
  warn_unreadable(scene, found.unreadable);
  return std::move(found.found);
}

GapReport report_on(const Scene& scene, const Assessment& assessment, GapReportOptions options) {
  // A report does without earlier assessments. A command that names one reports why it cannot be read.
  static_cast<void>(
      visit_earlier(scene.ports.files, scene.home, head_of(assessment), [&options](StoredAssessment stored) {
        options.earlier.push_back(std::move(stored.assessment));
        return options.earlier.size() < most_looked_back;
      }));
  return make_gap_report(assessment, options);
}

GapReport load_gap_report(const Scene& scene, const std::string& reference, const GapReportOptions& options,
                          const AssessmentFilter& filter) {
  const StoredAssessment stored = load_stored(scene, reference, filter);
  check_target(stored.assessment.ladder.scale, options.target);
  return report_on(scene, stored.assessment, options);
}

}  // namespace rung::cli
