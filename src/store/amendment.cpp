#include "amendment.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include <rung/error.hpp>
#include <rung/store/diagnosed_error.hpp>

#include "assessment_file.hpp"

namespace rung {
namespace {

/// False for a file that cannot be read.
bool holds(const OpenFile& directory, const std::string& name, std::string_view bytes) {
  try {
    const auto content = read_regular_file(directory, name, most_bytes);
    return content && content->bytes == bytes;
  } catch (const Error&) {
    return false;
  }
}

[[noreturn]] void refuse_changed(const std::string& path, const std::string& draft) {
  throw Error(
      ExitCode::bad_input,
      fmt::format("{} was changed by something else while it was amended; it was left alone", path),
      fmt::format("what you answered is in the draft {}, if you changed an answer: compare the two, then finish again, "
                  "which keeps the other one as .bak",
                  draft));
}

}  // namespace

std::string keep_copy(const OpenFile& directory, const std::string& name, std::string_view bytes,
                      const std::string& temporary) {
  const std::string stem = fmt::format("{}.bak", name);
  DurableWrite write(directory, temporary, Leftover::remove, bytes, 0600, directory.path_of(stem));
  for (int number = 1;; ++number) {
    const std::string kept = numbered(stem, number);
    const std::string path = directory.path_of(kept);
    if (write.claim(kept)) return path;
    if (!holds(directory, kept, bytes)) continue;
    // An earlier attempt kept it and may have failed before the sync.
    sync_directory(directory, path);
    return path;
  }
}

AmendedAssessment read_amended(const OpenFile& directory, const std::string& id, const DraftOwner& owner) {
  const std::string name = file_name_of(id);
  const std::string path = directory.path_of(name);
  const auto content = read_regular_file(directory, name, most_bytes);
  if (!content)
    throw Error(ExitCode::bad_input, fmt::format("there is no file {}", path), "`rung list` shows what there is");
  auto parsed = parse_assessment(content->bytes, path);
  if (!parsed.value)
    throw DiagnosedError(fmt::format("the assessment {} cannot be read; nothing was changed", path),
                         std::move(parsed.diagnostics), "repair the file first");
  Assessment& finished = *parsed.value;
  const bool names_subject = finished.subject.name.empty() && !owner.subject.name.empty();
  if (names_subject) finished.subject = owner.subject;
  if (finished.is_draft() || finished.ladder.id != owner.ladder_id || finished.rater != owner.rater ||
      finished.subject != owner.subject)
    throw Error(ExitCode::bad_input,
                fmt::format("{} is not a finished assessment by `{}` on the ladder `{}`", path, owner.rater.name,
                            owner.ladder_id),
                "`rung list` shows what there is");
  return {id, path, std::move(*parsed.value), content->identity, names_subject};
}

FinishedAssessment replace_amended(const OpenFile& directory, const AmendedAssessment& amended,
                                   const Assessment& assessment, const std::string& bytes, const std::string& draft) {
  const std::string name = file_name_of(amended.id);
  FinishedAssessment finished{amended.id, directory.path_of(name), FinishOutcome::amended, {}, {}};
  if (!amended.names_subject && says_the_same(amended.finished, assessment)) {
    finished.outcome = FinishOutcome::unchanged;
    return finished;
  }
  const auto standing = read_regular_file(directory, name, most_bytes);
  if (standing && standing->bytes == bytes) {
    // An earlier attempt replaced it and failed later.
    sync_directory(directory, finished.path);
    return finished;
  }
  if (!standing || standing->identity != amended.identity) refuse_changed(finished.path, draft);
  const std::string temporary = temporary_name(make_pair_slug(assessment.subject, assessment.rater));
  finished.kept_path = keep_copy(directory, name, standing->bytes, temporary);

  const auto link = follow_link(directory, name);
  DurableWrite write(link ? link->directory : directory, temporary, Leftover::remove, bytes, 0600, finished.path);
  if (identify_file(directory, name) != amended.identity) refuse_changed(finished.path, draft);
  write.replace(link ? link->name : name);
  return finished;
}

}  // namespace rung
