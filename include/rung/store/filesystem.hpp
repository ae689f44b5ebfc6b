#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <fcntl.h>
#include <sys/types.h>

namespace rung {

enum class FileKind { regular, directory, symbolic_link, character_device, pipe, other };

/// Whether a symbolic link at the end of a path stands for its target or for itself.
enum class Links { follow, keep };

/// What the disk says about a file.
struct FileStatus {
  FileKind kind = FileKind::other;
  mode_t permissions = 0;  ///< the lowest nine bits of the mode
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  std::int64_t size = 0;      ///< bytes
  std::int64_t modified = 0;  ///< nanoseconds since 1970
};

/// The calls of the operating system that reading and saving need, and no others, so that a test can fail any of them
/// or forget whatever was not synced. Each one makes one attempt and returns what the POSIX call returns, except that a
/// failure is the negated errno. Names are relative to `directory`, an open directory or AT_FDCWD.
class Filesystem {
 public:
  virtual ~Filesystem() = default;

  /// openat: a descriptor. `flags` are those of open(2); O_CLOEXEC is always added.
  virtual int open(int directory, const std::string& name, int flags, mode_t mode) = 0;
  virtual ssize_t read(int file, char* into, std::size_t size) = 0;
  /// pread: `offset` bytes from the start.
  virtual ssize_t read_at(int file, char* into, std::size_t size, std::int64_t offset) = 0;
  virtual ssize_t write(int file, const char* from, std::size_t size) = 0;
  virtual int sync(int file) = 0;
  virtual int close(int file) = 0;
  virtual int set_permissions(int file, mode_t permissions) = 0;
  /// flock(LOCK_EX | LOCK_NB): -EWOULDBLOCK when another session holds it.
  virtual int lock(int file) = 0;
  /// flock(LOCK_EX): waits for as long as another process holds it.
  virtual int wait_for_lock(int file) = 0;

  virtual int status(int file, FileStatus& status) = 0;
  virtual int status_of(int directory, const std::string& name, Links links, FileStatus& status) = 0;
  /// Replaces `to` when it is there.
  virtual int rename(int directory, const std::string& from, const std::string& to) = 0;
  /// As above, but -EEXIST when `to` is there; never replaces anything.
  virtual int rename_new(int directory, const std::string& from, const std::string& to) = 0;
  virtual int remove(int directory, const std::string& name) = 0;
  virtual int make_directory(int directory, const std::string& name, mode_t mode) = 0;
  /// The names in it without `.` and `..`, in any order.
  virtual int list(int directory, std::vector<std::string>& names) = 0;
  /// realpath: the absolute path without any symbolic link.
  virtual int resolve(const std::string& path, std::string& resolved) = 0;
};

/// The real one.
class PosixFilesystem final : public Filesystem {
 public:
  int open(int directory, const std::string& name, int flags, mode_t mode) override;
  ssize_t read(int file, char* into, std::size_t size) override;
  ssize_t read_at(int file, char* into, std::size_t size, std::int64_t offset) override;
  ssize_t write(int file, const char* from, std::size_t size) override;
  int sync(int file) override;
  int close(int file) override;
  int set_permissions(int file, mode_t permissions) override;
  int lock(int file) override;
  int wait_for_lock(int file) override;
  int status(int file, FileStatus& status) override;
  int status_of(int directory, const std::string& name, Links links, FileStatus& status) override;
  int rename(int directory, const std::string& from, const std::string& to) override;
  int rename_new(int directory, const std::string& from, const std::string& to) override;
  int remove(int directory, const std::string& name) override;
  int make_directory(int directory, const std::string& name, mode_t mode) override;
  int list(int directory, std::vector<std::string>& names) override;
  int resolve(const std::string& path, std::string& resolved) override;
};

}  // namespace rung
