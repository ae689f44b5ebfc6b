#include "finished_files.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <limits>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include <rung/error.hpp>

#include "assessment_file.hpp"

namespace rung {
namespace {

constexpr std::size_t name_date_length = std::string_view("2026-03-14").size();
constexpr std::int32_t undated = std::numeric_limits<std::int32_t>::max();

std::int32_t day_of(std::string_view name) {
  const auto date = parse_date(name.substr(0, name_date_length));
  if (!date) return undated;
  return static_cast<std::int32_t>(std::chrono::sys_days(*date).time_since_epoch().count());
}

/// The head, from as few bytes as it takes. Absent if those are not enough to know it.
std::optional<AssessmentHead> read_head_at(Filesystem& filesystem, const std::string& path) {
  const int opened = open_at(filesystem, AT_FDCWD, path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
  if (opened < 0) return std::nullopt;
  const OpenFile file(filesystem, opened, path);
  // Most heads take half of the first piece; one with many keys in `asked` needs the others.
  std::array<char, 16'384> bytes{};
  std::size_t used = 0;
  for (const std::size_t piece : {std::size_t{2'048}, bytes.size() - 2'048}) {
    const ssize_t count = retry_interrupted([&] { return filesystem.read(opened, bytes.data() + used, piece); });
    if (count <= 0) return std::nullopt;
    used += static_cast<std::size_t>(count);
    if (auto head = read_head(std::string_view(bytes.data(), used))) return head;
  }
  return std::nullopt;
}

}  // namespace

FinishedFiles::FinishedFiles(Filesystem& filesystem, const Home& home, const std::optional<std::string>& ladder)
    : FinishedFiles(filesystem, home, AssessmentFilter{ladder}) {}

FinishedFiles::FinishedFiles(Filesystem& filesystem, const Home& home, const AssessmentFilter& filter)
    : filesystem_(filesystem), directory_(home.assessments()) {
  const auto assessments = open_directory(filesystem, directory_);
  if (!assessments) return;
  const NameFilter names(filter);
  for (const std::string& name : list_names(*assessments))
    if (is_id(name) && (!filter.ladder || name == *filter.ladder)) list_ladder(*assessments, name, names);
  std::sort(files_.begin(), files_.end(), [](const File& a, const File& b) {
    return std::tuple(a.day, a.ladder, a.name.size(), std::string_view(a.name)) <
           std::tuple(b.day, b.ladder, b.name.size(), std::string_view(b.name));
  });
}

void FinishedFiles::list_ladder(const OpenFile& assessments, const std::string& name, const NameFilter& names) {
  FileStatus status;
  if (filesystem_.status_of(assessments.descriptor(), name, Links::follow, status) == 0 &&
      status.kind != FileKind::directory)
    return;
  const std::string path = assessments.path_of(name);
  try {
    const auto directory = open_directory(filesystem_, path);
    if (!directory) return;
    const auto ladder = static_cast<std::uint32_t>(ladders_.size());
    ladders_.push_back(name);
    for (std::string& file : list_unsorted(*directory)) {
      if (!is_assessment_name(file)) continue;
      const std::int32_t day = day_of(file);
      if (day == undated || names.may_pass(id_of(file))) files_.push_back({std::move(file), day, ladder});
    }
  } catch (const Error& error) {
    unreadable_.push_back({path, error.what(), {}});
  }
}

std::optional<Date> FinishedFiles::date(std::size_t index) const {
  const std::int32_t day = files_[index].day;
  if (day == undated) return std::nullopt;
  return Date(std::chrono::sys_days(std::chrono::days(day)));
}

std::string_view FinishedFiles::id(std::size_t index) const {
  const std::string_view name = files_[index].name;
  return name.substr(0, name.size() - ending.size());
}

const std::string& FinishedFiles::ladder(std::size_t index) const { return ladders_[files_[index].ladder]; }

std::string FinishedFiles::reference(std::size_t index) const { return fmt::format("{}/{}", ladder(index), id(index)); }

std::string FinishedFiles::path(std::size_t index) const {
  return join_path(join_path(directory_, ladder(index)), files_[index].name);
}

void FinishedFiles::skip_draft(const std::string& path) {
  Diagnostic diagnostic;
  diagnostic.source = path;
  diagnostic.message = "a draft is kept in drafts/";
  unreadable_.push_back({path, fmt::format("{} is a draft among the finished ones", path), {std::move(diagnostic)}});
}

std::optional<StoredHead> FinishedFiles::read_head(std::size_t index) {
  if (auto head = read_head_at(filesystem_, path(index))) {
    if (head->finished_at) return StoredHead{path(index), std::string(id(index)), reference(index), *std::move(head)};
    skip_draft(path(index));
    return std::nullopt;
  }
  auto stored = read(index);
  if (!stored) return std::nullopt;
  return StoredHead{std::move(stored->path), std::move(stored->id), std::move(stored->reference),
                    head_of(stored->assessment)};
}

std::optional<StoredAssessment> FinishedFiles::read(std::size_t index) {
  auto stored = read_stored(filesystem_, reader_, path(index), reference(index), unreadable_);
  if (!stored || !stored->assessment.is_draft()) return stored;
  skip_draft(stored->path);
  return std::nullopt;
}

std::vector<UnreadableFile> FinishedFiles::take_unreadable() {
  std::sort(unreadable_.begin(), unreadable_.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return std::exchange(unreadable_, {});
}

std::vector<DraftFile> list_draft_files(Filesystem& filesystem, const Home& home,
                                        std::vector<UnreadableFile>& unreadable) {
  std::vector<DraftFile> drafts;
  const auto add = [&](const OpenFile& directory, const std::string& prefix, const std::string& name) {
    if (is_assessment_name(name))
      drafts.push_back({directory.path_of(name), fmt::format("{}/{}", prefix, id_of(name))});
  };
  const auto top = open_directory(filesystem, home.drafts());
  if (!top) return drafts;
  for (const std::string& name : list_names(*top)) {
    add(*top, "drafts", name);
    if (!is_id(name)) continue;
    try {
      const auto ladder = open_directory(filesystem, top->path_of(name));
      for (const std::string& file : ladder ? list_names(*ladder) : std::vector<std::string>())
        add(*ladder, fmt::format("drafts/{}", name), file);
    } catch (const Error& error) {
      unreadable.push_back({top->path_of(name), error.what(), {}});
    }
  }
  std::sort(drafts.begin(), drafts.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return drafts;
}

std::optional<StoredAssessment> read_stored(Filesystem& filesystem, AssessmentReader& reader, std::string path,
                                            std::string reference, std::vector<UnreadableFile>& unreadable) {
  try {
    const auto content = read_regular_file(filesystem, path, most_bytes);
    if (!content) return std::nullopt;
    auto parsed = reader.read(content->bytes, path);
    if (parsed) {
      std::string id = id_of(split_path(path).name);
      return StoredAssessment{std::move(path), std::move(id), std::move(reference), std::move(*parsed.value)};
    }
    unreadable.push_back(
        {path, fmt::format("{} is not an assessment that Rung can read", path), std::move(parsed.diagnostics)});
  } catch (const Error& error) {
    unreadable.push_back({path, error.what(), {}});
  }
  return std::nullopt;
}

}  // namespace rung
