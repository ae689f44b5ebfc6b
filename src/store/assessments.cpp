#include <rung/store/assessments.hpp>

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include <rung/assessment/assessment_reader.hpp>
#include <rung/error.hpp>

#include "assessment_file.hpp"
#include "finished_files.hpp"

namespace rung {

bool passes(const AssessmentHead& head, const AssessmentFilter& filter) {
  return (!filter.ladder || head.ladder_id == *filter.ladder) &&
         (!filter.subject || head.subject.name == *filter.subject) &&
         (!filter.rater || head.rater.name == *filter.rater) && (!filter.role || head.rater.role == *filter.role);
}

AssessmentFilter same_series(const AssessmentHead& head) {
  return {head.ladder_id, head.subject.name, head.rater.name, head.rater.role};
}

bool is_self_rating(const AssessmentHead& head) {
  return head.rater.role == RaterRole::self && head.rater.name == head.subject.name;
}

std::vector<UnreadableFile> visit_finished(Filesystem& filesystem, const Home& home, const AssessmentFilter& filter,
                                           const AssessmentVisitor& visitor) {
  FinishedFiles files(filesystem, home, filter.ladder);
  for (std::size_t index = 0; index < files.size(); ++index) {
    if (const auto head = files.read_head(index); head && passes(head->head, filter))
      if (auto stored = files.read(index)) visitor.visit(std::move(*stored));
    if (visitor.progress) visitor.progress(index + 1, files.size());
  }
  return files.take_unreadable();
}

std::vector<UnreadableFile> visit_heads(Filesystem& filesystem, const Home& home, const AssessmentFilter& filter,
                                        const std::function<void(StoredHead)>& visit) {
  FinishedFiles files(filesystem, home, filter.ladder);
  for (std::size_t index = 0; index < files.size(); ++index) {
    auto stored = files.read_head(index);
    if (stored && passes(stored->head, filter)) visit(std::move(*stored));
  }
  return files.take_unreadable();
}

DraftList list_drafts(Filesystem& filesystem, const Home& home) {
  DraftList list;
  AssessmentReader reader;
  for (const DraftFile& file : list_draft_files(filesystem, home, list.unreadable))
    if (auto stored = read_stored(filesystem, reader, file.path, file.reference, list.unreadable))
      list.drafts.push_back(*std::move(stored));
  return list;
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
