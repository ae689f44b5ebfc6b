#pragma once

#include <cerrno>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <rung/store/filesystem.hpp>

namespace rung {

/// Throws Error(ExitCode::input_output): "cannot `doing` `path`: the reason", with a way out as the hint.
/// `error` is an errno, positive.
[[noreturn]] void refuse(std::string_view doing, const std::string& path, int error);

/// Makes `call` again for as long as a signal interrupts it. Only for calls that may safely be made twice.
template <class Call>
auto retry_interrupted(const Call& call) {
  auto result = call();
  while (result == -EINTR) result = call();
  return result;
}

/// Filesystem::open, made again if a signal interrupts it.
int open_at(Filesystem& filesystem, int directory, const std::string& name, int flags);

/// An open file or directory, closed when it goes. The filesystem must outlive it.
class OpenFile {
 public:
  OpenFile(Filesystem& filesystem, int descriptor, std::string path)
      : filesystem_(&filesystem), descriptor_(descriptor), path_(std::move(path)) {}
  OpenFile(OpenFile&& other) noexcept;
  OpenFile& operator=(OpenFile&& other) noexcept;
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile();

  [[nodiscard]] Filesystem& filesystem() const noexcept { return *filesystem_; }
  [[nodiscard]] int descriptor() const noexcept { return descriptor_; }
  /// As messages name it.
  [[nodiscard]] const std::string& path() const noexcept { return path_; }
  /// The path of `name` in this directory.
  [[nodiscard]] std::string path_of(std::string_view name) const;

  /// Until the disk has it; throws Error.
  void sync() const;
  /// Closes now and throws Error when the system reports that something was not written.
  void close();

 private:
  Filesystem* filesystem_;
  int descriptor_;
  std::string path_;
};

/// `directory/name` with one slash between them.
std::string join_path(std::string_view directory, std::string_view name);

/// A path as the directory it stands in (`.` when none is written) and the name there (empty after a final slash).
struct SplitPath {
  std::string directory;
  std::string name;
};
SplitPath split_path(std::string_view path);

/// `path` without slashes at its end, unless it is nothing else.
std::string without_final_slashes(std::string path);

/// Opens a directory; nothing when it is not there; any other failure throws Error.
std::optional<OpenFile> open_directory(Filesystem& filesystem, const std::string& path);

/// Opens a directory and creates each level that is missing with permissions 0700; a level that was created is on the
/// disk before the next one is begun. Throws Error.
OpenFile make_directory(Filesystem& filesystem, const std::string& path);

/// Until the disk has the names in `directory`; throws Error naming `path`, for whose sake it was done.
void sync_directory(const OpenFile& directory, const std::string& path);

/// The names in `directory`, sorted by bytes. Throws Error.
std::vector<std::string> list_names(const OpenFile& directory);
/// The same in any order, where there may be very many.
std::vector<std::string> list_unsorted(const OpenFile& directory);

/// Removes `name` from `directory`; its absence is fine. Throws Error.
void remove_file(const OpenFile& directory, const std::string& name);

}  // namespace rung
