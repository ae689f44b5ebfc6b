#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <rung/store/open_file.hpp>

namespace rung {

/// Identifies one state of a file: it differs once somebody writes to the file or replaces it.
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

/// Reads a whole file, through symbolic links. Absent only if there is none (ENOENT); a link to nothing is an error.
/// Throws Error(bad_input) for anything but a regular file and for more than `limit` bytes, Error(input_output) for
/// every other failure.
std::optional<FileContent> read_regular_file(Filesystem& filesystem, const std::string& path, std::size_t limit);
std::optional<FileContent> read_regular_file(const OpenFile& directory, const std::string& name, std::size_t limit);

/// The identity of the file called `name`, through symbolic links; absent if there is none. Throws Error.
std::optional<FileIdentity> identify_file(const OpenFile& directory, const std::string& name);

/// Where a file really is: the target of a symbolic link.
struct LinkTarget {
  OpenFile directory;
  std::string name;
};

/// The target if `name` is a symbolic link, else absent. A link to nothing throws Error.
std::optional<LinkTarget> follow_link(const OpenFile& directory, const std::string& name);

/// What to do with an existing file under the temporary name. `remove` is for the holder of the draft's lock; `avoid`
/// removes it only if its writer was killed, and takes another name otherwise.
enum class Leftover { remove, avoid };

/// Writes a file durably, by the protocol of docs/reliability.md: the bytes go to a temporary file in `directory`, are
/// synced, and get their name by a rename, after which the directory is synced. A file without a name is removed again.
/// The directory must outlive it.
class DurableWrite {
 public:
  /// Creates `temporary` with permissions 0600, for `write` and `seal`. Throws Error naming `path`.
  DurableWrite(const OpenFile& directory, const std::string& temporary, Leftover leftover, std::string path);
  /// Creates, writes, and seals.
  DurableWrite(const OpenFile& directory, const std::string& temporary, Leftover leftover, std::string_view bytes,
               mode_t permissions, std::string path);
  DurableWrite(const DurableWrite&) = delete;
  DurableWrite& operator=(const DurableWrite&) = delete;
  ~DurableWrite();

  /// Appends; not after `seal`. Throws Error.
  void write(std::string_view bytes);
  /// Sets the permissions, syncs, and closes. Throws Error.
  void seal(mode_t permissions);

  /// What identify_file returns once the sealed file has its name.
  [[nodiscard]] const FileIdentity& identity() const noexcept { return identity_; }

  /// Renames the sealed file to `name`, replacing an existing file, and syncs the directory. Throws Error; the existing
  /// file is then either untouched or replaced as a whole.
  void replace(const std::string& name);
  /// As `replace`, but returns false if `name` exists; another name can be tried then.
  [[nodiscard]] bool claim(const std::string& name);
  /// Claims the first free name of `stem``ending`, `stem`-2`ending`, `stem`-3`ending`, … and returns it.
  std::string claim_free(std::string_view stem, std::string_view ending = {});

 private:
  void create(const std::string& temporary, Leftover leftover);
  void create_beside_others(const std::string& temporary);
  bool lock_created(const std::string& name, OpenFile file);

  const OpenFile& directory_;
  std::string temporary_;
  std::string path_;
  std::optional<OpenFile> file_;  ///< until it is sealed
  /// Held as long as the file has its temporary name, where the file system supports locks: a temporary file without a
  /// lock was left by a killed writer.
  std::optional<OpenFile> lock_;
  FileIdentity identity_;
  bool named_ = false;
};

/// Writes all of `bytes`, in as many calls as it takes. Throws Error naming the file.
void write_all(const OpenFile& file, std::string_view bytes);

/// `.NAME.tmp`, for Rung's own directories.
std::string temporary_name(std::string_view name);

/// `stem` for the number 1, else `stem`-`number`.
std::string numbered(std::string_view stem, int number);

}  // namespace rung
