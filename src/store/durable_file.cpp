#include <rung/store/durable_file.hpp>

#include <algorithm>

#include <rung/error.hpp>

namespace rung {
namespace {

FileIdentity identity_of(const FileStatus& status) {
  return {status.device, status.inode, status.modified, status.size};
}

FileStatus status_of(const OpenFile& file) {
  FileStatus status;
  const int result = file.filesystem().status(file.descriptor(), status);
  if (result < 0) refuse("read", file.path(), -result);
  return status;
}

bool is_link(Filesystem& filesystem, int directory, const std::string& name, const std::string& path) {
  FileStatus status;
  const int result = filesystem.status_of(directory, name, Links::keep, status);
  if (result == -ENOENT) return false;
  if (result < 0) refuse("read", path, -result);
  return status.kind == FileKind::symbolic_link;
}

[[noreturn]] void refuse_dangling(const std::string& path) {
  throw Error(ExitCode::input_output, path + " is a symbolic link to something that is not there",
              "bring its target back (is a disk not mounted?), or remove the link");
}

[[noreturn]] void refuse_size(const std::string& path, std::size_t limit) {
  throw Error(ExitCode::bad_input, path + " is larger than " + std::to_string(limit >> 10U) + " KiB",
              "nothing that Rung reads is as large as that: check that it is the right file");
}

std::string read_to_end(const OpenFile& file, std::size_t expected, std::size_t limit) {
  constexpr std::size_t least_room = 8192;
  std::string bytes(expected + 1, '\0');
  std::size_t used = 0;
  while (true) {
    const ssize_t count = retry_interrupted(
        [&] { return file.filesystem().read(file.descriptor(), bytes.data() + used, bytes.size() - used); });
    if (count < 0) refuse("read", file.path(), static_cast<int>(-count));
    if (count == 0) break;
    used += static_cast<std::size_t>(count);
    // The size in the status may be stale or a lie (as in /proc), so the bytes are what counts.
    if (used > limit) refuse_size(file.path(), limit);
    if (used == bytes.size()) bytes.resize(used + least_room);
  }
  bytes.resize(used);
  return bytes;
}

std::optional<FileContent> read_file(Filesystem& filesystem, int directory, const std::string& name,
                                     const std::string& path, std::size_t limit) {
  // Without O_NONBLOCK a pipe that nobody writes to would be waited for, before its kind is known.
  const int opened =
      retry_interrupted([&] { return filesystem.open(directory, name, O_RDONLY | O_NONBLOCK | O_NOCTTY, 0); });
  if (opened == -ENOENT) {
    if (is_link(filesystem, directory, name, path)) refuse_dangling(path);
    return std::nullopt;
  }
  if (opened < 0) refuse("read", path, -opened);
  const OpenFile file(filesystem, opened, path);
  const FileStatus status = status_of(file);
  if (status.kind != FileKind::regular) {
    throw Error(ExitCode::bad_input, path + (status.kind == FileKind::directory ? " is a directory" : " is not a file"),
                "give the path of a regular file");
  }
  const auto size = static_cast<std::size_t>(std::max(status.size, std::int64_t{0}));
  if (size > limit) refuse_size(path, limit);
  return FileContent{read_to_end(file, size, limit), identity_of(status)};
}

}  // namespace

std::optional<FileContent> read_regular_file(Filesystem& filesystem, const std::string& path, std::size_t limit) {
  return read_file(filesystem, AT_FDCWD, path, path, limit);
}

std::optional<FileContent> read_regular_file(const OpenFile& directory, const std::string& name, std::size_t limit) {
  return read_file(directory.filesystem(), directory.descriptor(), name, directory.path_of(name), limit);
}

std::optional<FileIdentity> identify_file(const OpenFile& directory, const std::string& name) {
  FileStatus status;
  const int result = directory.filesystem().status_of(directory.descriptor(), name, Links::follow, status);
  if (result == -ENOENT) return std::nullopt;
  if (result < 0) refuse("read", directory.path_of(name), -result);
  return identity_of(status);
}

std::optional<LinkTarget> follow_link(const OpenFile& directory, const std::string& name) {
  const std::string path = directory.path_of(name);
  if (!is_link(directory.filesystem(), directory.descriptor(), name, path)) return std::nullopt;
  std::string resolved;
  const int result = directory.filesystem().resolve(path, resolved);
  if (result == -ENOENT) refuse_dangling(path);
  if (result < 0) refuse("follow the link", path, -result);
  SplitPath split = split_path(resolved);
  auto target = open_directory(directory.filesystem(), split.directory);
  if (!target) refuse("follow the link", path, ENOENT);
  return LinkTarget{std::move(*target), std::move(split.name)};
}

}  // namespace rung
