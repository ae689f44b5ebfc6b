#include <rung/store/find_assessment.hpp>

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <rung/diagnostic/suggest.hpp>
#include <rung/error.hpp>
#include <rung/store/diagnosed_error.hpp>

#include "assessment_file.hpp"
#include "finished_files.hpp"
#include "latest.hpp"
#include "references.hpp"

namespace rung {
namespace {

constexpr std::string_view latest = "latest";
constexpr std::string_view drafts_prefix = "drafts/";

/// N of `latest~N`, 0 of `latest`; nothing when `reference` is neither.
std::optional<std::size_t> read_latest(std::string_view reference) {
  if (reference == latest) return 0;
  if (!reference.starts_with(latest) || reference.substr(latest.size(), 1) != "~") return std::nullopt;
  const std::string_view digits = reference.substr(latest.size() + 1);
  std::size_t back = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), back);
  if (error != std::errc() || end != digits.data() + digits.size())
    throw Error(ExitCode::bad_input, fmt::format("`{}` names no assessment", reference),
                "write `latest~1` for the one before the latest");
  return back;
}

std::string describe(const AssessmentFilter& filter) {
  std::string text;
  if (filter.ladder) text += fmt::format(" on the ladder `{}`", *filter.ladder);
  if (filter.subject) text += fmt::format(" about `{}`", *filter.subject);
  if (filter.rater) text += fmt::format(" by `{}`", *filter.rater);
  return text;
}

[[noreturn]] void refuse_without_latest(Filesystem& filesystem, const Home& home, const AssessmentFilter& filter,
                                        std::vector<UnreadableFile> unreadable) {
  if (!unreadable.empty())
    throw Error(ExitCode::bad_input, fmt::format("no finished assessment{} can be read", describe(filter)),
                unreadable.front().reason);
  const bool has_draft = !list_draft_files(filesystem, home, unreadable).empty();
  throw Error(ExitCode::bad_input, fmt::format("there is no finished assessment{} yet", describe(filter)),
              has_draft ? "`rung assess` goes on with the draft" : "`rung assess` makes one");
}

[[noreturn]] void refuse_further_back(std::size_t back, std::size_t count, const AssessmentFilter& series) {
  throw Error(ExitCode::bad_input,
              fmt::format("`latest~{}` is further back than the {} {} there {}{}", back, count,
                          count == 1 ? "assessment" : "assessments", count == 1 ? "is" : "are", describe(series)),
              count == 1 ? "`rung assess` makes another one" : fmt::format("the first one is `latest~{}`", count - 1));
}

/// Reads the whole of what only the head was read of. Absent, and named in `unreadable`, if the rest is damaged.
std::optional<StoredAssessment> read_whole(Filesystem& filesystem, const StoredHead& stored,
                                           std::vector<UnreadableFile>& unreadable) {
  AssessmentReader reader;
  return read_stored(filesystem, reader, stored.path, stored.reference, unreadable);
}

FoundAssessment find_latest(Filesystem& filesystem, const Home& home, std::size_t back,
                            const AssessmentFilter& filter) {
  FinishedFiles files(filesystem, home, filter.ladder);
  std::vector<UnreadableFile> damaged;
  const auto first = find_latest_head(files, filter);
  const AssessmentFilter series = first ? same_series(first->head) : filter;
  LatestFirst walk(files, series);
  std::size_t count = 0;
  std::optional<StoredAssessment> found;
  while (first && !found) {
    const auto stored = walk.next();
    if (!stored) break;
    // Those before it are only counted: the one that is wanted may be far back.
    if (count < back || (found = read_whole(filesystem, *stored, damaged))) ++count;
  }
  std::vector<UnreadableFile> unreadable = files.take_unreadable();
  unreadable.insert(unreadable.end(), damaged.begin(), damaged.end());
  // Both walks may have met the same file.
  const auto is_same = [](const UnreadableFile& a, const UnreadableFile& b) { return a.path == b.path; };
  unreadable.erase(std::unique(unreadable.begin(), unreadable.end(), is_same), unreadable.end());
  if (found) return {*std::move(found), std::move(unreadable)};
  if (count == 0) refuse_without_latest(filesystem, home, filter, std::move(unreadable));
  refuse_further_back(back, count, series);
}

