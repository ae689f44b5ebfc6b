#include "assessment_files.hpp"

#include <algorithm>
#include <chrono>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include <rung/assessment/json.hpp>
#include <rung/assessment/json_parse.hpp>
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
      if (parsed.value && !parsed.value->is_draft() && is_same_sitting(*parsed.value, draft))
        sitting.push_back({path, id_of(name), {}, std::move(*parsed.value)});
    } catch (const Error&) {
      continue;
    }
  }
  return sitting;
}

std::optional<Date> AssessmentFile::date() const {
  return parse_date(std::string_view(name).substr(0, std::string_view("2026-03-14").size()));
}

AssessmentFiles::AssessmentFiles(Filesystem& filesystem, const Home& home) : filesystem_(filesystem) {
  if (const auto assessments = open_directory(filesystem, home.assessments())) list_ladders(*assessments);
  if (const auto drafts = open_directory(filesystem, home.drafts())) list_directory(*drafts, "drafts/");
  // The directories are sorted by name, so their index can be compared instead.
  std::vector<std::pair<Date, AssessmentFile>> dated;
  dated.reserve(files_.size());
  constexpr Date never = std::chrono::year::max() / std::chrono::December / 31;
  for (AssessmentFile& file : files_) {
    const Date date = file.date().value_or(never);
    dated.emplace_back(date, std::move(file));
  }
  std::sort(dated.begin(), dated.end(), [](const auto& a, const auto& b) {
    // The second one of a day ends in `-2`, the tenth in `-10`: the shorter name is the earlier one.
    const auto size = [](const auto& one) { return one.second.name.size(); };
    return std::tuple(a.first, a.second.directory, size(a), std::string_view(a.second.name)) <
           std::tuple(b.first, b.second.directory, size(b), std::string_view(b.second.name));
  });
  std::transform(dated.begin(), dated.end(), files_.begin(), [](auto& one) { return std::move(one.second); });
}

void AssessmentFiles::list_ladders(const OpenFile& assessments) {
  for (const std::string& name : list_names(assessments)) {
    if (!is_id(name)) continue;
    const std::string path = assessments.path_of(name);
    FileStatus status;
    if (filesystem_.status_of(assessments.descriptor(), name, Links::follow, status) == 0 &&
        status.kind != FileKind::directory)
      continue;
    try {
      if (const auto directory = open_directory(filesystem_, path))
        list_directory(*directory, fmt::format("{}/", name));
    } catch (const Error& error) {
      unreadable_.push_back({path, error.what(), {}});
    }
  }
}

void AssessmentFiles::list_directory(const OpenFile& directory, std::string prefix) {
  for (std::string& name : list_names(directory))
    if (is_assessment_name(name)) files_.push_back({directories_.size(), std::move(name)});
  directories_.push_back({directory.path(), std::move(prefix)});
}

const OpenFile* AssessmentFiles::open(std::size_t directory) {
  if (!opened_ || which_ != directory) {
    opened_.reset();
    opened_ = open_directory(filesystem_, directories_[directory].path);
    which_ = directory;
  }
  return opened_ ? &*opened_ : nullptr;
}

std::optional<StoredAssessment> AssessmentFiles::read(const AssessmentFile& file) {
  const Directory& home = directories_[file.directory];
  const std::string path = join_path(home.path, file.name);
  try {
    const OpenFile* directory = open(file.directory);
    if (directory == nullptr) return std::nullopt;
    const auto content = read_regular_file(*directory, file.name, JsonLimits{}.bytes);
    if (!content) return std::nullopt;
    auto parsed = reader_.read(content->bytes, path);
    if (parsed.value) {
      std::string id = id_of(file.name);
      std::string reference = fmt::format("{}{}", home.prefix, id);
      return StoredAssessment{path, std::move(id), std::move(reference), std::move(*parsed.value)};
    }
    unreadable_.push_back(
        {path, fmt::format("{} is not an assessment that Rung can read", path), std::move(parsed.diagnostics)});
  } catch (const Error& error) {
    unreadable_.push_back({path, error.what(), {}});
  }
  return std::nullopt;
}

std::vector<UnreadableFile> AssessmentFiles::take_unreadable() {
  std::sort(unreadable_.begin(), unreadable_.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return std::exchange(unreadable_, {});
}

}  // namespace rung
