#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <rung/assessment/assessment_head.hpp>
#include <rung/store/assessments.hpp>
#include <rung/store/filesystem.hpp>
#include <rung/store/home.hpp>

namespace rung {

/// Visits the finished assessments of the same ladder, subject and rater before `after`, the latest first, until
/// `visit` returns false: those that are earlier (see is_earlier) or, before a draft, those of other sittings that
/// judge no later date. Returns the files that were passed over because they cannot be used. Throws Error if a
/// directory cannot be listed.
std::vector<UnreadableFile> visit_earlier(Filesystem& filesystem, const Home& home, const AssessmentHead& after,
                                          const std::function<bool(StoredAssessment)>& visit);

/// The first that visit_earlier visits; absent if there is none.
std::optional<StoredAssessment> find_previous(Filesystem& filesystem, const Home& home, const Assessment& after);

/// The ladder that a rater is at, and an assessment or draft that holds a copy of it.
struct UsualLadder {
  std::string id;
  std::string reference;
};

/// That of the draft that was saved last, else of the latest assessment. Absent if there is neither.
std::optional<UsualLadder> find_usual_ladder(Filesystem& filesystem, const Home& home, const Subject& subject,
                                             const Rater& rater);

}  // namespace rung
