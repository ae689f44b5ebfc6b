#include <algorithm>
#include <utility>

#include <rung/error.hpp>
#include <rung/store/diagnosed_error.hpp>
#include <rung/store/draft_store.hpp>

#include "draft_files.hpp"

namespace rung {
namespace {

/// The moment at which an answer was last touched says nothing by itself.
bool says_the_same(const Assessment& before, const Assessment& after) {
  const auto is_same_answer = [](const Answer& a, const Answer& b) {
    return a.behavior == b.behavior && a.rating == b.rating && a.note == b.note && a.evidence == b.evidence;
  };
  return before.label == after.label && std::equal(before.answers.begin(), before.answers.end(), after.answers.begin(),
                                                   after.answers.end(), is_same_answer);
}

/// What cannot be read holds something else.
bool holds(const OpenFile& directory, const std::string& name, std::string_view bytes) {
  try {
    const auto content = read_regular_file(directory, name, most_bytes);
    return content && content->bytes == bytes;
  } catch (const Error&) {
    return false;
  }
}

[[noreturn]] void refuse_changed(const std::string& path, const std::string& draft) {
  throw Error(ExitCode::bad_input, path + " was changed by something else while it was amended; it was left alone",
              "what you answered is in the draft " + draft +
                  ", if you changed an answer: compare the two, then finish again, which keeps the other one as .bak");
}

}  // namespace

LoadedDraft DraftSession::amend(const std::string& id) {
  LoadedDraft loaded = load();
  if (loaded.draft) {
    if (loaded.amends && loaded.amends->id == id) return loaded;
    throw Error(ExitCode::bad_input, "the draft " + path() + " is in the way: it is not one of `" + id + "`",
                "finish it first with `rung assess`, or add --new, which keeps it under another name");
  }
  const std::string where = join_path(home_.assessments(), ladder_id_);
  const auto directory = open_directory(filesystem_, where);
  if (!directory) throw Error(ExitCode::bad_input, "there is no " + where, "`rung list` tells what there is");
  loaded.amends = begin_amending(*directory, id);
  loaded.draft = loaded.amends->finished;
  loaded.draft->id = id;
  loaded.draft->finished_at.reset();
  return loaded;
}

AmendedAssessment DraftSession::begin_amending(const OpenFile& directory, const std::string& id) {
  const std::string name = id + std::string(ending);
  const std::string where = directory.path_of(name);
  const auto content = read_regular_file(directory, name, most_bytes);
  if (!content) throw Error(ExitCode::bad_input, "there is no file " + where, "`rung list` tells what there is");
  auto parsed = parse_assessment(content->bytes, where);
  if (!parsed.value) {
    throw DiagnosedError("the assessment " + where + " cannot be read; nothing was changed",
                         std::move(parsed.diagnostics), "repair the file first");
  }
  const Assessment& finished = *parsed.value;
  if (finished.is_draft() || finished.ladder.id != ladder_id_ || finished.rater.name != rater_name_) {
    throw Error(ExitCode::bad_input,
                where + " is no finished assessment by `" + rater_name_ + "` on the ladder `" + ladder_id_ + "`",
                "`rung list` tells what there is");
  }
  amended_ = AmendedAssessment{id, where, std::move(*parsed.value)};
  amended_identity_ = content->identity;
  return *amended_;
}

FinishedAssessment DraftSession::finish_amendment(Assessment assessment) {
  const std::string name = amended_->id + std::string(ending);
  const OpenFile directory = make_directory(filesystem_, join_path(home_.assessments(), ladder_id_));
  assessment.id = amended_->id;
  assessment.finished_at = amended_->finished.finished_at;
  FinishedAssessment finished{amended_->id, directory.path_of(name), FinishOutcome::amended, {}, {}};
  if (says_the_same(amended_->finished, assessment)) {
    finished.outcome = FinishOutcome::unchanged;
  } else {
    const std::string bytes = serialise(assessment, finished.path);
    const auto standing = read_regular_file(directory, name, most_bytes);
    if (standing && standing->bytes == bytes) {
      // An earlier attempt replaced it and failed later.
      sync_directory(directory, finished.path);
    } else {
      if (!standing || standing->identity != amended_identity_) refuse_changed(finished.path, path());
      finished.kept_path = keep_old(directory, name, standing->bytes);
      replace_finished(directory, name, bytes);
    }
  }
  finished.draft_left = remove_draft();
  return finished;
}

std::string DraftSession::keep_old(const OpenFile& directory, const std::string& name, std::string_view bytes) {
  const std::string stem = name + ".bak";
  DurableWrite write(directory, temporary_name(make_rater_id(rater_name_)), Leftover::remove, bytes, 0600,
                     directory.path_of(stem));
  for (int number = 1;; ++number) {
    const std::string kept = numbered(stem, number);
    if (write.claim(kept)) return directory.path_of(kept);
    if (!holds(directory, kept, bytes)) continue;
    // An earlier attempt kept it, perhaps without coming to the sync.
    sync_directory(directory, directory.path_of(kept));
    return directory.path_of(kept);
  }
}

void DraftSession::replace_finished(const OpenFile& directory, const std::string& name, std::string_view bytes) {
  const auto link = follow_link(directory, name);
  const OpenFile& where = link ? link->directory : directory;
  DurableWrite write(where, temporary_name(make_rater_id(rater_name_)), Leftover::remove, bytes, 0600,
                     directory.path_of(name));
  if (identify_file(directory, name) != amended_identity_) refuse_changed(directory.path_of(name), path());
  write.replace(link ? link->name : name);
}

}  // namespace rung
