#pragma once

#include <string>
#include <vector>

#include <rung/assessment/rating.hpp>

namespace rung {

/// The lines of the note, then the evidence, as they would be typed.
std::vector<std::string> list_remarks(const Answer& answer);

/// Adds a typed line: as evidence when it reads as such, else to the note.
void add_remark(Answer& answer, const std::string& line);

}  // namespace rung
