#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <rung/store/open_file.hpp>

namespace rung {

/// Tells one state of a file from another: who wrote to it, or replaced it, changed this.
struct FileIdentity {
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  std::int64_t modified = 0;  ///< nanoseconds since 1970
  std::int64_t size = 0;      ///< bytes

  friend bool operator==(const FileIdentity&, const FileIdentity&) = default;
};

struct FileContent {
  std::string bytes;
  FileIdentity identity;
};

/// Reads the whole of a file, through symbolic links. Nothing only when there is none (ENOENT); a link to nothing is
/// not that. Something else than a file, or more than `limit` bytes, throws Error(bad_input); every other failure
/// throws Error(input_output).
std::optional<FileContent> read_regular_file(Filesystem& filesystem, const std::string& path, std::size_t limit);
std::optional<FileContent> read_regular_file(const OpenFile& directory, const std::string& name, std::size_t limit);

/// The identity of the file under `name`, through symbolic links; nothing when there is none. Throws Error.
std::optional<FileIdentity> identify_file(const OpenFile& directory, const std::string& name);

/// What becomes of a file that stands where the temporary one is to be. `remove` is for who holds the lock of the
/// draft; `avoid` removes it only where its writer was killed, and else takes another name.
enum class Leftover { remove, avoid };

/// Bytes under a temporary name in `directory`, until they are on the disk, complete, and get their own name. Without
/// one the temporary file is removed again. The directory must outlive it.
class DurableWrite {
 public:
  /// Creates `temporary` with permissions 0600, for `write` and `seal`. Throws Error naming `path`.
  DurableWrite(const OpenFile& directory, const std::string& temporary, Leftover leftover, std::string path);
  /// All three at once.
  DurableWrite(const OpenFile& directory, const std::string& temporary, Leftover leftover, std::string_view bytes,
               mode_t permissions, std::string path);
  DurableWrite(const DurableWrite&) = delete;
  DurableWrite& operator=(const DurableWrite&) = delete;
  ~DurableWrite();

  /// Appends; not after `seal`. Throws Error.
  void write(std::string_view bytes);
  /// Sets the permissions, syncs and closes: it may get its name now. Throws Error.
  void seal(mode_t permissions);

  /// What identify_file will say once the file has its name.
  [[nodiscard]] const FileIdentity& identity() const noexcept { return identity_; }

  /// Gives it `name`, in place of a file that has it, and syncs the directory. Throws Error; what was there before is
  /// then either still there or replaced as a whole.
  void replace(const std::string& name);
  /// Gives it `name` unless there is one of that name: then false, and it may be tried with another.
  [[nodiscard]] bool claim(const std::string& name);

 private:
  const OpenFile& directory_;
  std::string temporary_;
  std::string path_;
  std::optional<OpenFile> file_;  ///< until it is sealed
  std::optional<OpenFile> lock_;  ///< tells others that the temporary file is not abandoned
  FileIdentity identity_;
  bool named_ = false;
};

/// All of `bytes`, however few the system takes at a time. Throws Error naming the file.
void write_all(const OpenFile& file, std::string_view bytes);

/// `.NAME.tmp`, for a directory of Rung's own, and `.NAME.rung-tmp`, for one that is the user's.
std::string temporary_name(std::string_view name);
std::string report_temporary_name(std::string_view name);

/// Where a file really stands: `name` in `directory`, or what a symbolic link of that name leads to. A link to nothing
/// throws Error. Nothing when `name` is no link.
struct LinkTarget {
  OpenFile directory;
  std::string name;
};
std::optional<LinkTarget> follow_link(const OpenFile& directory, const std::string& name);

/// Writes a report where the user asked for it, by the protocol of docs/reliability.md: never half a file. Keeps the
/// permissions of a file that stands; a new one gets 0666 less `umask`, the mask the program was started with. A
/// symbolic link stays, its target is replaced. A character device, a pipe, /dev/stdout and /dev/fd/N are written to
/// directly; a directory and anything else throws Error.
void export_file(Filesystem& filesystem, const std::string& path, std::string_view bytes, mode_t umask);

/// Writes `bytes` by the same protocol to a new file in `directory`, permissions 0600, and returns its path: `stem` and
/// `ending`, with `-2`, `-3` … between them where that name is taken. Nothing that stands there is replaced or
/// followed.
std::string export_private_file(Filesystem& filesystem, const std::string& directory, const std::string& stem,
                                const std::string& ending, std::string_view bytes);

}  // namespace rung
