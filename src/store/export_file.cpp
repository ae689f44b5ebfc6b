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

/// Absent if there is nothing at `path`.
std::optional<FileStatus> status_at(Filesystem& filesystem, const std::string& path, Links links) {
  FileStatus status;
  const int result = filesystem.status_of(AT_FDCWD, path, links, status);
  if (result == -ENOENT) return std::nullopt;
  if (result < 0) refuse("write", path, -result);
  return status;
}

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

}  // namespace

DurableExport::DurableExport(Filesystem& filesystem, const std::string& path, mode_t umask, Existing existing)
    : path_(path), existing_(existing) {
  if (is_open_descriptor(path)) {
    direct_ = open_for_writing(filesystem, path);
    return;
  }
  const auto there = status_at(filesystem, path, Links::follow);
  if (!there) {
    if (status_at(filesystem, path, Links::keep))
      throw Error(ExitCode::input_output,
                  fmt::format("cannot write {}: it is a symbolic link to something that is not there", path),
                  "remove the link, or give the path it leads to");
    begin(filesystem, path, 0666U & ~umask);
    return;
  }
  if (there->kind == FileKind::character_device || there->kind == FileKind::pipe) {
    direct_ = open_for_writing(filesystem, path);
    return;
  }
  if (there->kind != FileKind::regular) refuse_kind(path, there->kind);
  if (existing == Existing::refuse) refuse_existing_file(path);
  // A rename needs write permission for the directory only; the permissions of the file must count too.
  open_for_writing(filesystem, path).close();
  std::string resolved;
  const int result = filesystem.resolve(path, resolved);
  if (result < 0) refuse("write", path, -result);
  begin(filesystem, resolved, there->permissions);
}

void DurableExport::begin(Filesystem& filesystem, const std::string& where, mode_t permissions) {
  SplitPath split = split_path(where);
  if (split.name.empty()) refuse_kind(path_, FileKind::directory);
  directory_ = open_directory(filesystem, split.directory);
  if (!directory_) refuse("write", path_, ENOENT);
  name_ = std::move(split.name);
  permissions_ = permissions;
  temporary_.emplace(*directory_, report_temporary_name(name_), Leftover::avoid, path_);
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

std::string export_private_file(Filesystem& filesystem, const std::string& directory, const std::string& stem,
                                const std::string& ending, std::string_view bytes) {
  const std::string name = fmt::format("{}{}", stem, ending);
  const std::string path = fmt::format("{}/{}", directory, name);
  const auto opened = open_directory(filesystem, directory);
  if (!opened) refuse("write", path, ENOENT);
  DurableWrite write(*opened, report_temporary_name(name), Leftover::avoid, bytes, 0600, path);
  return fmt::format("{}/{}", directory, write.claim_free(stem, ending));
}

}  // namespace rung
