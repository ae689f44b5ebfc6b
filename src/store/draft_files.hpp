#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <rung/assessment/json.hpp>
#include <rung/store/open_file.hpp>

namespace rung {

inline constexpr std::size_t most_bytes = JsonLimits{}.bytes;
inline constexpr std::string_view ending = ".json";

/// The bytes of the file at `path`. Error(bad_input) when they are too many to be read back.
std::string serialise(const Assessment& assessment, const std::string& path);

/// The name of the file in `directory` that holds, finished, what `draft` holds: the same answers by the same rater in
/// the same sitting. Files that cannot be read are not it. Throws Error when the directory cannot be listed.
std::optional<std::string> find_finished(const OpenFile& directory, const Assessment& draft);

/// The id of the finished assessment in `directory` that `draft` amends: of the same sitting, with the draft's id
/// unless there is only one. Throws Error when the directory cannot be listed.
std::optional<std::string> find_amended(const OpenFile& directory, const Assessment& draft);

/// `stem`, `stem-2`, `stem-3`, …
std::string numbered(const std::string& stem, int number);

}  // namespace rung
