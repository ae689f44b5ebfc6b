#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <rung/assessment/assessment.hpp>
#include <rung/diagnostic.hpp>

namespace rung {

/// The newest version N of `rung-assessment/N` that this program reads, and the one it writes.
inline constexpr int newest_assessment_version = 2;

/// The version that the text says it is in, however large; nothing where it is no JSON or says no such thing.
std::optional<int> read_assessment_version(std::string_view json);

/// The assessment in the format `rung-assessment/2` (docs/assessment-format.md): pretty-printed, keys in a fixed order,
/// unknown fields where they were, a line feed at the end.
std::string to_json(const Assessment& assessment);

/// Reads every version this program knows and upgrades it in memory (docs/assessment-format.md); a newer one is a
/// diagnostic. Answers are joined to
/// the frozen ladder by key: one for each behavior comes back, in ladder order.
Parsed<Assessment> parse_assessment(std::string_view json, std::string_view source);

/// The ladder as JSON, in the shape that is frozen into assessments, a line feed at the end.
std::string to_json(const Ladder& ladder);

/// The ladder as it stands in an assessment's file, indented as there: the value of `ladder`, up to its last brace.
std::string freeze(const Ladder& ladder);

}  // namespace rung
