#include "remarks.hpp"

#include <algorithm>
#include <cstddef>

namespace rung {

std::vector<std::string> list_remarks(const Answer& answer) {
  std::vector<std::string> lines;
  std::size_t begin = 0;
  while (begin < answer.note.size()) {
    const std::size_t end = std::min(answer.note.find('\n', begin), answer.note.size());
    if (answer.note.find_first_not_of(" \t", begin) < end) {
      lines.push_back(answer.note.substr(begin, end - begin));
    }
    begin = end + 1;
  }
  for (const Evidence& evidence : answer.evidence) {
    lines.push_back(write_evidence(evidence));
  }
  return lines;
}

void add_remark(Answer& answer, const std::string& line) {
  if (const auto evidence = read_evidence(line)) {
    answer.evidence.push_back(*evidence);
    return;
  }
  if (!answer.note.empty() && answer.note.back() != '\n') {
    answer.note += '\n';
  }
  answer.note += line;
}

}  // namespace rung
