#include "assessment_file.hpp"

#include <utility>

#include <fmt/format.h>

#include <rung/error.hpp>

namespace rung {

std::string file_name_of(std::string_view id) { return fmt::format("{}{}", id, ending); }

std::string id_of(std::string_view file_name) {
  return std::string(file_name.substr(0, file_name.size() - ending.size()));
}

bool is_assessment_name(std::string_view name) { return name.ends_with(ending) && !name.starts_with('.'); }

std::string serialise(const Assessment& assessment, const std::string& path) {
  std::string bytes = to_json(assessment);
  // A file that cannot be read back must not replace one that can.
  if (bytes.size() > most_bytes)
    throw Error(ExitCode::bad_input, fmt::format("the answers are too long to be saved in {}", path),
                "shorten the longest notes");
  return bytes;
}

std::vector<StoredAssessment> read_sitting(const OpenFile& directory, const Assessment& draft) {
  std::vector<StoredAssessment> sitting;
  for (const std::string& name : list_names(directory)) {
    if (!is_assessment_name(name)) continue;
    try {
      const std::string path = directory.path_of(name);
      const auto content = read_regular_file(directory, name, most_bytes);
      if (!content) continue;
      auto parsed = parse_assessment(content->bytes, path);
      if (parsed.value && !parsed.value->is_draft() && parsed.value->sitting == draft.sitting)
        sitting.push_back({path, id_of(name), {}, std::move(*parsed.value)});
    } catch (const Error&) {
      continue;
    }
  }
  return sitting;
}

}  // namespace rung
