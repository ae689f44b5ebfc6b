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

namespace rung {
namespace {

constexpr std::size_t most_note_bytes = 1U << 20U;
constexpr std::string_view note_ending = ".txt";

std::string note_stem(std::string_view stem) { return fmt::format("{}.note-", stem); }

std::string conflict_stem(std::string_view draft_name) { return fmt::format("{}.conflict", draft_name); }

std::string checked_stem(const std::string& ladder_id, const std::string& rater_name) {
  if (!is_id(ladder_id))
    throw Error(ExitCode::bad_input, fmt::format("`{}` cannot be the id of a ladder", ladder_id),
                "an id is lower-case letters, digits and `-`");
  return fmt::format("{}-{}", ladder_id, make_rater_id(rater_name));
}

OpenFile take_lock(const OpenFile& directory, const std::string& stem) {
  Filesystem& filesystem = directory.filesystem();
  const std::string name = fmt::format("{}.lock", stem);
  const int opened = open_at(filesystem, directory.descriptor(), name, O_CREAT | O_RDWR | O_NOFOLLOW | O_NONBLOCK);
  if (opened < 0) refuse("open the lock", directory.path_of(name), -opened);
  OpenFile lock(filesystem, opened, directory.path_of(name));
  const int locked = retry_interrupted([&] { return filesystem.lock(opened); });
  if (locked == -EWOULDBLOCK)
    throw Error(ExitCode::input_output,
                fmt::format("the draft {} is in use by another session", directory.path_of(file_name_of(stem))),
                "finish or quit that session first");
  if (locked < 0) refuse("lock", lock.path(), -locked);
  return lock;
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

/// `2026-03-14T09:26:53+01:00` as `20260314-092653`, fit for a file name.
std::string compact(const Timestamp& timestamp) {
  std::string out;
  for (const char c : format_timestamp(timestamp).substr(0, 19)) {
    if (c == 'T') out += '-';
    if (is_digit(c)) out += c;
  }
  return out;
}

/// The one that holds, finished, the answers of `draft`; or nullptr.
const StoredAssessment* find_finished(const std::vector<StoredAssessment>& sitting, const Assessment& draft) {
  const auto found = std::find_if(sitting.begin(), sitting.end(), [&](const StoredAssessment& stored) {
    return stored.assessment.answers == draft.answers;
  });
  return found == sitting.end() ? nullptr : &*found;
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

DraftSession::DraftSession(Filesystem& filesystem, const Home& home, const std::string& ladder_id,
                           std::string rater_name)
    : filesystem_(filesystem),
      home_(home),
      ladder_id_(ladder_id),
      rater_name_(std::move(rater_name)),
      stem_(checked_stem(ladder_id, rater_name_)),
      draft_name_(file_name_of(stem_)),
      finished_(join_path(home.assessments(), ladder_id)),
      drafts_(make_directory(filesystem, home.drafts())),
      lock_(take_lock(drafts_, stem_)),
      saved_name_(draft_name_) {
  // An earlier session may have died between creating a directory and syncing its parent. Once there is a draft, it
  // has not.
  if (!identify_file(drafts_, draft_name_)) sync_above(filesystem_, home_.drafts());
  remove_stale_temporaries();
}

void DraftSession::remove_stale_temporaries() {
  const std::string draft_start = fmt::format(".{}.", draft_name_);
  const std::string note_start = fmt::format(".{}", note_stem(stem_));
  for (const std::string& name : list_names(drafts_))
    if (name.ends_with(".tmp") && (name.starts_with(draft_start) || name.starts_with(note_start)))
      remove_file(drafts_, name);
  if (const auto finished = open_directory(filesystem_, finished_))
    remove_file(*finished, temporary_name(make_rater_id(rater_name_)));
}

void DraftSession::check_owner(const Assessment& draft) const {
  if (draft.ladder.id != ladder_id_)
    throw Error(ExitCode::bad_input,
                fmt::format("the draft {} is one of the ladder `{}`, not of `{}`", path(), draft.ladder.id, ladder_id_),
                "finish that draft first, or move the file elsewhere");
  if (draft.rater.name != rater_name_)
    throw Error(
        ExitCode::bad_input,
        fmt::format("the draft {} belongs to the rater `{}`, not to `{}`", path(), draft.rater.name, rater_name_),
        "give the name as it is written there to go on with it; else choose one that differs in its letters or digits");
}

LoadedDraft DraftSession::load() {
  LoadedDraft loaded;
  amended_.reset();
  for (const std::string& name : list_names(drafts_)) {
    if (name.starts_with(conflict_stem(draft_name_))) loaded.conflict_paths.push_back(drafts_.path_of(name));
    if (name.starts_with(note_stem(stem_)) && name.ends_with(note_ending))
      loaded.note_paths.push_back(drafts_.path_of(name));
  }
  const auto content = read_regular_file(drafts_, draft_name_, most_bytes);
  if (!content) {
    known_.reset();
    return loaded;
  }
  auto parsed = parse_assessment(content->bytes, path());
  if (!parsed.value)
    throw DiagnosedError(fmt::format("the draft {} cannot be read; nothing was changed", path()),
                         std::move(parsed.diagnostics),
                         "repair the file, or start over with `--new`, which keeps it under another name");
  check_owner(*parsed.value);
  known_ = content->identity;
  if (const auto directory = open_directory(filesystem_, finished_)) load_finished(loaded, *directory, *parsed.value);
  if (loaded.finished_path) return loaded;
  loaded.draft = std::move(parsed.value);
  loaded.draft->finished_at.reset();
  return loaded;
}

/// Looks among the finished assessments for what `draft` is a leftover or an amendment of.
void DraftSession::load_finished(LoadedDraft& loaded, const OpenFile& directory, const Assessment& draft) {
  const std::vector<StoredAssessment> sitting = read_sitting(directory, draft);
  if (const StoredAssessment* done = find_finished(sitting, draft)) {
    // The program may have crashed before the name was synced.
    sync_directory(directory, done->path);
    if (!remove_draft()) loaded.finished_path = done->path;
  } else if (const StoredAssessment* amended = find_amended(sitting, draft)) {
    loaded.amends = begin_amending(directory, amended->id);
  }
}

LoadedDraft DraftSession::amend(const std::string& id) {
  LoadedDraft loaded = load();
  if (loaded.draft) {
    if (loaded.amends && loaded.amends->id == id) return loaded;
    throw Error(ExitCode::bad_input, fmt::format("the draft {} is in the way: it is not one of `{}`", path(), id),
                "finish it first with `rung assess`, or add --new, which keeps it under another name");
  }
  const auto directory = open_directory(filesystem_, finished_);
  if (!directory)
    throw Error(ExitCode::bad_input, fmt::format("there is no {}", finished_), "`rung list` tells what there is");
  loaded.amends = begin_amending(*directory, id);
  loaded.draft = loaded.amends->finished;
  loaded.draft->id = id;
  loaded.draft->amends = loaded.draft->sitting;
  loaded.draft->finished_at.reset();
  return loaded;
}

AmendedAssessment DraftSession::begin_amending(const OpenFile& directory, const std::string& id) {
  amended_ = read_amended(directory, id, ladder_id_, rater_name_);
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
  return {saved_name_ == draft_name_ ? SaveOutcome::saved : SaveOutcome::saved_beside, path};
}

SavedDraft DraftSession::save_beside(std::string_view bytes) {
  const std::string stem = conflict_stem(draft_name_);
  DurableWrite write(drafts_, temporary_name(stem), Leftover::remove, bytes, 0600, drafts_.path_of(stem));
  saved_name_ = write.claim_free(stem);
  known_ = write.identity();
  return {SaveOutcome::saved_beside, drafts_.path_of(saved_name_)};
}

std::optional<std::string> DraftSession::set_aside(const Timestamp& now) {
  if (!identify_file(drafts_, draft_name_)) return std::nullopt;
  if (const auto content = read_regular_file(drafts_, draft_name_, most_bytes))
    if (const auto parsed = parse_assessment(content->bytes, path())) check_owner(*parsed.value);
  const std::string stem = fmt::format("{}-{}", stem_, compact(now));
  for (int number = 1;; ++number) {
    const std::string name = file_name_of(numbered(stem, number));
    const int renamed = filesystem_.rename_new(drafts_.descriptor(), draft_name_, name);
    if (renamed == -EEXIST) continue;
    if (renamed < 0) refuse("set aside", path(), -renamed);
    sync_directory(drafts_, drafts_.path_of(name));
    known_.reset();
    attempted_.reset();
    amended_.reset();
    return drafts_.path_of(name);
  }
}

FinishedAssessment DraftSession::finish(Assessment assessment) {
  const OpenFile directory = make_directory(filesystem_, finished_);
  FinishedAssessment finished;
  if (amended_) {
    finished = replace_amended(directory, *amended_, std::move(assessment), path());
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
  const std::vector<StoredAssessment> sitting = read_sitting(directory, assessment);
  if (const StoredAssessment* done = find_finished(sitting, assessment)) {
    sync_directory(directory, done->path);
    return done->id;
  }
  const std::string rater = make_rater_id(rater_name_);
  const std::string stem = fmt::format("{}-{}", format_date(date_of(*assessment.finished_at)), rater);
  for (int number = 1;; ++number) {
    assessment.id = numbered(stem, number);
    const std::string name = file_name_of(assessment.id);
    FileStatus status;
    // Checking first saves a write for each earlier assessment of the day; claiming decides.
    if (filesystem_.status_of(directory.descriptor(), name, Links::keep, status) == 0) continue;
    const std::string path = directory.path_of(name);
    DurableWrite write(directory, temporary_name(rater), Leftover::remove, serialise(assessment, path), 0600, path);
    if (write.claim(name)) return assessment.id;
  }
}

std::optional<std::string> DraftSession::remove_draft() {
  const std::string where = drafts_.path_of(saved_name_);
  try {
    if (!is_own(identify_file(drafts_, saved_name_))) return where;
    remove_file(drafts_, saved_name_);
    sync_directory(drafts_, where);
  } catch (const Error&) {
    // The finished assessment is safe, and the next session recognizes the draft as its leftover.
    return where;
  }
  known_.reset();
  attempted_.reset();
  saved_name_ = draft_name_;
  return std::nullopt;
}

}  // namespace rung
