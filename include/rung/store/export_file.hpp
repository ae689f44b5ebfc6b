#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <rung/store/durable_file.hpp>

namespace rung {

/// What to do with an existing file at the path of a new one.
enum class Existing { refuse, replace };

/// Writes a report piece by piece to the path that the user named, by the protocol of docs/reliability.md: the file is
/// complete or unchanged, however long the pieces take. An existing file keeps its permissions; a new one gets 0666
/// less `umask`, the mask that the program was started with. A symbolic link stays and its target is replaced. The
/// directory is opened once, and the file is looked at and replaced only there: a link that another user puts in its
/// place in the meantime is not followed. Character devices, pipes, /dev/stdout, and /dev/fd/N are written to directly.
class DurableExport {
 public:
  /// Throws Error if `path` cannot be written, such as a directory; Error(usage) if a file exists there and
  /// `existing` is `refuse`.
  DurableExport(Filesystem& filesystem, const std::string& path, mode_t umask, Existing existing = Existing::replace);
  DurableExport(const DurableExport&) = delete;
  DurableExport& operator=(const DurableExport&) = delete;
  ~DurableExport() = default;

  /// Throws Error; there is nothing to commit then.
  void write(std::string_view bytes);

  /// On return the file is in its place and survives a power cut. Nothing is written afterwards. Throws Error; the file
  /// is then as it was, or (if only the last sync failed) new. A file that another program has created in the meantime
  /// is not replaced if `existing` is `refuse`.
  void commit();

 private:
  void move_to_target(const OpenFile& target);

  std::string path_;
  std::string name_;
  mode_t permissions_ = 0;
  Existing existing_;
  std::optional<OpenFile> direct_;  ///< a device, a pipe, or an open descriptor
  std::optional<OpenFile> directory_;
  std::optional<DurableWrite> temporary_;
};

/// Exports `bytes` in one piece.
void export_file(Filesystem& filesystem, const std::string& path, std::string_view bytes, mode_t umask,
                 Existing existing = Existing::replace);

/// Writes `bytes` to `name` in `directory` with permissions 0600 and returns its path. An existing file or link of that
/// name is replaced. A missing directory is created for the user alone. Throws Error.
std::string export_private_file(Filesystem& filesystem, const std::string& directory, const std::string& name,
                                std::string_view bytes);

}  // namespace rung
