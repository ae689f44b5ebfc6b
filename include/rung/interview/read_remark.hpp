#pragma once

#include <string>

#include <rung/assessment/timestamp.hpp>
#include <rung/prompt/update.hpp>

namespace rung {

/// The days that decide what a typed line is.
struct RemarkDays {
  Date judged{};    ///< the last day that the assessment judges
  Date evidence{};  ///< the day of evidence without a date
  Date today{};
};

/// What a typed line, which is not blank, adds to an answer. With a date at its start or a link it is evidence; without
/// either it asks whether it is evidence of RemarkDays::evidence or a note. A date that does not exist is refused; one
/// after the judged day or today is asked back.
Action read_remark(const std::string& text, const RemarkDays& days);

}  // namespace rung