bool is_file(Filesystem& filesystem, const std::string& path) {
  FileStatus status;
  const int result = filesystem.status_of(AT_FDCWD, path, Links::keep, status);
  return result != -ENOENT && result != -ENOTDIR && status.kind != FileKind::directory;
}

bool is_finished_id(std::string_view text) {
  return !text.empty() && text.find('/') == std::string_view::npos && is_assessment_name(file_name_of(text));
}

/// The one of `matches`, nothing if there is none. Throws Error if there are more.
std::optional<LocatedAssessment> only_one(std::vector<LocatedAssessment> matches, std::string_view reference) {
  if (matches.empty()) return std::nullopt;
  if (matches.size() == 1) return std::move(matches.front());
  std::vector<std::string> references;
  for (const LocatedAssessment& one : matches) references.push_back(one.reference);
  refuse_ambiguous(reference, references);
}

/// Resolves one reference without reading more than it must: an id is looked up, a prefix needs names alone, and only a
/// label needs the heads of all files.
class Locator {
 public:
  Locator(Filesystem& filesystem, const Home& home, std::string_view reference, Prefixes prefixes)
      : filesystem_(filesystem), home_(home), reference_(reference), prefixes_(prefixes) {}

  LocatedAssessment locate() {
    if (reference_.empty())
      throw Error(ExitCode::bad_input, "the name of the assessment is empty", "write `latest`, or an id");
    const bool has_slash = reference_.find('/') != std::string::npos;
    if ((has_slash || reference_.ends_with(ending)) && is_file(filesystem_, reference_))
      return {reference_, reference_};
    if (auto found = find_id()) return *std::move(found);
    if (auto found = find_draft(Match::whole)) return *std::move(found);
    if (auto found = find_label()) return *std::move(found);
    if (prefixes_ == Prefixes::accepted) {
      if (auto found = find_prefix()) return *std::move(found);
      if (auto found = find_draft(Match::start)) return *std::move(found);
    }
    if (has_slash && (reference_.ends_with(ending) || reference_.starts_with('/') || reference_.starts_with('.')))
      throw Error(ExitCode::bad_input, fmt::format("there is no file {}", reference_),
                  "`rung list` lists the assessments there are");
    refuse_unknown();
  }

 private:
  enum class Match { whole, start };

  std::optional<LocatedAssessment> find_id() {
    std::vector<LocatedAssessment> matches;
    const auto add = [&](std::string_view ladder, std::string_view id) {
      const std::string path = join_path(join_path(home_.assessments(), ladder), file_name_of(id));
      if (is_file(filesystem_, path)) matches.push_back({path, fmt::format("{}/{}", ladder, id)});
    };
    const std::size_t slash = reference_.find('/');
    if (slash != std::string::npos) {
      const auto ladder = std::string_view(reference_).substr(0, slash);
      const auto id = std::string_view(reference_).substr(slash + 1);
      if (is_id(ladder) && is_finished_id(id)) add(ladder, id);
    } else if (is_finished_id(reference_)) {
      if (const auto assessments = open_directory(filesystem_, home_.assessments()))
        for (const std::string& name : list_names(*assessments))
          if (is_id(name)) add(name, reference_);
    }
    return only_one(std::move(matches), reference_);
  }

  /// By its reference, with or without `drafts/`, or by its name alone.
  std::optional<LocatedAssessment> find_draft(Match how) {
    std::vector<UnreadableFile> unreadable;
    const std::string_view text = reference_;
    const std::string_view name = text.starts_with(drafts_prefix) ? text.substr(drafts_prefix.size()) : text;
    if (name.empty()) return std::nullopt;
    std::vector<LocatedAssessment> matches;
    for (const DraftFile& file : list_draft_files(filesystem_, home_, unreadable)) {
      const std::string_view whole = std::string_view(file.reference).substr(drafts_prefix.size());
      const std::string_view last = whole.substr(whole.rfind('/') + 1);
      const bool fits =
          how == Match::whole ? whole == name || last == name : whole.starts_with(name) || last.starts_with(name);
      if (fits) matches.push_back({file.path, file.reference});
    }
    return only_one(std::move(matches), reference_);
  }

