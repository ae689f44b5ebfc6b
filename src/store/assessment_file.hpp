#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <rung/assessment/json.hpp>
#include <rung/assessment/json_parse.hpp>
#include <rung/store/assessments.hpp>

namespace rung {

/// The most bytes of an assessment file.
inline constexpr std::size_t most_bytes = JsonLimits{}.bytes;
inline constexpr std::string_view ending = ".json";

/// `id`.json, and back.
std::string file_name_of(std::string_view id);
std::string id_of(std::string_view file_name);

/// Whether a file of that name is an assessment. False for backups, conflict files, and temporary files.
bool is_assessment_name(std::string_view name);

/// The bytes of the file at `path`. Throws Error(bad_input) if there are too many to be read back.
std::string serialise(const Assessment& assessment, const std::string& path);

/// The finished assessments of the sitting of `draft` in `directory`, by name, without those that cannot be read.
/// Throws Error if the directory cannot be listed.
std::vector<StoredAssessment> read_sitting(const OpenFile& directory, const Assessment& draft);

}  // namespace rung
