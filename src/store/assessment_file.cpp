#include "assessment_file.hpp"

#include <utility>

#include <fmt/format.h>

#include <rung/error.hpp>

namespace rung {
namespace {

/// What the sittings of version 1 start with.
constexpr std::string_view old_sitting = "v1-";

}  // namespace

std::string file_name_of(std::string_view id) { return fmt::format("{}{}", id, ending); }

std::string id_of(std::string_view file_name) {
  return std::string(file_name.substr(0, file_name.size() - ending.size()));
}

bool is_assessment_name(std::string_view name) { return name.ends_with(ending) && !name.starts_with('.'); }

std::optional<Assessment> read_if_sitting(const OpenFile& directory, const std::string& id, std::string_view sitting,
                                          AssessmentReader& reader) {
  try {
    const std::string name = file_name_of(id);
    const auto content = read_regular_file(directory, name, most_bytes);
    // Most files are of another sitting, which their text shows without parsing; version 1 did not write it.
    if (!content || (!sitting.starts_with(old_sitting) && content->bytes.find(sitting) == std::string::npos))
      return std::nullopt;
    auto parsed = reader.read(content->bytes, directory.path_of(name));
    if (!parsed.value || parsed.value->is_draft() || parsed.value->sitting != sitting) return std::nullopt;
    return std::move(parsed.value);
  } catch (const Error&) {
    return std::nullopt;
  }
}

std::optional<StoredAssessment> find_sitting(const OpenFile& directory, const Assessment& draft) {
  AssessmentReader reader;
  const std::string_view sitting = draft.amends.empty() ? draft.sitting : draft.amends;
  const auto read = [&](const std::string& id) -> std::optional<StoredAssessment> {
    auto found = read_if_sitting(directory, id, sitting, reader);
    if (!found) return std::nullopt;
    return StoredAssessment{directory.path_of(file_name_of(id)), id, {}, std::move(*found)};
  };
  if (auto own = read(draft.id)) return own;
  if (sitting.starts_with(old_sitting)) {
    for (const std::string& name : list_names(directory))
      if (is_assessment_name(name))
        if (auto found = read(id_of(name))) return found;
    return std::nullopt;
  }
  for (int number = 2;; ++number) {
    const std::string id = numbered(draft.id, number);
    if (auto found = read(id)) return found;
    FileStatus status;
    if (directory.filesystem().status_of(directory.descriptor(), file_name_of(id), Links::keep, status) != 0)
      return std::nullopt;
  }
}

}  // namespace rung
