#include <rung/store/durable_export.hpp>

#include <cassert>
#include <utility>

#include <rung/error.hpp>

namespace rung {
namespace {

bool is_open_descriptor(std::string_view path) {
  return path == "/dev/stdout" || path == "/dev/stderr" || path.starts_with("/dev/fd/") ||
         path.starts_with("/proc/self/fd/");
}

/// Absent when there is nothing at `path`.
std::optional<FileStatus> status_at(Filesystem& filesystem, const std::string& path, Links links) {
  FileStatus status;
  const int result = filesystem.status_of(AT_FDCWD, path, links, status);
  if (result == -ENOENT) return std::nullopt;
  if (result < 0) refuse("write", path, -result);
  return status;
}

OpenFile open_for_writing(Filesystem& filesystem, const std::string& path) {
  const int opened =
      retry_interrupted([&] { return filesystem.open(AT_FDCWD, path, O_WRONLY | O_APPEND | O_NOCTTY, 0); });
  if (opened < 0) refuse("write", path, -opened);
  return OpenFile(filesystem, opened, path);
}

[[noreturn]] void refuse_kind(const std::string& path, FileKind kind) {
  if (kind == FileKind::directory) {
    throw Error(ExitCode::input_output, "cannot write " + path + ": it is a directory",
                "give the name of a file in it");
  }
  throw Error(ExitCode::input_output, "cannot write " + path + ": it is not a regular file", "choose another name");
}

}  // namespace

DurableExport::DurableExport(Filesystem& filesystem, const std::string& path, mode_t umask) : path_(path) {
  if (is_open_descriptor(path)) {
    direct_ = open_for_writing(filesystem, path);
    return;
  }
  const auto there = status_at(filesystem, path, Links::follow);
  if (!there) {
    if (status_at(filesystem, path, Links::keep)) {
      throw Error(ExitCode::input_output,
                  "cannot write " + path + ": it is a symbolic link to something that is not there",
                  "remove the link, or give the path it leads to");
    }
    begin(filesystem, path, 0666U & ~umask);
    return;
  }
  if (there->kind == FileKind::character_device || there->kind == FileKind::pipe) {
    direct_ = open_for_writing(filesystem, path);
    return;
  }
  if (there->kind != FileKind::regular) refuse_kind(path, there->kind);
  // Replacing asks the directory for permission; the file's own word must count too, as it does for a redirection.
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
  temporary_->replace(name_);
  temporary_.reset();
}

void export_file(Filesystem& filesystem, const std::string& path, std::string_view bytes, mode_t umask) {
  DurableExport file(filesystem, path, umask);
  file.write(bytes);
  file.commit();
}

void export_file(Filesystem& filesystem, const std::string& path, std::string_view bytes, mode_t umask,
                 Existing existing) {
  const auto there = is_open_descriptor(path) ? std::nullopt : status_at(filesystem, path, Links::follow);
  const bool is_new = !is_open_descriptor(path) && !there && !status_at(filesystem, path, Links::keep);
  if (existing == Existing::replace || (!is_new && (!there || there->kind != FileKind::regular)))
    return export_file(filesystem, path, bytes, umask);
  if (is_new) {
    const SplitPath split = split_path(path);
    if (split.name.empty()) refuse_kind(path, FileKind::directory);
    const auto directory = open_directory(filesystem, split.directory);
    if (!directory) refuse("write", path, ENOENT);
    DurableWrite write(*directory, report_temporary_name(split.name), Leftover::avoid, bytes, 0666U & ~umask, path);
    if (write.claim(split.name)) return;
  }
  throw Error(ExitCode::usage, path + " is there already", "choose another name, or add --force to replace it");
}

std::string export_private_file(Filesystem& filesystem, const std::string& directory, const std::string& stem,
                                const std::string& ending, std::string_view bytes) {
  constexpr int most_attempts = 10'000;
  const auto opened = open_directory(filesystem, directory);
  const std::string path = directory + "/" + stem + ending;
  if (!opened) refuse("write", path, ENOENT);
  DurableWrite write(*opened, report_temporary_name(stem + ending), Leftover::avoid, bytes, 0600, path);
  std::string name = stem + ending;
  for (int attempt = 2; !write.claim(name); ++attempt) {
    if (attempt > most_attempts) refuse("write", path, EEXIST);
    name = std::string(stem).append("-").append(std::to_string(attempt)).append(ending);
  }
  return directory + "/" + name;
}

}  // namespace rung
