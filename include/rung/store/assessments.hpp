#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <rung/assessment/assessment.hpp>
#include <rung/assessment/assessment_head.hpp>
#include <rung/store/durable_file.hpp>
#include <rung/store/home.hpp>

namespace rung {

/// An assessment with its file.
struct StoredAssessment {
  std::string path;
  std::string id;         ///< the file's name without `.json`
  std::string reference;  ///< `<ladder>/<id>`, `drafts/<ladder>/<name>`; the path of a file outside the home
  Assessment assessment;
};

/// A finished assessment of which only the head was read.
struct StoredHead {
  std::string path;
  std::string id;
  std::string reference;
  AssessmentHead head;
};

/// A file or directory that was skipped, and why.
struct UnreadableFile {
  std::string path;
  std::string reason;       ///< one line, for people
  Diagnostics diagnostics;  ///< where in the file; empty when it could not be read at all
};

/// Selects assessments; an absent field matches all of them.
struct AssessmentFilter {
  std::optional<std::string> ladder = {};   ///< the ladder's id
  std::optional<std::string> subject = {};  ///< the subject's name; empty: unknown
  std::optional<std::string> rater = {};    ///< the rater's name
  std::optional<RaterRole> role = {};       ///< the rater's role
};

bool passes(const AssessmentHead& head, const AssessmentFilter& filter);

/// The filter that passes the assessments of the same ladder, subject and rater.
AssessmentFilter same_series(const AssessmentHead& head);

/// Whether the rater is the subject.
bool is_self_rating(const AssessmentHead& head);

/// The callbacks of visit_finished.
struct AssessmentVisitor {
  std::function<void(StoredAssessment)> visit;  ///< an exception ends the visit
  /// Called after each file, whether it was visited or not. May be empty.
  std::function<void(std::size_t done, std::size_t all)> progress = {};
};

/// Visits the finished assessments that pass `filter`, with one at a time in memory: by the date that the file's name
/// starts with, then by ladder, then shorter names first; undated files last. Creates nothing; a missing directory
/// counts as empty. Returns the files that were skipped, by path. Throws Error if the top directory cannot be opened or
/// listed.
std::vector<UnreadableFile> visit_finished(Filesystem& filesystem, const Home& home, const AssessmentFilter& filter,
                                           const AssessmentVisitor& visitor);

/// As visit_finished, but reads no more of a file than its head: the rest of it may be damaged.
std::vector<UnreadableFile> visit_heads(Filesystem& filesystem, const Home& home, const AssessmentFilter& filter,
                                        const std::function<void(StoredHead)>& visit);

struct DraftList {
  std::vector<StoredAssessment> drafts;    ///< by path
  std::vector<UnreadableFile> unreadable;  ///< by path
};

/// All drafts, also where version 1 kept them. Throws Error if the top directory cannot be opened or listed.
DraftList list_drafts(Filesystem& filesystem, const Home& home);

/// Whether the file at `path` is an assessment, possibly a damaged one, so that a report must not replace it. False for
/// a file that is missing or cannot be read.
bool holds_assessment(Filesystem& filesystem, const std::string& path);

/// Reads one assessment file, of at most 8 MiB. Throws Error if it cannot be read, Error(bad_input) if it is missing.
Parsed<Assessment> load_assessment(Filesystem& filesystem, const std::string& path);

}  // namespace rung
