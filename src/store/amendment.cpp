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

/// The name of temporary files of an amendment, which the next session of its rater removes.
std::string temporary_of(const Assessment& assessment) { return temporary_name(make_rater_id(assessment.rater.name)); }

/// Copies `bytes`, the old contents of `name`, to a backup file and returns its path.
std::string keep_old(const OpenFile& directory, const std::string& name, std::string_view bytes,
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

}  // namespace

AmendedAssessment read_amended(const OpenFile& directory, const std::string& id, const std::string& ladder_id,
                               const std::string& rater_name) {
  const std::string name = file_name_of(id);
  const std::string path = directory.path_of(name);
  const auto content = read_regular_file(directory, name, most_bytes);
  if (!content)
    throw Error(ExitCode::bad_input, fmt::format("there is no file {}", path), "`rung list` tells what there is");
  auto parsed = parse_assessment(content->bytes, path);
  if (!parsed.value)
    throw DiagnosedError(fmt::format("the assessment {} cannot be read; nothing was changed", path),
                         std::move(parsed.diagnostics), "repair the file first");
  const Assessment& finished = *parsed.value;
  if (finished.is_draft() || finished.ladder.id != ladder_id || finished.rater.name != rater_name)
    throw Error(ExitCode::bad_input,
                fmt::format("{} is no finished assessment by `{}` on the ladder `{}`", path, rater_name, ladder_id),
                "`rung list` tells what there is");
  return {id, path, std::move(*parsed.value), content->identity};
}

FinishedAssessment replace_amended(const OpenFile& directory, const AmendedAssessment& amended, Assessment assessment,
                                   const std::string& draft) {
  const std::string name = file_name_of(amended.id);
  FinishedAssessment finished{amended.id, directory.path_of(name), FinishOutcome::amended, {}, {}};
  assessment.id = amended.id;
  assessment.finished_at = amended.finished.finished_at;
  assessment.amends.clear();
  if (says_the_same(amended.finished, assessment)) {
    finished.outcome = FinishOutcome::unchanged;
    return finished;
  }
  const std::string bytes = serialise(assessment, finished.path);
  const auto standing = read_regular_file(directory, name, most_bytes);
  if (standing && standing->bytes == bytes) {
    // An earlier attempt replaced it and failed later.
    sync_directory(directory, finished.path);
    return finished;
  }
  if (!standing || standing->identity != amended.identity) refuse_changed(finished.path, draft);
  const std::string temporary = temporary_of(assessment);
  finished.kept_path = keep_old(directory, name, standing->bytes, temporary);

  const auto link = follow_link(directory, name);
  DurableWrite write(link ? link->directory : directory, temporary, Leftover::remove, bytes, 0600, finished.path);
  if (identify_file(directory, name) != amended.identity) refuse_changed(finished.path, draft);
  write.replace(link ? link->name : name);
  return finished;
}

}  // namespace rung
