#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <rung/assessment/assessment.hpp>
#include <rung/store/durable_file.hpp>
#include <rung/store/home.hpp>

namespace rung {

/// An assessment with its file.
struct StoredAssessment {
  std::string path;
  std::string id;         ///< the file's name without `.json`
  std::string reference;  ///< `<ladder>/<id>`, unique; the path of a file outside the home
  Assessment assessment;
};

/// A file or directory that was skipped, and why.
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

/// Selects assessments; an absent field matches all of them.
struct AssessmentFilter {
  std::optional<std::string> ladder;  ///< the ladder's id
  std::optional<std::string> rater;   ///< the rater's name
};

bool passes(const Assessment& assessment, const AssessmentFilter& filter);

/// The callbacks of visit_finished.
struct AssessmentVisitor {
  std::function<void(StoredAssessment)> visit;  ///< an exception ends the visit
  /// Called after each file, whether it was visited or not. May be empty.
  std::function<void(std::size_t done, std::size_t all)> progress = {};
};

/// Visits the finished assessments that pass `filter`, with one at a time in memory: by the date that the file's name
/// starts with, then by ladder, then shorter names first; undated files last. Returns the files that were skipped, by
/// path. Throws as list_assessments does.
std::vector<UnreadableFile> visit_finished(Filesystem& filesystem, const Home& home, const AssessmentFilter& filter,
                                           const AssessmentVisitor& visitor);

/// Everything that is stored, except files that cannot be used; those are in `unreadable`. Creates nothing; a missing
/// directory counts as empty. Throws Error if one of the two top directories cannot be opened or listed.
AssessmentList list_assessments(Filesystem& filesystem, const Home& home);

/// As list_assessments, but skips files whose name starts with a date too early for the finished assessment that is
/// `back` before the latest one of those that pass `filter`. Reads everything if there is none.
AssessmentList list_latest(Filesystem& filesystem, const Home& home, std::size_t back, const AssessmentFilter& filter);

/// The finished assessment that `draft` amends, or nullptr: the one of the same sitting; of several, the one with the
/// draft's id.
const StoredAssessment* find_amended(const std::vector<StoredAssessment>& finished, const Assessment& draft);

/// Whether the file at `path` is an assessment, possibly a damaged one, so that a report must not replace it. False for
/// a file that is missing or cannot be read.
bool holds_assessment(Filesystem& filesystem, const std::string& path);

/// Reads one assessment file, of at most 8 MiB. Throws Error if it cannot be read, Error(bad_input) if it is missing.
Parsed<Assessment> load_assessment(Filesystem& filesystem, const std::string& path);

}  // namespace rung
