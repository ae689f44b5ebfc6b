#include <rung/store/durable_file.hpp>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <utility>

#include <fmt/format.h>

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
  throw Error(ExitCode::input_output, fmt::format("{} is a symbolic link to something that is not there", path),
              "bring its target back (is a disk not mounted?), or remove the link");
}

[[noreturn]] void refuse_size(const std::string& path, std::size_t limit) {
  throw Error(ExitCode::bad_input, fmt::format("{} is larger than {} KiB", path, limit >> 10U),
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
  const int opened = open_at(filesystem, directory, name, O_RDONLY | O_NONBLOCK | O_NOCTTY);
  if (opened == -ENOENT) {
    if (is_link(filesystem, directory, name, path)) refuse_dangling(path);
    return std::nullopt;
  }
  if (opened < 0) refuse("read", path, -opened);
  const OpenFile file(filesystem, opened, path);
  const FileStatus status = status_of(file);
  if (status.kind != FileKind::regular) {
    const std::string_view what = status.kind == FileKind::directory ? "a directory" : "not a file";
    throw Error(ExitCode::bad_input, fmt::format("{} is {}", path, what), "give the path of a regular file");
  }
  const auto size = static_cast<std::size_t>(std::max(status.size, std::int64_t{0}));
  if (size > limit) refuse_size(path, limit);
  return FileContent{read_to_end(file, size, limit), identity_of(status)};
}

/// More concurrent writers of one report than this is implausible.
constexpr int most_temporaries = 100;

int create_new(const OpenFile& directory, const std::string& name) {
  return open_at(directory.filesystem(), directory.descriptor(), name, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW);
}

enum class LockOutcome { taken, held_by_other, impossible };

struct LockAttempt {
  LockOutcome outcome = LockOutcome::impossible;
  std::optional<OpenFile> lock;  ///< when it was taken
};

LockAttempt try_lock(const OpenFile& directory, const std::string& name) {
  Filesystem& filesystem = directory.filesystem();
  const int opened = open_at(filesystem, directory.descriptor(), name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
  if (opened < 0) return {};
  OpenFile file(filesystem, opened, directory.path_of(name));
  const int locked = retry_interrupted([&] { return filesystem.lock(file.descriptor()); });
  if (locked == -EWOULDBLOCK) return {LockOutcome::held_by_other, std::nullopt};
  if (locked < 0) return {};
  return {LockOutcome::taken, std::move(file)};
}

/// What stands under the name that a file was opened by. Another program may have put something else there.
enum class Named { that_file, something_else, unknown };

Named look_at_name(const OpenFile& file, const OpenFile& directory, const std::string& name) {
  FileStatus own;
  FileStatus named;
  Filesystem& filesystem = directory.filesystem();
  const int result = filesystem.status_of(directory.descriptor(), name, Links::keep, named);
  if (result == -ENOENT) return Named::something_else;
  if (result < 0 || filesystem.status(file.descriptor(), own) < 0) return Named::unknown;
  return own.device == named.device && own.inode == named.inode ? Named::that_file : Named::something_else;
}

bool is_regular(const OpenFile& file) {
  FileStatus status;
  return file.filesystem().status(file.descriptor(), status) == 0 && status.kind == FileKind::regular;
}

/// Removes what a killed writer left: nobody holds its lock any more.
bool remove_abandoned(const OpenFile& directory, const std::string& name) {
  const LockAttempt attempt = try_lock(directory, name);
  return attempt.lock && is_regular(*attempt.lock) &&
         look_at_name(*attempt.lock, directory, name) == Named::that_file &&
         directory.filesystem().remove(directory.descriptor(), name) == 0;
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

void write_all(const OpenFile& file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count =
        retry_interrupted([&] { return file.filesystem().write(file.descriptor(), bytes.data(), bytes.size()); });
    if (count < 0) refuse("save", file.path(), static_cast<int>(-count));
    // A device that accepts nothing and reports nothing would loop forever.
    if (count == 0) refuse("save", file.path(), EIO);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

std::string temporary_name(std::string_view name) {
  // The dots, the ending, and a number must fit into the 255 bytes of a name.
  return fmt::format(".{}.tmp", name.substr(0, 240));
}

std::string numbered(std::string_view stem, int number) {
  return number == 1 ? std::string(stem) : fmt::format("{}-{}", stem, number);
}

DurableWrite::DurableWrite(const OpenFile& directory, const std::string& temporary, Leftover leftover, std::string path)
    : directory_(directory), path_(std::move(path)) {
  create(temporary, leftover);
}

// Once the delegate is done, the destructor removes the file, whatever is thrown here.
DurableWrite::DurableWrite(const OpenFile& directory, const std::string& temporary, Leftover leftover,
                           std::string_view bytes, mode_t permissions, std::string path)
    : DurableWrite(directory, temporary, leftover, std::move(path)) {
  write(bytes);
  seal(permissions);
}

DurableWrite::~DurableWrite() {
  file_.reset();
  if (!named_) directory_.filesystem().remove(directory_.descriptor(), temporary_);
}

void DurableWrite::create(const std::string& temporary, Leftover leftover) {
  if (leftover == Leftover::avoid) return create_beside_others(temporary);
  int created = create_new(directory_, temporary);
  if (created == -EEXIST) {
    remove_file(directory_, temporary);
    created = create_new(directory_, temporary);
  }
  if (created < 0) refuse("save", path_, -created);
  file_.emplace(directory_.filesystem(), created, path_);
  temporary_ = temporary;
}

void DurableWrite::create_beside_others(const std::string& temporary) {
  int created = 0;
  for (int number = 1; number <= most_temporaries; ++number) {
    const std::string name = numbered(temporary, number);
    created = create_new(directory_, name);
    if (created == -EEXIST && remove_abandoned(directory_, name)) created = create_new(directory_, name);
    if (created >= 0 && lock_created(name, OpenFile(directory_.filesystem(), created, path_))) return;
    if (created < 0 && created != -EEXIST) break;
  }
  refuse("save", path_, created < 0 ? -created : EEXIST);
}

/// False if another writer took the file for abandoned before it was locked, and has removed it or is about to.
bool DurableWrite::lock_created(const std::string& name, OpenFile file) {
  LockAttempt attempt = try_lock(directory_, name);
  const bool is_lost = look_at_name(file, directory_, name) == Named::something_else;
  if (attempt.outcome == LockOutcome::held_by_other || is_lost) return false;
  temporary_ = name;
  file_ = std::move(file);
  lock_ = std::move(attempt.lock);
  return true;
}

void DurableWrite::write(std::string_view bytes) {
  assert(file_);
  write_all(*file_, bytes);
}

void DurableWrite::seal(mode_t permissions) {
  assert(file_);
  Filesystem& filesystem = directory_.filesystem();
  if (permissions != 0600) {
    const int changed = filesystem.set_permissions(file_->descriptor(), permissions);
    if (changed < 0) refuse("set the permissions of", path_, -changed);
  }
  file_->sync();
  FileStatus status;
  const int result = filesystem.status(file_->descriptor(), status);
  if (result < 0) refuse("save", path_, -result);
  identity_ = identity_of(status);
  file_->close();
  file_.reset();
}

void DurableWrite::replace(const std::string& name) {
  assert(!file_);
  const int renamed = directory_.filesystem().rename(directory_.descriptor(), temporary_, name);
  if (renamed < 0) refuse("save", path_, -renamed);
  named_ = true;
  sync_directory(directory_, path_);
}

bool DurableWrite::claim(const std::string& name) {
  assert(!file_);
  const int renamed = directory_.filesystem().rename_new(directory_.descriptor(), temporary_, name);
  if (renamed == -EEXIST) return false;
  if (renamed < 0) refuse("save", directory_.path_of(name), -renamed);
  named_ = true;
  sync_directory(directory_, directory_.path_of(name));
  return true;
}

std::string DurableWrite::claim_free(std::string_view stem, std::string_view ending) {
  for (int number = 1;; ++number) {
    std::string name = fmt::format("{}{}", numbered(stem, number), ending);
    if (claim(name)) return name;
  }
}

}  // namespace rung
