#include <rung/store/assessments.hpp>

#include <algorithm>
#include <chrono>
#include <functional>
#include <limits>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include <rung/assessment/assessment_reader.hpp>
#include <rung/error.hpp>

#include "assessment_file.hpp"

namespace rung {
namespace {

/// One file that may hold an assessment, not read yet.
struct AssessmentFile {
  std::string path;
  std::string name;          ///< its id and `.json`
  std::string ladder;        ///< references to it start with this and `/`
  std::optional<Date> date;  ///< the name starts with it
};

/// The files of all finished assessments and drafts. Reads them one at a time and remembers which it could not read.
class AssessmentFiles {
 public:
  /// Lists them. Throws Error if one of the two top directories cannot be opened or listed.
  AssessmentFiles(Filesystem& filesystem, const Home& home) : filesystem_(filesystem) {
    if (const auto assessments = open_directory(filesystem, home.assessments())) list_ladders(*assessments);
    if (const auto drafts = open_directory(filesystem, home.drafts())) list_directory(*drafts, "drafts");
    // The files are listed by ladder. The second one of a day ends in `-2`, the tenth in `-10`: the shorter name is the
    // earlier one.
    std::stable_sort(files_.begin(), files_.end(), [](const AssessmentFile& a, const AssessmentFile& b) {
      return std::tuple(!a.date, a.date) < std::tuple(!b.date, b.date);
    });
  }

  /// By the date that the name starts with, then by ladder, then shorter names first; undated ones last.
  [[nodiscard]] const std::vector<AssessmentFile>& files() const { return files_; }

  /// Absent if it is gone or cannot be used; `take_unreadable` returns the latter.
  std::optional<StoredAssessment> read(const AssessmentFile& file) {
    try {
      const auto content = read_regular_file(filesystem_, file.path, most_bytes);
      if (!content) return std::nullopt;
      auto parsed = reader_.read(content->bytes, file.path);
      if (parsed) {
        std::string id = id_of(file.name);
        std::string reference = fmt::format("{}/{}", file.ladder, id);
        return StoredAssessment{file.path, std::move(id), std::move(reference), std::move(*parsed.value)};
      }
      unreadable_.push_back({file.path, fmt::format("{} is not an assessment that Rung can read", file.path),
                             std::move(parsed.diagnostics)});
    } catch (const Error& error) {
      unreadable_.push_back({file.path, error.what(), {}});
    }
    return std::nullopt;
  }

  /// Files and directories that were skipped, by path.
  std::vector<UnreadableFile> take_unreadable() {
    std::sort(unreadable_.begin(), unreadable_.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return std::exchange(unreadable_, {});
  }

 private:
  void list_ladders(const OpenFile& assessments) {
    for (const std::string& name : list_names(assessments)) {
      if (!is_id(name)) continue;
      const std::string path = assessments.path_of(name);
      FileStatus status;
      if (filesystem_.status_of(assessments.descriptor(), name, Links::follow, status) == 0 &&
          status.kind != FileKind::directory)
        continue;
      try {
        if (const auto directory = open_directory(filesystem_, path)) list_directory(*directory, name);
      } catch (const Error& error) {
        unreadable_.push_back({path, error.what(), {}});
      }
    }
  }

  void list_directory(const OpenFile& directory, const std::string& ladder) {
    std::vector<std::string> names = list_names(directory);
    std::stable_sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
    for (std::string& name : names) {
      if (!is_assessment_name(name)) continue;
      const auto date = parse_date(std::string_view(name).substr(0, std::string_view("2026-03-14").size()));
      files_.push_back({directory.path_of(name), std::move(name), ladder, date});
    }
  }

  Filesystem& filesystem_;
  AssessmentReader reader_;
  std::vector<AssessmentFile> files_;
  std::vector<UnreadableFile> unreadable_;
};

/// Decides from the assessments already read which files can still hold the one that is `back` before the latest.
class LatestSearch {
 public:
  LatestSearch(std::size_t back, const AssessmentFilter& filter) : back_(back), filter_(filter) {}

