#include "remarks.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include <rung/text/ascii.hpp>

namespace rung {

std::vector<std::string> list_remarks(const Answer& answer) {
  std::vector<std::string> lines;
  std::size_t begin = 0;
  while (begin < answer.note.size()) {
    const std::size_t end = std::min(answer.note.find('\n', begin), answer.note.size());
    std::string line = answer.note.substr(begin, end - begin);
    if (!is_blank(line))
      lines.push_back(std::move(line));
    else if (!lines.empty())
      lines.emplace_back();
    begin = end + 1;
  }
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  for (const Evidence& evidence : answer.evidence) lines.push_back(write_evidence(evidence));
  return lines;
}

void add_remark(Answer& answer, const std::string& line) {
  if (const auto evidence = read_evidence(line)) {
    answer.evidence.push_back(*evidence);
    return;
  }
  if (!answer.note.empty() && answer.note.back() != '\n') answer.note += '\n';
  answer.note += line;
}

void set_remarks(Answer& answer, const std::vector<std::string>& lines) {
  const std::vector<Evidence> before = std::exchange(answer.evidence, {});
  std::string note;
  for (const std::string& line : lines) {
    const auto known = std::find_if(before.begin(), before.end(),
                                    [&line](const Evidence& evidence) { return write_evidence(evidence) == line; });
    if (known != before.end())
      answer.evidence.push_back(*known);
    else if (const auto evidence = read_evidence(line))
      answer.evidence.push_back(*evidence);
    else
      note += line + "\n";
  }
  while (note.ends_with('\n')) note.pop_back();
  answer.note = std::move(note);
}

}  // namespace rung
