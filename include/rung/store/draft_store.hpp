#pragma once

#include <optional>
#include <string>
#include <vector>

#include <rung/assessment/assessment.hpp>
#include <rung/store/durable_file.hpp>
#include <rung/store/home.hpp>
#include <rung/store/note_file.hpp>

namespace rung {

/// A finished assessment that is being corrected. Its draft is one of the same sitting.
struct AmendedAssessment {
  std::string id;  ///< the name of its file without `.json`
  std::string path;
  Assessment finished;  ///< as it stands
};

/// What a session starts from.
struct LoadedDraft {
  std::optional<Assessment> draft;  ///< absent: there is none, start anew
  /// The finished assessment that the draft was a leftover of: a crash came between finishing and removing the draft.
  /// It has been removed; `draft` is absent.
  std::optional<std::string> finished_path;
  std::optional<AmendedAssessment> amends;  ///< what `draft` corrects; absent when it is a new assessment
  std::vector<std::string> conflict_paths;  ///< conflict files of earlier sessions, to be looked at
  std::vector<std::string> note_paths;      ///< texts of earlier sessions that were never taken over
};

enum class SaveOutcome {
  saved,        ///< in the draft's file
  saved_beside  ///< the draft's file was changed by something else: saved in a conflict file, that one left alone
};

struct SavedDraft {
  SaveOutcome outcome = SaveOutcome::saved;
  std::string path;
};

enum class FinishOutcome {
  stored,    ///< under a new name
  amended,   ///< in place of what was finished before
  unchanged  ///< the amendment says what was finished before; nothing was written
};

struct FinishedAssessment {
  std::string id;
  std::string path;
  FinishOutcome outcome = FinishOutcome::stored;
  std::optional<std::string> kept_path;  ///< where an amendment kept what it replaced
  /// The draft, when it is still there: something else had changed it, or the system refused to remove it.
  std::optional<std::string> draft_left;
};

/// The one session on the draft of a ladder and rater. Owns the lock that keeps others out until it goes.
class DraftSession {
 public:
  /// Creates the directories that are missing, takes the lock, removes temporary files of earlier sessions. Another
  /// session holding the lock, and every refusal of the machine, throws Error(input_output).
  /// `ladder_id` must be an id. The filesystem must outlive the session.
  DraftSession(Filesystem& filesystem, const Home& home, const std::string& ladder_id, std::string rater_name);

  /// Where the draft stands.
  [[nodiscard]] std::string path() const { return drafts_.path_of(draft_name_); }

  /// The file that holds what was last loaded or saved, be it the draft or the one beside it; nothing when there is
  /// none.
  [[nodiscard]] std::optional<std::string> saved_path() const {
    return known_ ? std::optional(drafts_.path_of(saved_name_)) : std::nullopt;
  }

  /// Reads the draft. One that cannot be read throws Error, one that cannot be parsed DiagnosedError, one of another
  /// rater or ladder that shares the file name Error(bad_input); nothing is changed then. A finished assessment that
  /// was put in its place is open again.
  LoadedDraft load();

  /// Loads the amendment of the finished assessment of that id: its draft, or, where there is none, its answers, which
  /// are not saved until they are. A draft of anything else throws Error(bad_input), and so does an assessment that is
  /// not there, not finished, or another rater's or ladder's; one that cannot be parsed DiagnosedError.
  LoadedDraft amend(const std::string& id);

  /// Replaces the draft; on return the answers survive a power cut. On Error the file is as it was and the session can
  /// save again. Never replaces what it has not loaded or saved itself. After a conflict, all saving goes to the
  /// conflict file.
  SavedDraft save(const Assessment& assessment);

  /// A file beside the draft for a text that is to be edited by another program. Throws Error.
  [[nodiscard]] NoteFile begin_note(std::size_t question, std::string_view text) const {
    return {drafts_, stem_, question, text};
  }

  /// Renames the draft to `<ladder>-<rater>-<time>.json`, whatever is in it, unless it is another rater's:
  /// Error(bad_input). The new path; nothing when there is no draft.
  std::optional<std::string> set_aside(const Timestamp& now);

  /// Writes the assessment, which must have `finished_at`, as assessments/<ladder>/<date>-<rater>[-n].json, with that
  /// name as its id; an existing file is never replaced. Only then removes the draft. After an Error it may be called
  /// again and does not write it twice.
  ///
  /// An amendment keeps id and `finished_at`: the old file is first kept as `<id>.json.bak` (or `.bak-2`, …; none is
  /// ever replaced), then replaced as a whole. Where something else changed it since it was loaded, Error(bad_input)
  /// and nothing is changed.
  FinishedAssessment finish(Assessment assessment);

 private:
  [[nodiscard]] bool is_own(const std::optional<FileIdentity>& identity) const;
  void remove_stale_temporaries();
  void check_owner(const Assessment& draft) const;
  SavedDraft save_beside(std::string_view bytes);
  std::string write_finished(const OpenFile& directory, Assessment& assessment);
  std::optional<std::string> remove_draft();
  AmendedAssessment begin_amending(const OpenFile& directory, const std::string& id);
  FinishedAssessment finish_amendment(Assessment assessment);
  void replace_finished(const OpenFile& directory, const std::string& name, std::string_view bytes);
  std::string keep_old(const OpenFile& directory, const std::string& name, std::string_view bytes);

  Filesystem& filesystem_;
  Home home_;
  std::string ladder_id_;
  std::string rater_name_;
  std::string stem_;        ///< `<ladder>-<rater>`
  std::string draft_name_;  ///< `<stem>.json`
  OpenFile drafts_;
  OpenFile lock_;
  std::string saved_name_;             ///< the draft's name, or that of the conflict file
  std::optional<FileIdentity> known_;  ///< of what was loaded or last saved
  std::optional<AmendedAssessment> amended_;
  std::optional<FileIdentity> amended_identity_;  ///< of its file, when it was loaded
  std::optional<FileIdentity> attempted_;         ///< of what the last save may have left, if it failed at the very end
};

}  // namespace rung
