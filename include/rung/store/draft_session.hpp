#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <rung/assessment/assessment.hpp>
#include <rung/assessment/assessment_reader.hpp>
#include <rung/store/assessments.hpp>
#include <rung/store/durable_file.hpp>
#include <rung/store/home.hpp>
#include <rung/store/removed.hpp>

namespace rung {

/// A finished assessment that is being corrected. Its draft has the same id and names its sitting.
struct AmendedAssessment {
  std::string id;  ///< the name of its file without `.json`
  std::string path;
  Assessment finished;         ///< as it was when the amendment began
  FileIdentity identity;       ///< of its file at that moment
  bool names_subject = false;  ///< `finished` has the subject that the amendment gives it; its file names none
};

/// What a session starts from.
struct LoadedDraft {
  std::optional<Assessment> draft;  ///< absent if there is none
  /// The finished assessment with the answers of the draft, if a crash came between finishing and removing the draft.
  /// The draft has been removed; `draft` is absent.
  std::optional<std::string> finished_path;
  std::optional<AmendedAssessment> amends;  ///< what `draft` corrects; absent for a new assessment
  std::vector<std::string> conflict_paths;  ///< conflict files of earlier sessions, for the person to settle
  std::vector<std::string> note_paths;      ///< note files that earlier sessions left
};

enum class SaveOutcome {
  saved,        ///< in the draft's file
  saved_beside  ///< in a conflict file, since another program changed the draft's file, which was left alone
};

struct SavedDraft {
  SaveOutcome outcome = SaveOutcome::saved;
  std::string path;
};

enum class FinishOutcome {
  stored,    ///< in a new file
  amended,   ///< in place of the assessment that was amended
  unchanged  ///< the amendment changes nothing; nothing was written
};

struct FinishedAssessment {
  std::string id;
  std::string path;
  FinishOutcome outcome = FinishOutcome::stored;
  std::optional<std::string> kept_path;  ///< the copy of what an amendment replaced
  /// The draft, if it is still there: another program had changed it, or the system refused to remove it.
  std::optional<std::string> draft_left;
};

/// A text file with permissions 0600 for another program to edit, `<stem>.note-<question>.txt`, or with `-2`, `-3`, …
/// if an earlier session left one. Only remove() removes it, once its text is saved elsewhere or worthless. The holder
/// of the draft's lock alone creates one. The directory must outlive it.
///
/// Each question has its own file, so an editor that writes late cannot overwrite the note of another question.
class NoteFile {
 public:
  /// Writes `text`. `question` counts from 1. Throws Error.
  NoteFile(const OpenFile& directory, const std::string& stem, std::size_t question, std::string_view text);

  [[nodiscard]] std::string path() const { return directory_->path_of(name_); }
  /// Its text now, at most 1 MiB; absent if the file is gone. Throws Error.
  [[nodiscard]] std::optional<std::string> read() const;
  /// Throws Error.
  void remove() const { remove_file(*directory_, name_); }

 private:
  const OpenFile* directory_;
  std::string name_;
};

/// Whose draft it is: there is one for each ladder, subject and rater.
struct DraftOwner {
  std::string ladder_id;
  Subject subject;
  Rater rater;
};

/// The one session on a draft. Holds the draft's lock as long as it lives.
class DraftSession {
 public:
  /// Creates missing directories, takes the lock, and removes temporary files of earlier sessions. Throws
  /// Error(input_output) if another session holds the lock, and for every refusal of the machine; Error(bad_input) if
  /// the ladder's id is not an id. The filesystem must outlive the session.
  DraftSession(Filesystem& filesystem, const Home& home, DraftOwner owner);

  /// The path of the draft.
  [[nodiscard]] std::string path() const { return drafts_.path_of(draft_name_); }

  /// The file last loaded or saved: the draft or a conflict file. Absent if there is none.
  [[nodiscard]] std::optional<std::string> saved_path() const {
    return known_ ? std::optional(drafts_.path_of(saved_name_)) : std::nullopt;
  }

  /// Reads the draft. Throws Error if it cannot be read, DiagnosedError if it cannot be parsed, Error(bad_input) if it
  /// belongs to another rater or ladder that shares the file name; nothing is changed then. A finished assessment in
  /// its place is reopened.
  LoadedDraft load();

  /// Loads the amendment of the finished assessment with that id: its draft or, if there is none, its answers, which
  /// are not saved until `save`. Throws Error(bad_input) if there is any other draft, or if the assessment is missing,
  /// not finished, or another rater's or ladder's; DiagnosedError if it cannot be parsed.
  LoadedDraft amend(const std::string& id);

  /// Replaces the draft; on return the answers survive a power cut. On Error the file is as it was, and the session can
  /// save again. Never replaces a file that it has not loaded or saved itself; after such a conflict it saves to the
  /// conflict file only.
  SavedDraft save(const Assessment& assessment);

  /// A note file beside the draft. Throws Error.
  [[nodiscard]] NoteFile begin_note(std::size_t question, std::string_view text) const {
    return {drafts_, stem_, question, text};
  }

  /// Copies the draft as it is on the disk to `<name>.bak` (or `.bak-2`, …) and returns the path; absent if there is no
  /// draft. Throws Error.
  std::optional<std::string> back_up();

  /// Moves the draft, readable or not, into removed/, from where it can be restored; absent if there is no draft.
  /// Throws Error(bad_input) if it is another rater's.
  std::optional<RemovedAssessment> set_aside();

  /// Writes the assessment, which must have `finished_at`, to assessments/<ladder>/<on>-<subject>[--by--<rater>]
  /// [-n].json with that name as its id, never replacing a file, and then removes the draft. After an Error it may be
  /// called again and does not write it twice.
  ///
  /// An amendment keeps id and `finished_at`: the old file is copied to `<id>.json.bak` (or `.bak-2`, …), then replaced
  /// as a whole. Throws Error(bad_input) and changes nothing if another program has changed it since it was loaded.
  FinishedAssessment finish(Assessment assessment);

 private:
  [[nodiscard]] bool is_own(const std::optional<FileIdentity>& identity) const;
  void remove_stale_temporaries();
  [[nodiscard]] bool is_owned(const Assessment& draft) const;
  void check_owner(const Assessment& draft) const;
  std::optional<Assessment> read_draft();
  std::optional<Assessment> read_old_place();
  void remove_old_place();
  [[nodiscard]] std::string serialise(const Assessment& assessment, const std::string& path);
  void load_finished(LoadedDraft& loaded, const OpenFile& directory, const Assessment& draft);
  AmendedAssessment begin_amending(const OpenFile& directory, const std::string& id);
  SavedDraft save_beside(std::string_view bytes);
  std::string write_finished(const OpenFile& directory, Assessment& assessment);
  std::optional<std::string> remove_draft();

  Filesystem& filesystem_;
  Home home_;
  DraftOwner owner_;
  std::string stem_;        ///< `<subject>[--by--<rater>]`
  std::string draft_name_;  ///< `<stem>.json`
  std::string finished_;    ///< the directory of the ladder's finished assessments
  OpenFile drafts_;
  OpenFile lock_;
  std::string saved_name_;             ///< the draft's name, or that of the conflict file
  std::optional<FileIdentity> known_;  ///< of what was loaded or last saved
  bool has_old_place_ = false;         ///< whether the draft is still where version 1 kept it
  std::optional<AmendedAssessment> amended_;
  AssessmentReader reader_;
  std::optional<FileIdentity> attempted_;  ///< of what the last save may have left, if it failed at the very end
};

}  // namespace rung
