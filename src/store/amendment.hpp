#pragma once

#include <string>
#include <string_view>

#include <rung/store/draft_session.hpp>

namespace rung {

/// Reads the finished assessment `id` in `directory` in order to amend it. An unknown subject becomes that of `owner`.
/// Throws Error(bad_input) if it is missing, not finished, or not of `owner`; DiagnosedError if it cannot be parsed.
AmendedAssessment read_amended(const OpenFile& directory, const std::string& id, const DraftOwner& owner);

/// Copies `bytes`, the contents of `name`, to a backup file beside it and returns its path. `temporary` is the name of
/// a file that the next session removes.
std::string keep_copy(const OpenFile& directory, const std::string& name, std::string_view bytes,
                      const std::string& temporary);

/// Replaces what `amended` is in `directory` by `assessment`, which is `bytes` as a file, unless that changes nothing,
/// and keeps a copy. May be called again after an Error. Throws Error(bad_input), naming `draft`, if another program
/// has changed the file.
FinishedAssessment replace_amended(const OpenFile& directory, const AmendedAssessment& amended,
                                   const Assessment& assessment, const std::string& bytes, const std::string& draft);

}  // namespace rung
