#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <rung/store/open_file.hpp>

namespace rung {

/// A text file of permissions 0600, `<stem>.note.txt`, for another program to edit. It stays when this goes: only
/// remove() removes it, once what is in it is saved elsewhere or worth nothing. Whoever makes one holds the lock that
/// guards the stem. The directory must outlive it.
class NoteFile {
 public:
  /// Writes `text`. A note file that an earlier editing left is renamed to `<stem>.note-N.txt` first. Throws Error.
  NoteFile(const OpenFile& directory, const std::string& stem, std::string_view text);

  [[nodiscard]] std::string path() const { return directory_->path_of(name_); }
  /// Where the earlier one is now; nothing when there was none.
  [[nodiscard]] const std::optional<std::string>& earlier() const { return earlier_; }
  /// What is in it now, at most 1 MiB; nothing when it is gone. Throws Error.
  [[nodiscard]] std::optional<std::string> read() const;
  /// Throws Error.
  void remove() const;

 private:
  const OpenFile* directory_;
  std::string name_;
  std::optional<std::string> earlier_;
};

}  // namespace rung
