#pragma once

#include <string>
#include <vector>

namespace bench {

/// One line of the table.
struct Row {
  std::string name;
  std::string figure;
  std::string floor;    ///< the same of the program that does nothing; may be empty
  std::string command;  ///< what was run for it
};

using Rows = std::vector<Row>;

struct Programs {
  std::string rung;
  std::string floor;    ///< links the same libraries, prints a prompt and ends
  std::string scratch;  ///< an empty directory to work in
};

/// exec until the first prompt waits.
Rows measure_first_prompt(const Programs& programs);
/// Whole assessments, one key at a time: time to the next question, keys, memory, bytes written.
Rows measure_assessments(const Programs& programs);
/// exec until the exit where nothing can be asked.
Rows measure_refusals(const Programs& programs);
/// exec until the exit of a report on the latest of one and of 20 assessments.
Rows measure_report(const Programs& programs);

}  // namespace bench
