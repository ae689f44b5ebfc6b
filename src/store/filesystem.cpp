#include <rung/store/filesystem.hpp>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace rung {
namespace {

template <class Result>
Result or_error(Result result) {
  return result < 0 ? static_cast<Result>(-errno) : result;
}

FileKind kind_of(mode_t mode) {
  if (S_ISREG(mode)) return FileKind::regular;
  if (S_ISDIR(mode)) return FileKind::directory;
  if (S_ISLNK(mode)) return FileKind::symbolic_link;
  if (S_ISCHR(mode)) return FileKind::character_device;
  if (S_ISFIFO(mode)) return FileKind::pipe;
  return FileKind::other;
}

FileStatus read_status(const struct stat& from) {
  constexpr std::int64_t nanoseconds = 1'000'000'000;
  FileStatus status;
  status.kind = kind_of(from.st_mode);
  status.permissions = from.st_mode & 0777U;
  status.device = static_cast<std::uint64_t>(from.st_dev);
  status.inode = static_cast<std::uint64_t>(from.st_ino);
  status.size = static_cast<std::int64_t>(from.st_size);
  status.modified = static_cast<std::int64_t>(from.st_mtim.tv_sec) * nanoseconds + from.st_mtim.tv_nsec;
  return status;
}

}  // namespace

int PosixFilesystem::open(int directory, const std::string& name, int flags, mode_t mode) {
  return or_error(::openat(directory, name.c_str(), flags | O_CLOEXEC, mode));
}

ssize_t PosixFilesystem::read(int file, char* into, std::size_t size) { return or_error(::read(file, into, size)); }

ssize_t PosixFilesystem::read_at(int file, char* into, std::size_t size, std::int64_t offset) {
  return or_error(::pread(file, into, size, offset));
}

ssize_t PosixFilesystem::write(int file, const char* from, std::size_t size) {
  return or_error(::write(file, from, size));
}

int PosixFilesystem::sync(int file) { return or_error(::fsync(file)); }

int PosixFilesystem::close(int file) { return or_error(::close(file)); }

int PosixFilesystem::set_permissions(int file, mode_t permissions) { return or_error(::fchmod(file, permissions)); }

int PosixFilesystem::lock(int file) { return or_error(::flock(file, LOCK_EX | LOCK_NB)); }

int PosixFilesystem::wait_for_lock(int file) { return or_error(::flock(file, LOCK_EX)); }

int PosixFilesystem::status(int file, FileStatus& status) {
  struct stat found {};
  const int result = or_error(::fstat(file, &found));
  if (result == 0) status = read_status(found);
  return result;
}

int PosixFilesystem::status_of(int directory, const std::string& name, Links links, FileStatus& status) {
  struct stat found {};
  const int flags = links == Links::keep ? AT_SYMLINK_NOFOLLOW : 0;
  const int result = or_error(::fstatat(directory, name.c_str(), &found, flags));
  if (result == 0) status = read_status(found);
  return result;
}

int PosixFilesystem::rename(int directory, const std::string& from, const std::string& to) {
  return or_error(::renameat(directory, from.c_str(), directory, to.c_str()));
}

int PosixFilesystem::rename_new(int directory, const std::string& from, const std::string& to) {
#ifdef RENAME_NOREPLACE
  const int renamed = or_error(::renameat2(directory, from.c_str(), directory, to.c_str(), RENAME_NOREPLACE));
  if (renamed != -EINVAL && renamed != -ENOSYS) return renamed;
#endif
  // Not every file system knows the flag; a hard link refuses to replace just as well.
  const int linked = or_error(::linkat(directory, from.c_str(), directory, to.c_str(), 0));
  return linked < 0 ? linked : or_error(::unlinkat(directory, from.c_str(), 0));
}

int PosixFilesystem::remove(int directory, const std::string& name) {
  return or_error(::unlinkat(directory, name.c_str(), 0));
}

int PosixFilesystem::make_directory(int directory, const std::string& name, mode_t mode) {
  return or_error(::mkdirat(directory, name.c_str(), mode));
}

int PosixFilesystem::list(int directory, std::vector<std::string>& names) {
  // A descriptor of its own: reading moves the position, and closedir closes what it was given.
  const int own = or_error(::openat(directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (own < 0) return own;
  DIR* const opened = ::fdopendir(own);
  if (opened == nullptr) {
    const int error = errno;
    ::close(own);
    return -error;
  }
  const std::unique_ptr<DIR, int (*)(DIR*)> stream(opened, ::closedir);
  std::vector<std::string> found;
  while (true) {
    errno = 0;
    const dirent* const entry = ::readdir(stream.get());
    if (entry == nullptr) break;
    std::string name = entry->d_name;
    if (name != "." && name != "..") found.push_back(std::move(name));
  }
  if (errno != 0) return -errno;
  names = std::move(found);
  return 0;
}

int PosixFilesystem::resolve(const std::string& path, std::string& resolved) {
  const std::unique_ptr<char, void (*)(void*)> found(::realpath(path.c_str(), nullptr), std::free);
  if (found == nullptr) return -errno;
  resolved = found.get();
  return 0;
}

}  // namespace rung
