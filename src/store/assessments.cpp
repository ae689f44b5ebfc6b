#include <rung/store/assessments.hpp>

#include <algorithm>
#include <tuple>

#include <rung/assessment/json.hpp>
#include <rung/error.hpp>

namespace rung {
namespace {

constexpr std::size_t most_bytes = JsonLimits{}.bytes;
constexpr std::string_view ending = ".json";

bool is_assessment_name(std::string_view name) { return name.ends_with(ending) && !name.starts_with('.'); }

/// Reads the assessments in one directory into `list`. `prefix` is what their references start with.
void read_directory(const OpenFile& directory, const std::string& prefix, AssessmentList& list) {
  for (const std::string& name : list_names(directory)) {
    if (!is_assessment_name(name)) continue;
    const std::string path = directory.path_of(name);
    try {
      const auto content = read_regular_file(directory, name, most_bytes);
      if (!content) continue;
      auto parsed = parse_assessment(content->bytes, path);
      if (!parsed.value) {
        list.unreadable.push_back({path, path + " is not an assessment that Rung can read", parsed.diagnostics});
        continue;
      }
      const std::string id = name.substr(0, name.size() - ending.size());
      auto& into = parsed.value->is_draft() ? list.drafts : list.finished;
      into.push_back({path, id, prefix + id, std::move(*parsed.value)});
    } catch (const Error& error) {
      list.unreadable.push_back({path, error.what(), {}});
    }
  }
}

/// The assessments of each ladder in its own directory.
void read_ladders(Filesystem& filesystem, const OpenFile& assessments, AssessmentList& list) {
  for (const std::string& name : list_names(assessments)) {
    if (!is_id(name)) continue;
    const std::string path = assessments.path_of(name);
    FileStatus status;
    if (filesystem.status_of(assessments.descriptor(), name, Links::follow, status) == 0 &&
        status.kind != FileKind::directory) {
      continue;
    }
    try {
      if (const auto directory = open_directory(filesystem, path)) read_directory(*directory, name + "/", list);
    } catch (const Error& error) {
      list.unreadable.push_back({path, error.what(), {}});
    }
  }
}

}  // namespace

AssessmentList list_assessments(Filesystem& filesystem, const Home& home) {
  AssessmentList list;
  if (const auto assessments = open_directory(filesystem, home.assessments())) {
    read_ladders(filesystem, *assessments, list);
  }
  if (const auto drafts = open_directory(filesystem, home.drafts())) read_directory(*drafts, "drafts/", list);

  std::sort(list.finished.begin(), list.finished.end(), [](const StoredAssessment& a, const StoredAssessment& b) {
    return std::tie(a.assessment.finished_at->at, a.id, a.path) < std::tie(b.assessment.finished_at->at, b.id, b.path);
  });
  const auto by_path = [](const auto& a, const auto& b) { return a.path < b.path; };
  std::sort(list.drafts.begin(), list.drafts.end(), by_path);
  std::sort(list.unreadable.begin(), list.unreadable.end(), by_path);
  return list;
}

const StoredAssessment* find_amended(const std::vector<StoredAssessment>& finished, const Assessment& draft) {
  std::vector<const StoredAssessment*> sitting;
  for (const StoredAssessment& stored : finished) {
    if (is_same_sitting(stored.assessment, draft)) sitting.push_back(&stored);
  }
  if (sitting.size() == 1) return sitting.front();
  const auto own =
      std::find_if(sitting.begin(), sitting.end(), [&](const auto* stored) { return stored->id == draft.id; });
  return own == sitting.end() ? nullptr : *own;
}

Parsed<Assessment> load_assessment(Filesystem& filesystem, const std::string& path) {
  const auto content = read_regular_file(filesystem, path, most_bytes);
  if (!content) {
    throw Error(ExitCode::bad_input, "there is no file " + path, "`rung list` lists the assessments there are");
  }
  return parse_assessment(content->bytes, path);
}

}  // namespace rung
