#pragma once

#include <functional>
#include <optional>
#include <string>

#include <rung/assessment/assessment.hpp>
#include <rung/store/draft_session.hpp>
#include <rung/store/filesystem.hpp>
#include <rung/store/home.hpp>

namespace rung {

/// Visits the finished assessments of one ladder, subject and rater that were judged no later than `on`, the latest
/// first, without that of `sitting`, until `visit` returns false. Their names say whose they are and when, so no more
/// files are read than are visited. Files that cannot be used are passed over. Throws Error if the directory cannot be
/// listed.
void visit_earlier(Filesystem& filesystem, const Home& home, const DraftOwner& owner, Date on,
                   const std::string& sitting, const std::function<bool(const Assessment&)>& visit);

/// The id of the ladder that a rater is at: that of the draft that was saved last, else of the latest assessment.
/// Absent if there is neither. Reads no file.
std::optional<std::string> find_usual_ladder(Filesystem& filesystem, const Home& home, const Subject& subject,
                                             const Rater& rater);

}  // namespace rung
