#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <rung/assessment/assessment_reader.hpp>
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

/// The finished assessment `id` in `directory` if it is that sitting; absent also if it cannot be read.
std::optional<Assessment> read_if_sitting(const OpenFile& directory, const std::string& id, std::string_view sitting,
                                          AssessmentReader& reader);

/// The finished assessment of the sitting of `draft` in `directory`: the one that has its id or, of as many as stand
/// there, that id with a number. A draft of version 1 did not know its id, so all files are looked through for it.
std::optional<StoredAssessment> find_sitting(const OpenFile& directory, const Assessment& draft);

}  // namespace rung
