#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <rung/store/open_file.hpp>

namespace rung {

/// A text file of permissions 0600 for another program to edit, `<stem>.note-<question>.txt`. A file of that name that
/// an earlier editing left is left alone, and the new one gets another number at its end. It stays when this goes: only
/// remove() removes it, once what is in it is saved elsewhere or worth nothing. Whoever makes one holds the lock that
/// guards the stem. The directory must outlive it.
///
/// Each question has its own file, so that an editor that writes late cannot write into the note of another.
class NoteFile {
 public:
  /// Writes `text`. `question` counts from 1. Throws Error.
  NoteFile(const OpenFile& directory, const std::string& stem, std::size_t question, std::string_view text);

  [[nodiscard]] std::string path() const { return directory_->path_of(name_); }
  /// What is in it now, at most 1 MiB; nothing when it is gone. Throws Error.
  [[nodiscard]] std::optional<std::string> read() const;
  /// Throws Error.
  void remove() const;

 private:
  const OpenFile* directory_;
  std::string name_;
};

/// The paths of the note files that were left in `directory`, by name. Throws Error.
std::vector<std::string> list_note_files(const OpenFile& directory, const std::string& stem);

}  // namespace rung