  [[nodiscard]] bool can_be_in(const AssessmentFile& file) const {
    if (!file.date || latest_.size() <= back_) return true;
    // The date is the local one where it was finished, up to 18 hours behind UTC.
    return std::chrono::sys_days(*file.date) + std::chrono::days(2) > latest_.back();
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
  std::vector<std::chrono::sys_seconds> latest_;  ///< the latest first, `back_` + 1 of them at most
};

}  // namespace

bool passes(const Assessment& assessment, const AssessmentFilter& filter) {
  return (!filter.ladder || assessment.ladder.id == *filter.ladder) &&
         (!filter.rater || assessment.rater.name == *filter.rater);
}

std::vector<UnreadableFile> visit_finished(Filesystem& filesystem, const Home& home, const AssessmentFilter& filter,
                                           const AssessmentVisitor& visitor) {
  AssessmentFiles all(filesystem, home);
  const std::size_t count = all.files().size();
  for (std::size_t done = 0; done < count; ++done) {
    auto stored = all.read(all.files()[done]);
    if (stored && !stored->assessment.is_draft() && passes(stored->assessment, filter))
      visitor.visit(std::move(*stored));
    if (visitor.progress) visitor.progress(done + 1, count);
  }
  return all.take_unreadable();
}

AssessmentList list_assessments(Filesystem& filesystem, const Home& home) {
  return list_latest(filesystem, home, std::numeric_limits<std::size_t>::max(), {});
}

AssessmentList list_latest(Filesystem& filesystem, const Home& home, std::size_t back, const AssessmentFilter& filter) {
  AssessmentList list;
  LatestSearch search(back, filter);
  AssessmentFiles all(filesystem, home);
  // The latest first, since they decide which others need not be read.
  for (auto file = all.files().rbegin(); file != all.files().rend(); ++file) {
    if (!search.can_be_in(*file)) continue;
    auto stored = all.read(*file);
    if (!stored) continue;
    search.add(stored->assessment);
    (stored->assessment.is_draft() ? list.drafts : list.finished).push_back(std::move(*stored));
  }
  list.unreadable = all.take_unreadable();
  std::sort(list.finished.begin(), list.finished.end(), [](const StoredAssessment& a, const StoredAssessment& b) {
    return std::tie(a.assessment.finished_at->at, a.id, a.path) < std::tie(b.assessment.finished_at->at, b.id, b.path);
  });
  std::sort(list.drafts.begin(), list.drafts.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return list;
}

const StoredAssessment* find_amended(const std::vector<StoredAssessment>& finished, const Assessment& draft) {
  std::vector<const StoredAssessment*> sitting;
  for (const StoredAssessment& stored : finished)
    if (stored.assessment.sitting == draft.sitting) sitting.push_back(&stored);
  if (sitting.size() == 1) return sitting.front();
  const auto own =
      std::find_if(sitting.begin(), sitting.end(), [&](const auto* stored) { return stored->id == draft.id; });
  return own == sitting.end() ? nullptr : *own;
}

Parsed<Assessment> load_assessment(Filesystem& filesystem, const std::string& path) {
  const auto content = read_regular_file(filesystem, path, most_bytes);
  if (!content)
    throw Error(ExitCode::bad_input, fmt::format("there is no file {}", path),
                "`rung list` lists the assessments there are");
  return parse_assessment(content->bytes, path);
}

bool holds_assessment(Filesystem& filesystem, const std::string& path) {
  FileStatus status;
  if (filesystem.status_of(AT_FDCWD, path, Links::follow, status) != 0 || status.kind != FileKind::regular)
    return false;
  try {
    const auto content = read_regular_file(filesystem, path, most_bytes);
    if (!content) return false;
    const Parsed<Node> tree = parse_json(Source(path, content->bytes));
    // A damaged assessment holds answers, too.
    if (!tree) return content->bytes.find("\"rung-assessment/") != std::string::npos;
    const Node* format = tree.value->find("format");
    return format != nullptr && format->scalar.starts_with("rung-assessment/");
  } catch (const Error&) {
    return false;
  }
}

}  // namespace rung
