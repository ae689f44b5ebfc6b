#include "damage.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include <rung/assessment/json.hpp>
#include <rung/error.hpp>
#include <rung/store/durable_file.hpp>

#include "draft_files.hpp"

namespace rung {
namespace {

/// The name of the newest kept copy of `name` that reads well.
std::optional<std::string> find_backup(AssessmentReader& reader, const OpenFile& directory, const std::string& name) {
  std::vector<std::string> names = list_names(directory);
  std::stable_sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
  for (auto kept = names.rbegin(); kept != names.rend(); ++kept) {
    if (!kept->starts_with(name + ".bak")) continue;
    try {
      const auto content = read_regular_file(directory, *kept, most_bytes);
      if (content && reader.read(content->bytes, *kept)) return *kept;
    } catch (const Error&) {
      // One that cannot be read is nothing to bring back.
    }
  }
  return std::nullopt;
}

}  // namespace

FileFinding describe_unusable(AssessmentReader& reader, const OpenFile& directory, const std::string& name,
                              std::string_view bytes, Diagnostics diagnostics) {
  const std::string path = directory.path_of(name);
  if (const auto version = read_assessment_version(bytes); version && *version > newest_assessment_version) {
    return {Ailment::newer,        path, "a later Rung wrote it", "update Rung; until then it is left as it is", {},
            std::move(diagnostics)};
  }
  if (const auto backup = find_backup(reader, directory, name)) {
    return {Ailment::damaged,
            path,
            "it is not an assessment that Rung can read",
            "a copy from before it was amended reads well: keep the damaged file elsewhere, then copy it back",
            {"cp", directory.path_of(*backup), path},
            std::move(diagnostics)};
  }
  return {Ailment::damaged,
          path,
          "it is not an assessment that Rung can read",
          "mend it where it is marked, or bring it back from a backup of yours; the others are used without it",
          {},
          std::move(diagnostics)};
}

}  // namespace rung
