#pragma once

#include <optional>
#include <string>

#include "scene.hpp"

#include <rung/ladder/ladder.hpp>
#include <rung/report/report.hpp>
#include <rung/store/find_assessment.hpp>

namespace rung::cli {

/// The ladder of that name (empty: the default one). Throws DiagnosedError when it has mistakes.
Ladder load_ladder(const Scene& scene, const std::string& name);

/// The ladder with that id, if it is known and valid; none for an empty id.
std::optional<Ladder> find_neighbor(const Scene& scene, const std::string& id);

/// The name of the person at the terminal, who rates and is rated unless a command says otherwise.
std::string own_name(const Environment& environment);

/// The ladder that the rater is at, or the default one. One that was given by its path is known by the copy in an
/// assessment alone.
Ladder load_usual_ladder(const Scene& scene, const Subject& subject, const Rater& rater);

/// Throws Error(usage), with the scale, when `target` is not on it.
void check_target(const Scale& scale, std::optional<int> target);

/// The assessment that `reference` means (empty: the latest that passes `filter`). Says which files were passed over.
StoredAssessment load_stored(const Scene& scene, const std::string& reference, const AssessmentFilter& filter = {});

/// The gap report of `assessment`, with the one before it for the patterns in its ratings.
GapReport report_on(const Scene& scene, const Assessment& assessment, GapReportOptions options = {});

/// The gap report of that assessment. Throws Error(usage) when the target is not on its scale.
GapReport load_gap_report(const Scene& scene, const std::string& reference, const GapReportOptions& options,
                          const AssessmentFilter& filter = {});

}  // namespace rung::cli
