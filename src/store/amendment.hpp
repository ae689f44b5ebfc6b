#pragma once

#include <string>

#include <rung/store/draft_session.hpp>

namespace rung {

/// Reads the finished assessment `id` in `directory` in order to amend it. Throws Error(bad_input) if it is missing,
/// not finished, or not by `rater_name` on `ladder_id`; DiagnosedError if it cannot be parsed.
AmendedAssessment read_amended(const OpenFile& directory, const std::string& id, const std::string& ladder_id,
                               const std::string& rater_name);

/// Replaces what `amended` is in `directory` by `assessment`, unless that changes nothing, and keeps a copy. May be
/// called again after an Error. Throws Error(bad_input), naming `draft`, if another program has changed the file.
FinishedAssessment replace_amended(const OpenFile& directory, const AmendedAssessment& amended, Assessment assessment,
                                   const std::string& draft);

}  // namespace rung
