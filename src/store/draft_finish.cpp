#include <cassert>

#include <rung/error.hpp>
#include <rung/store/assessments.hpp>
#include <rung/store/draft_store.hpp>

#include "draft_files.hpp"

namespace rung {
namespace {

/// The finished assessments in `directory` of the sitting of `draft`, by name. Files that cannot be read are none.
std::vector<StoredAssessment> read_sitting(const OpenFile& directory, const Assessment& draft) {
  std::vector<StoredAssessment> sitting;
  for (const std::string& name : list_names(directory)) {
    if (!name.ends_with(ending) || name.starts_with('.')) continue;
    try {
      const auto content = read_regular_file(directory, name, most_bytes);
      if (!content) continue;
      auto parsed = parse_assessment(content->bytes, directory.path_of(name));
      if (parsed.value && !parsed.value->is_draft() && is_same_sitting(*parsed.value, draft))
        sitting.push_back(
            {directory.path_of(name), name.substr(0, name.size() - ending.size()), {}, std::move(*parsed.value)});
    } catch (const Error&) {
      continue;
    }
  }
  return sitting;
}

}  // namespace

std::string serialise(const Assessment& assessment, const std::string& path) {
  std::string bytes = to_json(assessment);
  // What could not be read back must not replace what can be.
  if (bytes.size() > most_bytes)
    throw Error(ExitCode::bad_input, "the answers are too long to be saved in " + path, "shorten the longest notes");
  return bytes;
}

std::optional<std::string> find_finished(const OpenFile& directory, const Assessment& draft) {
  for (const StoredAssessment& stored : read_sitting(directory, draft))
    if (stored.assessment.answers == draft.answers) return stored.id + std::string(ending);
  return std::nullopt;
}

std::optional<std::string> find_amended(const OpenFile& directory, const Assessment& draft) {
  const std::vector<StoredAssessment> sitting = read_sitting(directory, draft);
  const StoredAssessment* amended = find_amended(sitting, draft);
  return amended == nullptr ? std::nullopt : std::optional(amended->id);
}

std::string numbered(const std::string& stem, int number) {
  return number == 1 ? stem : stem + "-" + std::to_string(number);
}

FinishedAssessment DraftSession::finish(Assessment assessment) {
  if (amended_) return finish_amendment(std::move(assessment));
  assert(assessment.finished_at);
  const OpenFile directory = make_directory(filesystem_, join_path(home_.assessments(), ladder_id_));
  FinishedAssessment finished;
  if (const auto name = find_finished(directory, assessment)) {
    // An earlier attempt wrote it and failed later.
    sync_directory(directory, directory.path_of(*name));
    finished.id = name->substr(0, name->size() - ending.size());
  } else {
    finished.id = write_finished(directory, assessment);
  }
  // An earlier attempt may have created the directories without syncing what is above them.
  for (const std::string& above : {home_.root, home_.assessments()})
    sync_directory(make_directory(filesystem_, above), above);
  finished.path = directory.path_of(finished.id + std::string(ending));
  finished.draft_left = remove_draft();
  return finished;
}

std::string DraftSession::write_finished(const OpenFile& directory, Assessment& assessment) {
  const std::string stem = format_date(date_of(*assessment.finished_at)) + "-" + make_rater_id(rater_name_);
  for (int number = 1;; ++number) {
    assessment.id = numbered(stem, number);
    const std::string name = assessment.id + std::string(ending);
    FileStatus status;
    // A look first spares a write for each earlier assessment of the day; claiming is what decides.
    if (filesystem_.status_of(directory.descriptor(), name, Links::keep, status) == 0) continue;
    const std::string bytes = serialise(assessment, directory.path_of(name));
    DurableWrite write(directory, temporary_name(make_rater_id(rater_name_)), Leftover::remove, bytes, 0600,
                       directory.path_of(name));
    if (write.claim(name)) return assessment.id;
  }
}

std::optional<std::string> DraftSession::remove_draft() {
  const std::string where = drafts_.path_of(saved_name_);
  try {
    const auto identity = identify_file(drafts_, saved_name_);
    if (!is_own(identity)) return where;
    remove_file(drafts_, saved_name_);
    sync_directory(drafts_, where);
  } catch (const Error&) {
    // The finished assessment is safe; the next session recognises the draft as its leftover.
    return where;
  }
  known_.reset();
  attempted_.reset();
  saved_name_ = draft_name_;
  return std::nullopt;
}

}  // namespace rung
