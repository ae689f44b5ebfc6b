#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <rung/assessment/assessment.hpp>
#include <rung/diagnostic.hpp>

namespace rung {

/// The newest version N of `rung-assessment/N` that this program reads, and the one it writes.
inline constexpr int newest_assessment_version = 2;

/// The version that the text states, however large; nothing if it is not JSON or states none.
std::optional<int> read_assessment_version(std::string_view json);

/// The assessment in the format `rung-assessment/2` (docs/assessment-format.md): pretty-printed, keys in a fixed order,
/// unknown fields in their places, a line feed at the end.
std::string to_json(const Assessment& assessment);

/// Reads every version this program knows and upgrades it in memory (docs/assessment-format.md); a newer one is a
/// diagnostic. Answers are matched to the frozen ladder by key, so there is one per behavior, in ladder order.
Parsed<Assessment> parse_assessment(std::string_view json, std::string_view source);

/// The ladder as JSON, in the form that is frozen into assessments, with a line feed at the end.
std::string to_json(const Ladder& ladder);

/// The ladder as in an assessment file, with the same indentation: the value of `ladder`, up to its last brace.
std::string freeze(const Ladder& ladder);

}  // namespace rung
