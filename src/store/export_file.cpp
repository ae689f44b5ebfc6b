#include <rung/store/export_file.hpp>

#include <cassert>
#include <cerrno>
#include <utility>

#include <fmt/format.h>

#include <rung/error.hpp>

namespace rung {
namespace {

bool is_open_descriptor(std::string_view path) {
  return path == "/dev/stdout" || path == "/dev/stderr" || path.starts_with("/dev/fd/") ||
         path.starts_with("/proc/self/fd/");
}

/// A name for a directory of the user's, where it must not look like a file of theirs.
std::string report_temporary_name(std::string_view name) { return fmt::format(".{}.rung-tmp", name.substr(0, 240)); }

OpenFile open_for_writing(Filesystem& filesystem, const std::string& path) {
  const int opened = open_at(filesystem, AT_FDCWD, path, O_WRONLY | O_APPEND | O_NOCTTY);
  if (opened < 0) refuse("write", path, -opened);
  return OpenFile(filesystem, opened, path);
}

[[noreturn]] void refuse_kind(const std::string& path, FileKind kind) {
  if (kind == FileKind::directory)
    throw Error(ExitCode::input_output, fmt::format("cannot write {}: it is a directory", path),
                "give the name of a file in it");
  throw Error(ExitCode::input_output, fmt::format("cannot write {}: it is not a regular file", path),
              "choose another name");
}

[[noreturn]] void refuse_existing_file(const std::string& path) {
  throw Error(ExitCode::usage, fmt::format("{} is there already", path),
              "choose another name, or add --force to replace it");
}

[[noreturn]] void refuse_changed(const std::string& path) {
  throw Error(ExitCode::input_output, fmt::format("cannot write {}: another program changed it at this moment", path),
              "check who may write to that directory, then try again");
}

bool is_written_directly(FileKind kind) { return kind == FileKind::character_device || kind == FileKind::pipe; }

FileStatus status_of_open(const OpenFile& file) {
  FileStatus status;
  const int result = file.filesystem().status(file.descriptor(), status);
  if (result < 0) refuse("write", file.path(), -result);
  return status;
}

/// Opens the directory that a report goes into. Whatever happens to its path afterwards, the report goes there.
OpenFile open_target_directory(Filesystem& filesystem, const std::string& directory, const std::string& path) {
  const int opened = open_at(filesystem, AT_FDCWD, directory, O_RDONLY | O_DIRECTORY | O_NONBLOCK);
  if (opened < 0) refuse("write", path, -opened);
  return OpenFile(filesystem, opened, directory);
}

/// What stands at the name of a report when it is looked at first.
struct Standing {
  FileStatus status;  ///< of the target of a link
  bool is_link = false;
};

/// Absent if there is nothing. Throws Error for a link to nothing.
std::optional<Standing> look_at(const OpenFile& directory, const std::string& name, const std::string& path) {
  Filesystem& filesystem = directory.filesystem();
  Standing standing;
  const int found = filesystem.status_of(directory.descriptor(), name, Links::keep, standing.status);
  if (found == -ENOENT) return std::nullopt;
  if (found < 0) refuse("write", path, -found);
  standing.is_link = standing.status.kind == FileKind::symbolic_link;
  if (!standing.is_link) return standing;
  const int followed = filesystem.status_of(directory.descriptor(), name, Links::follow, standing.status);
  if (followed == -ENOENT)
    throw Error(ExitCode::input_output,
                fmt::format("cannot write {}: it is a symbolic link to something that is not there", path),
                "remove the link, or give the path it leads to");
  if (followed < 0) refuse("write", path, -followed);
  return standing;
}

/// Opens what `standing` describes: a link is followed only where one stood before.
OpenFile open_standing(const OpenFile& directory, const std::string& name, const Standing& standing,
                       const std::string& path) {
  int flags = O_WRONLY | O_APPEND | O_NOCTTY;
  if (!standing.is_link) flags |= O_NOFOLLOW;
  // A pipe waits for its reader. What was a regular file a moment ago does not wait for anything.
  if (!is_written_directly(standing.status.kind)) flags |= O_NONBLOCK;
  const int opened = open_at(directory.filesystem(), directory.descriptor(), name, flags);
  if (opened == -ELOOP && !standing.is_link) refuse_changed(path);
  if (opened < 0) refuse("write", path, -opened);
  OpenFile file(directory.filesystem(), opened, path);
  if (status_of_open(file).kind != standing.status.kind) refuse_changed(path);
  return file;
}

}  // namespace

DurableExport::DurableExport(Filesystem& filesystem, const std::string& path, mode_t umask, Existing existing)
    : path_(path), existing_(existing) {
  if (is_open_descriptor(path)) {
    direct_ = open_for_writing(filesystem, path);
    return;
  }
  SplitPath split = split_path(path);
  if (split.name.empty()) refuse_kind(path, FileKind::directory);
  directory_ = open_target_directory(filesystem, split.directory, path);
  name_ = std::move(split.name);
  permissions_ = 0666U & ~umask;
  if (const auto standing = look_at(*directory_, name_, path)) {
    const FileKind kind = standing->status.kind;
    if (kind == FileKind::regular && existing == Existing::refuse) refuse_existing_file(path);
    if (kind != FileKind::regular && !is_written_directly(kind)) refuse_kind(path, kind);
    // A rename needs write permission for the directory only; the permissions of the file must count too.
    OpenFile file = open_standing(*directory_, name_, *standing, path);
    if (is_written_directly(kind)) {
      direct_ = std::move(file);
      return;
    }
    permissions_ = status_of_open(file).permissions;
    if (standing->is_link) move_to_target(file);
  }
  temporary_.emplace(*directory_, report_temporary_name(name_), Leftover::avoid, path_);
}

void DurableExport::move_to_target(const OpenFile& target) {
  Filesystem& filesystem = target.filesystem();
  std::string resolved;
  const int result = filesystem.resolve(path_, resolved);
  if (result < 0) refuse("write", path_, -result);
  SplitPath split = split_path(resolved);
  OpenFile directory = open_target_directory(filesystem, split.directory, path_);
  // The link, or one on the way to it, may lead elsewhere by now.
  FileStatus named;
  const int found = filesystem.status_of(directory.descriptor(), split.name, Links::keep, named);
  if (found < 0 && found != -ENOENT) refuse("write", path_, -found);
  const FileStatus opened = status_of_open(target);
  if (found < 0 || named.device != opened.device || named.inode != opened.inode) refuse_changed(path_);
  directory_ = std::move(directory);
  name_ = std::move(split.name);
}

void DurableExport::write(std::string_view bytes) {
  assert(direct_ || temporary_);
  if (direct_) return write_all(*direct_, bytes);
  temporary_->write(bytes);
}

void DurableExport::commit() {
  assert(direct_ || temporary_);
  if (direct_) return direct_->close();
  temporary_->seal(permissions_);
  if (existing_ == Existing::replace)
    temporary_->replace(name_);
  else if (!temporary_->claim(name_))
    refuse_existing_file(path_);
  temporary_.reset();
}

void export_file(Filesystem& filesystem, const std::string& path, std::string_view bytes, mode_t umask,
                 Existing existing) {
  DurableExport file(filesystem, path, umask, existing);
  file.write(bytes);
  file.commit();
}

std::string export_private_file(Filesystem& filesystem, const std::string& directory, const std::string& name,
                                std::string_view bytes) {
  const OpenFile opened = make_directory(filesystem, directory);
  std::string path = opened.path_of(name);
  DurableWrite write(opened, report_temporary_name(name), Leftover::avoid, bytes, 0600, path);
  write.replace(name);
  return path;
}

}  // namespace rung