  std::optional<LocatedAssessment> find_label() {
    std::vector<LocatedAssessment> matches;
    visit_heads(filesystem_, home_, {}, [&](const StoredHead& stored) {
      if (stored.head.label == reference_) matches.push_back({stored.path, stored.reference});
    });
    if (matches.empty())
      for (const StoredAssessment& draft : list_drafts(filesystem_, home_).drafts)
        if (draft.assessment.label == reference_) matches.push_back({draft.path, draft.reference});
    return only_one(std::move(matches), reference_);
  }

  std::optional<LocatedAssessment> find_prefix() {
    const FinishedFiles files(filesystem_, home_);
    std::vector<LocatedAssessment> matches;
    for (std::size_t index = 0; index < files.size(); ++index) {
      if (!files.id(index).starts_with(reference_) && !files.reference(index).starts_with(reference_)) continue;
      matches.push_back({files.path(index), files.reference(index)});
    }
    return only_one(std::move(matches), reference_);
  }

  [[noreturn]] void refuse_unknown() {
    const std::vector<std::string> references = list_assessment_references(filesystem_, home_);
    std::vector<std::string> names = references;
    // A finished one goes by its id alone.
    for (std::string& name : names)
      if (!name.starts_with(drafts_prefix)) name.erase(0, name.find('/') + 1);
    std::string hint = did_you_mean(reference_, names);
    if (hint.empty())
      hint = references.empty() ? "`rung assess` makes one" : fmt::format("there is {}", list_references(references));
    throw Error(ExitCode::bad_input, fmt::format("there is no assessment `{}`", reference_), hint);
  }

  Filesystem& filesystem_;
  const Home& home_;
  std::string reference_;
  Prefixes prefixes_;
};

StoredAssessment read_located(Filesystem& filesystem, const LocatedAssessment& located) {
  const auto content = read_regular_file(filesystem, located.path, most_bytes);
  if (!content) throw Error(ExitCode::bad_input, fmt::format("there is no file {}", located.path));
  auto parsed = AssessmentReader().read(content->bytes, located.path);
  if (!parsed)
    throw DiagnosedError(fmt::format("{} is not an assessment that Rung can read", located.path),
                         std::move(parsed.diagnostics));
  // A path may be that of any file; the id inside is all there is to tell.
  std::string id = located.path == located.reference ? parsed.value->id : id_of(split_path(located.path).name);
  return {located.path, std::move(id), located.reference, *std::move(parsed.value)};
}

}  // namespace

std::vector<std::string> list_assessment_references(Filesystem& filesystem, const Home& home) {
  const FinishedFiles files(filesystem, home);
  std::vector<std::string> references;
  for (std::size_t index = files.size(); index > 0; --index) references.push_back(files.reference(index - 1));
  std::vector<UnreadableFile> unreadable;
  for (const DraftFile& file : list_draft_files(filesystem, home, unreadable)) references.push_back(file.reference);
  return references;
}

LocatedAssessment locate_assessment(Filesystem& filesystem, const Home& home, std::string_view reference,
                                    Prefixes prefixes) {
  if (!read_latest(reference)) return Locator(filesystem, home, reference, prefixes).locate();
  StoredAssessment found = find_assessment(filesystem, home, reference).found;
  return {std::move(found.path), std::move(found.reference)};
}

FoundAssessment find_assessment(Filesystem& filesystem, const Home& home, std::string_view reference,
                                const AssessmentFilter& filter) {
  if (const auto back = read_latest(reference)) return find_latest(filesystem, home, *back, filter);
  return {read_located(filesystem, Locator(filesystem, home, reference, Prefixes::accepted).locate()), {}};
}

}  // namespace rung
