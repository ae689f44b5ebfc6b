#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <rung/assessment/assessment.hpp>
#include <rung/store/durable_file.hpp>
#include <rung/store/home.hpp>

namespace rung {

/// An assessment with its file.
struct StoredAssessment {
  std::string path;
  std::string id;         ///< the file's name without `.json`, by which it is referred to
  std::string reference;  ///< `<ladder>/<id>`, unique; the path for one that is not among the stored ones
  Assessment assessment;
};

/// A file or directory that was passed over, and why.
struct UnreadableFile {
  std::string path;
  std::string reason;       ///< one line, for people
  Diagnostics diagnostics;  ///< where in the file; empty when it could not be read at all
};

struct AssessmentList {
  std::vector<StoredAssessment> finished;  ///< by finished_at, then id; the latest is the last
  std::vector<StoredAssessment> drafts;    ///< by path
  std::vector<UnreadableFile> unreadable;  ///< by path
};

/// Which assessments are meant; what is absent does not matter.
struct AssessmentFilter {
  std::optional<std::string> ladder;  ///< the ladder's id
  std::optional<std::string> rater;   ///< the rater's name
};

bool passes(const Assessment& assessment, const AssessmentFilter& filter);

/// What is done on the way through many assessments.
struct AssessmentVisitor {
  std::function<void(StoredAssessment)> visit;  ///< what it throws ends the visit
  /// After each file, wanted or not: so many are done of so many. May be empty.
  std::function<void(std::size_t done, std::size_t all)> progress = {};
};

/// Hands over the finished assessments that list_assessments would list and that pass `filter`, one at a time, so that
/// never more than one is in memory: by the date that the file's name starts with, then by ladder, then shorter names
/// first; files without such a date are last. Returns what was passed over, by path. Throws as list_assessments does.
std::vector<UnreadableFile> visit_finished(Filesystem& filesystem, const Home& home, const AssessmentFilter& filter,
                                           const AssessmentVisitor& visitor);

/// Everything that is stored. A file that cannot be used does not keep the others from being listed; nothing stored is
/// an empty list. Throws Error when one of the two top directories cannot be opened or listed. Creates nothing.
AssessmentList list_assessments(Filesystem& filesystem, const Home& home);

/// As above, but leaves files unread whose name starts with a date too early for the finished assessment that is `back`
/// before the latest one of those that pass `filter`. Where there is none, everything is read.
AssessmentList list_latest(Filesystem& filesystem, const Home& home, std::size_t back, const AssessmentFilter& filter);

/// The finished one that `draft` amends: of the same sitting, with the draft's id unless there is only one; or nullptr.
const StoredAssessment* find_amended(const std::vector<StoredAssessment>& finished, const Assessment& draft);

/// Whether the file at `path` begins as an assessment does, so that nothing else should take its place. False for what
/// is not there or cannot be read.
bool holds_assessment(Filesystem& filesystem, const std::string& path);

/// Reads one assessment file, of at most 8 MiB. Throws Error when it cannot be read, bad_input when it is not there.
Parsed<Assessment> load_assessment(Filesystem& filesystem, const std::string& path);

/// What a reference led to, with the files that were passed over on the way: one of them may be the one that was meant.
struct FoundAssessment {
  StoredAssessment found;
  std::vector<UnreadableFile> unreadable;
};

/// Resolves a reference: `latest`, `latest~N` (N back), `<ladder>/<id>`, an id, a unique prefix of one of these two, or
/// a path (it contains `/`, or ends in `.json` and is there). `latest` counts finished assessments that pass `filter`;
/// the others look at all finished ones, then at drafts (by the id inside or the name of the file). Throws
/// Error(bad_input), with the candidates or a suggestion, when nothing or more than one is meant; DiagnosedError when
/// the file meant cannot be parsed.
FoundAssessment find_assessment(Filesystem& filesystem, const Home& home, std::string_view reference,
                                const AssessmentFilter& filter = {});

}  // namespace rung
