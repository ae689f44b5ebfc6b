#pragma once

#include <string>
#include <vector>

#include <rung/assessment/rating.hpp>

namespace rung {

/// The lines of the note, then the evidence, as they would be typed. Blank lines of the note stay between others.
std::vector<std::string> list_remarks(const Answer& answer);

/// Adds a typed line: as evidence when it reads as such, else to the note.
void add_remark(Answer& answer, const std::string& line);

/// Makes these lines, and no others, the note and the evidence. A line that is evidence already stays that evidence.
void set_remarks(Answer& answer, const std::vector<std::string>& lines);

}  // namespace rung
