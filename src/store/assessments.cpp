#include <rung/store/assessments.hpp>

#include <algorithm>
#include <chrono>
#include <functional>
#include <limits>
#include <tuple>

#include <rung/assessment/json.hpp>
#include <rung/error.hpp>

namespace rung {
namespace {

constexpr std::size_t most_bytes = JsonLimits{}.bytes;
constexpr std::string_view ending = ".json";

bool is_assessment_name(std::string_view name) { return name.ends_with(ending) && !name.starts_with('.'); }

/// Knows from what was read before which files can still hold what is looked for.
class LatestSearch {
 public:
  LatestSearch(std::size_t back, const AssessmentFilter& filter) : back_(back), filter_(filter) {}

  [[nodiscard]] bool can_be_in(std::string_view name) const {
    const auto date = parse_date(name.substr(0, std::string_view("2026-03-14").size()));
    if (!date || latest_.size() <= back_) return true;
    // The date is that of the place where it was finished, up to 18 hours behind UTC.
    return std::chrono::sys_days(*date) + std::chrono::days(2) > latest_.back();
  }

  void add(const Assessment& assessment) {
    if (assessment.is_draft() || !passes(assessment, filter_)) return;
    const auto at = assessment.finished_at->at;
    latest_.insert(std::upper_bound(latest_.begin(), latest_.end(), at, std::greater<>()), at);
    if (latest_.size() - 1 > back_) latest_.pop_back();
  }

 private:
  std::size_t back_;
  const AssessmentFilter& filter_;
  std::vector<std::chrono::sys_seconds> latest_;  ///< the latest first, down to the one looked for
};

/// Reads the assessments in one directory into `list`. `prefix` is what their references start with.
void read_directory(const OpenFile& directory, const std::string& prefix, LatestSearch& search, AssessmentList& list) {
  std::vector<std::string> names = list_names(directory);
  // The later ones first: they tell which others need not be read.
  std::sort(names.begin(), names.end(), std::greater<>());
  for (const std::string& name : names) {
    if (!is_assessment_name(name) || !search.can_be_in(name)) continue;
    const std::string path = directory.path_of(name);
    try {
      const auto content = read_regular_file(directory, name, most_bytes);
      if (!content) continue;
      auto parsed = parse_assessment(content->bytes, path);
      if (!parsed.value) {
        list.unreadable.push_back({path, path + " is not an assessment that Rung can read", parsed.diagnostics});
        continue;
      }
      search.add(*parsed.value);
      const std::string id = name.substr(0, name.size() - ending.size());
      auto& into = parsed.value->is_draft() ? list.drafts : list.finished;
      into.push_back({path, id, prefix + id, std::move(*parsed.value)});
    } catch (const Error& error) {
      list.unreadable.push_back({path, error.what(), {}});
    }
  }
}

/// The assessments of each ladder in its own directory.
void read_ladders(Filesystem& filesystem, const OpenFile& assessments, LatestSearch& search, AssessmentList& list) {
  for (const std::string& name : list_names(assessments)) {
    if (!is_id(name)) continue;
    const std::string path = assessments.path_of(name);
    FileStatus status;
    if (filesystem.status_of(assessments.descriptor(), name, Links::follow, status) == 0 &&
        status.kind != FileKind::directory) {
      continue;
    }
    try {
      if (const auto directory = open_directory(filesystem, path)) read_directory(*directory, name + "/", search, list);
    } catch (const Error& error) {
      list.unreadable.push_back({path, error.what(), {}});
    }
  }
}

}  // namespace

bool passes(const Assessment& assessment, const AssessmentFilter& filter) {
  return (!filter.ladder || assessment.ladder.id == *filter.ladder) &&
         (!filter.rater || assessment.rater.name == *filter.rater);
}

AssessmentList list_assessments(Filesystem& filesystem, const Home& home) {
  return list_latest(filesystem, home, std::numeric_limits<std::size_t>::max(), {});
}

AssessmentList list_latest(Filesystem& filesystem, const Home& home, std::size_t back, const AssessmentFilter& filter) {
  AssessmentList list;
  LatestSearch search(back, filter);
  if (const auto assessments = open_directory(filesystem, home.assessments())) {
    read_ladders(filesystem, *assessments, search, list);
  }
  if (const auto drafts = open_directory(filesystem, home.drafts())) read_directory(*drafts, "drafts/", search, list);

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
