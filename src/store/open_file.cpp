#include <rung/store/open_file.hpp>

#include <algorithm>
#include <system_error>

#include <fmt/format.h>

#include <rung/error.hpp>

namespace rung {
namespace {

std::string way_out(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT: return "free some space, then try again";
    case EROFS: return "the file system is read-only; RUNG_HOME can name a directory elsewhere";
    case EACCES:
    case EPERM: return "check who owns it and its permissions, and those of the directories above it";
    case ENOENT: return "check the path: a directory in it may be missing";
    case ENOTDIR: return "check the path: a part of it is a file, not a directory";
    case ELOOP: return "check the symbolic links in the path";
    case EFBIG: return "a limit on the size of files (`ulimit -f`) stands in the way";
    case EMFILE:
    case ENFILE: return "too many files are open; close some programs, then try again";
    case ENAMETOOLONG: return "choose a shorter name";
    case ENOLCK:
    case ENOTSUP: return "this file system lacks what safe saving needs; RUNG_HOME can name a directory elsewhere";
    case EIO: return "the device reports a failure: check the disk, and copy what matters to another one";
    default: return "check the path and the file system it is on, then try again";
  }
}

constexpr int directory_flags = O_RDONLY | O_DIRECTORY | O_NONBLOCK;

OpenFile open_level(const OpenFile& parent, const std::string& name, const std::string& path) {
  Filesystem& filesystem = parent.filesystem();
  const int made =
      retry_interrupted([&] { return filesystem.make_directory(parent.descriptor(), name, mode_t{0700}); });
  if (made < 0 && made != -EEXIST) refuse("create the directory", path, -made);
  sync_directory(parent, path);
  const int opened = open_at(filesystem, parent.descriptor(), name, directory_flags);
  if (opened < 0) refuse("open the directory", path, -opened);
  return OpenFile(filesystem, opened, path);
}

}  // namespace

std::string without_final_slashes(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

void refuse(std::string_view doing, const std::string& path, int error) {
  throw Error(ExitCode::input_output,
              fmt::format("cannot {} {}: {}", doing, path, std::generic_category().message(error)), way_out(error));
}

int open_at(Filesystem& filesystem, int directory, const std::string& name, int flags) {
  constexpr mode_t owner_only = 0600;
  return retry_interrupted([&] { return filesystem.open(directory, name, flags, owner_only); });
}

OpenFile::OpenFile(OpenFile&& other) noexcept
    : filesystem_(other.filesystem_),
      descriptor_(std::exchange(other.descriptor_, -1)),
      path_(std::move(other.path_)) {}

OpenFile& OpenFile::operator=(OpenFile&& other) noexcept {
  if (this == &other) return *this;
  if (descriptor_ >= 0) filesystem_->close(descriptor_);
  filesystem_ = other.filesystem_;
  descriptor_ = std::exchange(other.descriptor_, -1);
  path_ = std::move(other.path_);
  return *this;
}

OpenFile::~OpenFile() {
  if (descriptor_ >= 0) filesystem_->close(descriptor_);
}

std::string OpenFile::path_of(std::string_view name) const { return join_path(path_, name); }

void OpenFile::sync() const {
  const int result = retry_interrupted([&] { return filesystem_->sync(descriptor_); });
  if (result < 0) refuse("save", path_, -result);
}

void OpenFile::close() {
  const int result = filesystem_->close(std::exchange(descriptor_, -1));
  // The descriptor is closed even if a signal interrupted the call; a second close could close another file.
  if (result < 0 && result != -EINTR) refuse("save", path_, -result);
}

std::string join_path(std::string_view directory, std::string_view name) {
  std::string path(directory);
  if (path.empty() || path.back() != '/') path += '/';
  return path.append(name);
}

SplitPath split_path(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return {".", std::string(path)};
  return {std::string(slash == 0 ? "/" : path.substr(0, slash)), std::string(path.substr(slash + 1))};
}

std::optional<OpenFile> open_directory(Filesystem& filesystem, const std::string& path) {
  const int opened = open_at(filesystem, AT_FDCWD, path, directory_flags);
  if (opened == -ENOENT) return std::nullopt;
  if (opened < 0) refuse("open the directory", path, -opened);
  return OpenFile(filesystem, opened, path);
}

void sync_directory(const OpenFile& directory, const std::string& path) {
  const int result = retry_interrupted([&] { return directory.filesystem().sync(directory.descriptor()); });
  // Some file systems cannot sync a directory and answer EINVAL. Nothing more can be done on them.
  if (result < 0 && result != -EINVAL) refuse("save", path, -result);
}

OpenFile make_directory(Filesystem& filesystem, const std::string& path) {
  const std::string trimmed = without_final_slashes(path);
  if (auto there = open_directory(filesystem, trimmed)) return std::move(*there);
  const SplitPath split = split_path(trimmed);
  if (split.name.empty() || split.directory == trimmed) refuse("create the directory", path, ENOENT);
  return open_level(make_directory(filesystem, split.directory), split.name, trimmed);
}

std::vector<std::string> list_names(const OpenFile& directory) {
  std::vector<std::string> names = list_unsorted(directory);
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<std::string> list_unsorted(const OpenFile& directory) {
  std::vector<std::string> names;
  const int result = retry_interrupted([&] { return directory.filesystem().list(directory.descriptor(), names); });
  if (result < 0) refuse("list the directory", directory.path(), -result);
  return names;
}

void remove_file(const OpenFile& directory, const std::string& name) {
  const int result = retry_interrupted([&] { return directory.filesystem().remove(directory.descriptor(), name); });
  if (result < 0 && result != -ENOENT) refuse("remove", directory.path_of(name), -result);
}

}  // namespace rung
