#pragma once

#include <string_view>
#include <vector>

#include <rung/store/assessments.hpp>

namespace rung {

/// The assessment that a reference stands for, with the files that could not be read: one of them may have been meant.
struct FoundAssessment {
  StoredAssessment found;
  std::vector<UnreadableFile> unreadable;
};

/// Resolves a reference: `latest`, `latest~N` (N back), `<ladder>/<id>`, an id, a unique prefix of one of these two, or
/// a path (it contains `/`, or ends in `.json` and exists). `latest` counts finished assessments that pass `filter`;
/// the others match all finished ones first, then drafts (by the id inside or the name of the file). Throws
/// Error(bad_input), with the candidates or a suggestion, if nothing or more than one matches; DiagnosedError if the
/// file cannot be parsed.
FoundAssessment find_assessment(Filesystem& filesystem, const Home& home, std::string_view reference,
                                const AssessmentFilter& filter = {});

}  // namespace rung
