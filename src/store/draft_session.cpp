#include <rung/store/draft_session.hpp>

#include <algorithm>
#include <cassert>
#include <utility>

#include <fmt/format.h>

#include <rung/error.hpp>
#include <rung/store/diagnosed_error.hpp>
#include <rung/text/ascii.hpp>

#include "amendment.hpp"
#include "assessment_file.hpp"
#include "draft_lock.hpp"

namespace rung {
namespace {

constexpr std::size_t most_note_bytes = 1U << 20U;
constexpr std::string_view note_ending = ".txt";

std::string note_stem(std::string_view stem) { return fmt::format("{}.note-", stem); }

std::string conflict_stem(std::string_view draft_name) { return fmt::format("{}.conflict", draft_name); }

std::string directory_of(const std::string& parent, const std::string& ladder_id) {
  if (!is_id(ladder_id))
    throw Error(ExitCode::bad_input, fmt::format("`{}` cannot be the id of a ladder", ladder_id),
                "an id is lower-case letters, digits and `-`");
  return join_path(parent, ladder_id);
}

std::string describe(const DraftOwner& owner) {
  const std::string subject =
      owner.subject.name.empty() ? "an unknown subject" : fmt::format("`{}`", owner.subject.name);
  return fmt::format("`{}` ({}) about {}", owner.rater.name, to_string(owner.rater.role), subject);
}

/// What of an assessment has to come back from its file: everything but fields of a later Rung, whose order may change.
Assessment without_unknown(Assessment assessment) {
  assessment.unknown.clear();
  return assessment;
}

/// Syncs every directory above `path`, except those that cannot be opened or synced: Rung did not create them.
void sync_above(Filesystem& filesystem, const std::string& path) {
  for (std::string above = split_path(path).directory;; above = split_path(above).directory) {
    const int opened = open_at(filesystem, AT_FDCWD, above, O_RDONLY | O_DIRECTORY);
    if (opened >= 0) {
      const OpenFile directory(filesystem, opened, above);
      (void)retry_interrupted([&] { return filesystem.sync(opened); });
    }
    if (above == "/" || above == ".") return;
  }
}

/// Whether `finished` holds all that the draft of its sitting says: finishing carries what was left without an answer.
bool is_leftover(const Assessment& draft, const Assessment& finished) {
  return std::equal(draft.answers.begin(), draft.answers.end(), finished.answers.begin(), finished.answers.end(),
                    [](const Answer& left, const Answer& done) {
                      const bool was_carried =
                          std::holds_alternative<Unrated>(left.rating) && done.origin == Origin::carried;
                      return left == done || (was_carried && left.behavior == done.behavior);
                    });
}

}  // namespace

NoteFile::NoteFile(const OpenFile& directory, const std::string& stem, std::size_t question, std::string_view text)
    : directory_(&directory) {
  const std::string base = fmt::format("{}{}", note_stem(stem), question);
  DurableWrite write(directory, temporary_name(base), Leftover::remove, text, 0600, directory.path_of(base));
  name_ = write.claim_free(base, note_ending);
}

std::optional<std::string> NoteFile::read() const {
  auto content = read_regular_file(*directory_, name_, most_note_bytes);
  if (!content) return std::nullopt;
  return std::move(content->bytes);
}

DraftSession::DraftSession(Filesystem& filesystem, const Home& home, DraftOwner owner)
    : filesystem_(filesystem),
      home_(home),
      owner_(std::move(owner)),
      stem_(make_pair_slug(owner_.subject, owner_.rater)),
      draft_name_(file_name_of(stem_)),
      finished_(directory_of(home.assessments(), owner_.ladder_id)),
      drafts_(make_directory(filesystem, directory_of(home.drafts(), owner_.ladder_id))),
      lock_(lock_draft(drafts_, stem_)),
      saved_name_(draft_name_) {
  // An earlier session may have died between creating a directory and syncing its parent. Once there is a draft, it
  // has not.
  if (!identify_file(drafts_, draft_name_)) sync_above(filesystem_, drafts_.path());
  remove_stale_temporaries();
}

void DraftSession::remove_stale_temporaries() {
  const std::string draft_start = fmt::format(".{}.", draft_name_);
  const std::string note_start = fmt::format(".{}", note_stem(stem_));
  for (const std::string& name : list_names(drafts_))
    if (name.ends_with(".tmp") && (name.starts_with(draft_start) || name.starts_with(note_start)))
      remove_file(drafts_, name);
  if (const auto finished = open_directory(filesystem_, finished_)) remove_file(*finished, temporary_name(stem_));
}

bool DraftSession::is_owned(const Assessment& draft) const {
  return draft.ladder.id == owner_.ladder_id && draft.subject == owner_.subject && draft.rater == owner_.rater;
}

void DraftSession::check_owner(const Assessment& draft) const {
  if (draft.ladder.id != owner_.ladder_id)
    throw Error(
        ExitCode::bad_input,
        fmt::format("the draft {} is one of the ladder `{}`, not of `{}`", path(), draft.ladder.id, owner_.ladder_id),
        "finish that draft first, or move the file elsewhere");
  if (!is_owned(draft))
    throw Error(ExitCode::bad_input,
                fmt::format("the draft {} is by {}, not by {}", path(),
                            describe({draft.ladder.id, draft.subject, draft.rater}), describe(owner_)),
                "give the names and the role as they are written there to go on with it; else choose names that differ "
                "in their letters or digits");
}

/// The draft in its own place.
std::optional<Assessment> DraftSession::read_draft() {
  const auto content = read_regular_file(drafts_, draft_name_, most_bytes);
  if (!content) {
    known_.reset();
    return std::nullopt;
  }
  auto parsed = reader_.read(content->bytes, path());
  if (!parsed.value)
    throw DiagnosedError(fmt::format("the draft {} cannot be read; nothing was changed", path()),
                         std::move(parsed.diagnostics),
                         "repair the file, or start over with `--new`, which keeps it where `rung restore` finds it");
  check_owner(*parsed.value);
  known_ = content->identity;
  return std::move(parsed.value);
}

/// The draft where version 1 kept it; absent if it is somebody else's, since two raters could share a name there.
std::optional<Assessment> DraftSession::read_old_place() {
  const auto directory = open_directory(filesystem_, home_.drafts());
  if (!directory) return std::nullopt;
  const std::string name = file_name_of(fmt::format("{}-{}", owner_.ladder_id, make_rater_id(owner_.rater.name)));
  const auto content = read_regular_file(*directory, name, most_bytes);
  if (!content) return std::nullopt;
  auto parsed = reader_.read(content->bytes, directory->path_of(name));
  if (!parsed.value)
    throw DiagnosedError(fmt::format("the draft {} cannot be read; nothing was changed", directory->path_of(name)),
                         std::move(parsed.diagnostics), "repair the file, or move it elsewhere");
  // Version 1 said nothing of the subject, which is named only now.
  if (parsed.value->subject.name.empty()) parsed.value->subject = owner_.subject;
  return is_owned(*parsed.value) ? std::move(parsed.value) : std::nullopt;
}

/// Once the draft is saved in its own place.
void DraftSession::remove_old_place() {
  const auto directory = open_directory(filesystem_, home_.drafts());
  if (directory)
    remove_file(*directory, file_name_of(fmt::format("{}-{}", owner_.ladder_id, make_rater_id(owner_.rater.name))));
  has_old_place_ = false;
}

LoadedDraft DraftSession::load() {
  LoadedDraft loaded;
  amended_.reset();
  for (const std::string& name : list_names(drafts_)) {
    if (name.starts_with(conflict_stem(draft_name_))) loaded.conflict_paths.push_back(drafts_.path_of(name));
    if (name.starts_with(note_stem(stem_)) && name.ends_with(note_ending))
      loaded.note_paths.push_back(drafts_.path_of(name));
  }
  auto draft = read_draft();
  auto old = read_old_place();
  // A crash may have come between saving it in its own place and removing the old one.
  if (draft && old && old->sitting == draft->sitting) remove_old_place();
  has_old_place_ = !draft && old;
  if (has_old_place_) draft = std::move(old);
  if (!draft) return loaded;
  if (const auto directory = open_directory(filesystem_, finished_)) load_finished(loaded, *directory, *draft);
  if (loaded.finished_path) return loaded;
  if (!draft->amends.empty() && !loaded.amends)
    throw Error(ExitCode::bad_input, fmt::format("the draft {} corrects {}, which is gone", path(), draft->id),
                "bring that back with `rung restore`, or start over with `--new`, which keeps the draft");
  loaded.draft = std::move(draft);
  loaded.draft->finished_at.reset();
  return loaded;
}

/// Looks for the finished assessment that `draft` is a leftover or an amendment of.
void DraftSession::load_finished(LoadedDraft& loaded, const OpenFile& directory, const Assessment& draft) {
  const auto done = find_sitting(directory, draft);
  if (!done) return;
  if (draft.amends.empty() && is_leftover(draft, done->assessment)) {
    // The program may have crashed before the name was synced.
    sync_directory(directory, done->path);
    if (!remove_draft()) loaded.finished_path = done->path;
    return;
  }
  loaded.amends = begin_amending(directory, done->id);
}

LoadedDraft DraftSession::amend(const std::string& id) {
  LoadedDraft loaded = load();
  if (loaded.draft) {
    if (loaded.amends && loaded.amends->id == id) return loaded;
    throw Error(ExitCode::bad_input, fmt::format("another draft is open, {}: it does not correct `{}`", path(), id),
                "finish it first with `rung assess`, or add --new, which keeps it where `rung restore` finds it");
  }
  const auto directory = open_directory(filesystem_, finished_);
  if (!directory)
    throw Error(ExitCode::bad_input, fmt::format("there is no {}", finished_), "`rung list` shows what there is");
  loaded.amends = begin_amending(*directory, id);
  loaded.draft = loaded.amends->finished;
  loaded.draft->id = id;
  loaded.draft->amends = loaded.draft->sitting;
  loaded.draft->finished_at.reset();
  return loaded;
}

AmendedAssessment DraftSession::begin_amending(const OpenFile& directory, const std::string& id) {
  amended_ = read_amended(directory, id, owner_);
  return *amended_;
}

bool DraftSession::is_own(const std::optional<FileIdentity>& identity) const {
  return !identity || identity == known_ || identity == attempted_;
}

SavedDraft DraftSession::save(const Assessment& assessment) {
  const std::string path = drafts_.path_of(saved_name_);
  const std::string bytes = serialise(assessment, path);
  if (!is_own(identify_file(drafts_, saved_name_))) return save_beside(bytes);
  const auto link = follow_link(drafts_, saved_name_);
  const std::string& name = link ? link->name : saved_name_;
  DurableWrite write(link ? link->directory : drafts_, temporary_name(name), Leftover::remove, bytes, 0600, path);
  attempted_ = write.identity();
  write.replace(name);
  known_ = attempted_;
  if (has_old_place_) remove_old_place();
  return {saved_name_ == draft_name_ ? SaveOutcome::saved : SaveOutcome::saved_beside, path};
}

SavedDraft DraftSession::save_beside(std::string_view bytes) {
  const std::string stem = conflict_stem(draft_name_);
  DurableWrite write(drafts_, temporary_name(stem), Leftover::remove, bytes, 0600, drafts_.path_of(stem));
  saved_name_ = write.claim_free(stem);
  known_ = write.identity();
  return {SaveOutcome::saved_beside, drafts_.path_of(saved_name_)};
}

/// The bytes of the file at `path`. Throws Error(bad_input) if Rung could not read them again.
std::string DraftSession::serialise(const Assessment& assessment, const std::string& path) {
  std::string bytes = to_json(assessment);
  if (bytes.size() > most_bytes)
    throw Error(ExitCode::bad_input, fmt::format("the answers are too long to be saved in {}", path),
                "shorten the longest notes");
  const auto read = reader_.read(bytes, path);
  if (!read)
    throw Error(ExitCode::bad_input, fmt::format("the answers could not be read again from {}", path),
                fmt::format("{}; nothing was written", read.diagnostics.front().message));
  if (without_unknown(*read.value) != without_unknown(assessment))
    throw Error(ExitCode::bad_input, fmt::format("the answers would come back changed from {}", path),
                "nothing was written; this is a fault of Rung");
  return bytes;
}

std::optional<std::string> DraftSession::back_up() {
  const auto content = read_regular_file(drafts_, draft_name_, most_bytes);
  if (!content) return std::nullopt;
  return keep_copy(drafts_, draft_name_, content->bytes, temporary_name(draft_name_));
}

std::optional<RemovedAssessment> DraftSession::set_aside() {
  if (!identify_file(drafts_, draft_name_)) return std::nullopt;
  if (const auto content = read_regular_file(drafts_, draft_name_, most_bytes))
    if (const auto parsed = reader_.read(content->bytes, path())) check_owner(*parsed.value);
  const RemovedAssessment removed = set_aside_draft(filesystem_, home_, path());
  known_.reset();
  attempted_.reset();
  amended_.reset();
  return removed;
}

FinishedAssessment DraftSession::finish(Assessment assessment) {
  const OpenFile directory = make_directory(filesystem_, finished_);
  FinishedAssessment finished;
  // An earlier attempt may have written other answers and failed later.
  const auto done = amended_ ? std::nullopt : find_sitting(directory, assessment);
  if (done && done->assessment.answers != assessment.answers) begin_amending(directory, done->id);
  if (amended_) {
    assessment.id = amended_->id;
    assessment.sitting = amended_->finished.sitting;
    assessment.finished_at = amended_->finished.finished_at;
    assessment.amends.clear();
    assessment.asked = amended_->finished.asked;
    finished = replace_amended(directory, *amended_, assessment, serialise(assessment, amended_->path), path());
  } else {
    assert(assessment.finished_at);
    finished.id = write_finished(directory, assessment);
    finished.path = directory.path_of(file_name_of(finished.id));
    // An earlier attempt may have created the directories without syncing their parents.
    for (const std::string& above : {home_.root, home_.assessments()})
      sync_directory(make_directory(filesystem_, above), above);
  }
  finished.draft_left = remove_draft();
  return finished;
}

/// Writes the assessment, unless an earlier attempt wrote it and failed later, and returns its id.
std::string DraftSession::write_finished(const OpenFile& directory, Assessment& assessment) {
  const std::string stem = make_assessment_id(assessment.on, owner_.subject, owner_.rater);
  for (int number = 1;; ++number) {
    assessment.id = numbered(stem, number);
    const std::string name = file_name_of(assessment.id);
    const std::string path = directory.path_of(name);
    // Looking first saves a write for each earlier assessment of the day; claiming decides.
    if (const auto standing = read_if_sitting(directory, assessment.id, assessment.sitting, reader_)) {
      sync_directory(directory, path);
      if (standing->answers == assessment.answers) return assessment.id;
    }
    if (is_id_taken(filesystem_, home_, owner_.ladder_id, assessment.id)) continue;
    DurableWrite write(directory, temporary_name(stem_), Leftover::remove, serialise(assessment, path), 0600, path);
    if (write.claim(name)) return assessment.id;
  }
}

std::optional<std::string> DraftSession::remove_draft() {
  const std::string where = drafts_.path_of(saved_name_);
  try {
    if (!is_own(identify_file(drafts_, saved_name_))) return where;
    remove_file(drafts_, saved_name_);
    sync_directory(drafts_, where);
    if (has_old_place_) remove_old_place();
  } catch (const Error&) {
    // The finished assessment is safe, and the next session recognizes the draft as its leftover.
    return where;
  }
  known_.reset();
  attempted_.reset();
  const bool was_beside = std::exchange(saved_name_, draft_name_) != draft_name_;
  return was_beside && identify_file(drafts_, draft_name_) ? std::optional(path()) : std::nullopt;
}

}  // namespace rung
