#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <rung/store/assessments.hpp>

namespace rung {

/// The assessment that a reference stands for, with the files that could not be read: one of them may have been meant.
struct FoundAssessment {
  StoredAssessment found;
  std::vector<UnreadableFile> unreadable;
};

/// Resolves a reference, which is, in this order: the path of a file; `<ladder>/<id>`, an id, or `drafts/<name>`;
/// `latest` or `latest~N`; the exact label of an assessment; a unique prefix of `<ladder>/<id>` or of an id. What only
/// a draft matches is that draft.
///
/// `latest` is the latest self-rating that passes `filter`, else the latest that does; the others do not look at it.
/// `~N` is the Nth before it of the same ladder, subject and rater. Throws Error(bad_input), with the candidates or a
/// suggestion, if nothing or more than one matches; DiagnosedError if the file cannot be parsed.
FoundAssessment find_assessment(Filesystem& filesystem, const Home& home, std::string_view reference,
                                const AssessmentFilter& filter = {});

/// The references of all finished assessments, latest first, then those of all drafts. Only names are read.
std::vector<std::string> list_assessment_references(Filesystem& filesystem, const Home& home);

/// Whether a unique prefix of a name may stand for it. It may not where nobody is shown what was found: once one of two
/// is gone, its name is a prefix of the other's.
enum class Prefixes { accepted, refused };

/// The file that a reference stands for, which may be damaged.
struct LocatedAssessment {
  std::string path;
  std::string reference;
};
LocatedAssessment locate_assessment(Filesystem& filesystem, const Home& home, std::string_view reference,
                                    Prefixes prefixes = Prefixes::accepted);

}  // namespace rung
