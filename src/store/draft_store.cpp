#include <rung/store/draft_store.hpp>

#include <utility>

#include <rung/assessment/json.hpp>
#include <rung/error.hpp>
#include <rung/store/diagnosed_error.hpp>

#include "draft_files.hpp"

namespace rung {
namespace {

constexpr std::string_view conflict_ending = ".conflict";

std::string checked_stem(const std::string& ladder_id, const std::string& rater_name) {
  if (!is_id(ladder_id)) {
    throw Error(ExitCode::bad_input, "`" + ladder_id + "` cannot be the id of a ladder",
                "an id is lower-case letters, digits and `-`");
  }
  return ladder_id + "-" + make_rater_id(rater_name);
}

OpenFile take_lock(const OpenFile& directory, const std::string& stem) {
  Filesystem& filesystem = directory.filesystem();
  const std::string name = stem + ".lock";
  const int opened = retry_interrupted(
      [&] { return filesystem.open(directory.descriptor(), name, O_CREAT | O_RDWR | O_NOFOLLOW | O_NONBLOCK, 0600); });
  if (opened < 0) refuse("open the lock", directory.path_of(name), -opened);
  OpenFile lock(filesystem, opened, directory.path_of(name));
  const int locked = retry_interrupted([&] { return filesystem.lock(opened); });
  if (locked == -EWOULDBLOCK) {
    throw Error(ExitCode::input_output,
                "the draft " + directory.path_of(stem).append(ending) + " is in use by another session",
                "finish or quit that session first");
  }
  if (locked < 0) refuse("lock", lock.path(), -locked);
  return lock;
}

/// Syncs every directory above `path`. One that cannot be opened or synced was not created by Rung.
void sync_above(Filesystem& filesystem, const std::string& path) {
  for (std::string above = split_path(path).directory;; above = split_path(above).directory) {
    const int opened = retry_interrupted([&] { return filesystem.open(AT_FDCWD, above, O_RDONLY | O_DIRECTORY, 0); });
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
    if (c >= '0' && c <= '9') out += c;
  }
  return out;
}

}  // namespace

DraftSession::DraftSession(Filesystem& filesystem, const Home& home, const std::string& ladder_id,
                           std::string rater_name)
    : filesystem_(filesystem),
      home_(home),
      ladder_id_(ladder_id),
      rater_name_(std::move(rater_name)),
      stem_(checked_stem(ladder_id, rater_name_)),
      draft_name_(stem_ + std::string(ending)),
      drafts_(make_directory(filesystem, home.drafts())),
      lock_(take_lock(drafts_, stem_)),
      saved_name_(draft_name_) {
  // An earlier session may have died between creating a directory and syncing the one above; until it has, no draft is
  // there.
  if (!identify_file(drafts_, draft_name_)) sync_above(filesystem_, home_.drafts());
  remove_stale_temporaries();
}

void DraftSession::remove_stale_temporaries() {
  for (const std::string& name : list_names(drafts_)) {
    const bool is_own = name.starts_with("." + draft_name_ + ".") || name.starts_with("." + stem_ + ".note-");
    if (is_own && name.ends_with(".tmp")) remove_file(drafts_, name);
  }
  if (const auto finished = open_directory(filesystem_, join_path(home_.assessments(), ladder_id_)))
    remove_file(*finished, temporary_name(make_rater_id(rater_name_)));
}

void DraftSession::check_owner(const Assessment& draft) const {
  if (draft.ladder.id != ladder_id_) {
    throw Error(ExitCode::bad_input,
                "the draft " + path() + " is one of the ladder `" + draft.ladder.id + "`, not of `" + ladder_id_ + "`",
                "finish that draft first, or move the file elsewhere");
  }
  if (draft.rater.name != rater_name_) {
    throw Error(
        ExitCode::bad_input,
        "the draft " + path() + " belongs to the rater `" + draft.rater.name + "`, not to `" + rater_name_ + "`",
        "give the name as it is written there to go on with it; else choose one that differs in its letters or "
        "digits");
  }
}

LoadedDraft DraftSession::load() {
  LoadedDraft loaded;
  amended_.reset();
  for (const std::string& name : list_names(drafts_))
    if (name.starts_with(draft_name_ + std::string(conflict_ending)))
      loaded.conflict_paths.push_back(drafts_.path_of(name));
  loaded.note_paths = list_note_files(drafts_, stem_);
  const auto content = read_regular_file(drafts_, draft_name_, most_bytes);
  if (!content) {
    known_.reset();
    return loaded;
  }
  auto parsed = parse_assessment(content->bytes, path());
  if (!parsed.value) {
    throw DiagnosedError("the draft " + path() + " cannot be read; nothing was changed", std::move(parsed.diagnostics),
                         "repair the file, or start over with `--new`, which keeps it under another name");
  }
  check_owner(*parsed.value);
  known_ = content->identity;
  if (const auto directory = open_directory(filesystem_, join_path(home_.assessments(), ladder_id_))) {
    if (const auto name = find_finished(*directory, *parsed.value)) {
      // The name may not have reached the disk before the crash of the program.
      sync_directory(*directory, directory->path_of(*name));
      if (!remove_draft()) {
        loaded.finished_path = directory->path_of(*name);
        return loaded;
      }
    } else if (const auto id = find_amended(*directory, *parsed.value)) {
      loaded.amends = begin_amending(*directory, *id);
    }
  }
  loaded.draft = std::move(parsed.value);
  loaded.draft->finished_at.reset();
  return loaded;
}

bool DraftSession::is_own(const std::optional<FileIdentity>& identity) const {
  return !identity || identity == known_ || identity == attempted_;
}

SavedDraft DraftSession::save(const Assessment& assessment) {
  const std::string bytes = serialise(assessment, drafts_.path_of(saved_name_));
  if (!is_own(identify_file(drafts_, saved_name_))) return save_beside(bytes);
  const auto link = follow_link(drafts_, saved_name_);
  const OpenFile& directory = link ? link->directory : drafts_;
  const std::string& name = link ? link->name : saved_name_;
  DurableWrite write(directory, temporary_name(name), Leftover::remove, bytes, 0600, drafts_.path_of(saved_name_));
  attempted_ = write.identity();
  write.replace(name);
  known_ = attempted_;
  return {saved_name_ == draft_name_ ? SaveOutcome::saved : SaveOutcome::saved_beside, drafts_.path_of(saved_name_)};
}

SavedDraft DraftSession::save_beside(std::string_view bytes) {
  const std::string stem = draft_name_ + std::string(conflict_ending);
  DurableWrite write(drafts_, temporary_name(stem), Leftover::remove, bytes, 0600, drafts_.path_of(stem));
  for (int number = 1;; ++number) {
    const std::string name = numbered(stem, number);
    if (!write.claim(name)) continue;
    saved_name_ = name;
    known_ = write.identity();
    return {SaveOutcome::saved_beside, drafts_.path_of(name)};
  }
}

std::optional<std::string> DraftSession::set_aside(const Timestamp& now) {
  if (!identify_file(drafts_, draft_name_)) return std::nullopt;
  if (const auto content = read_regular_file(drafts_, draft_name_, most_bytes)) {
    if (const auto parsed = parse_assessment(content->bytes, path())) check_owner(*parsed.value);
  }
  const std::string stem = stem_ + "-" + compact(now);
  for (int number = 1;; ++number) {
    const std::string name = numbered(stem, number) + std::string(ending);
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

}  // namespace rung
