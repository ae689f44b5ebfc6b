#include <rung/store/log_file.hpp>

#include <limits>
#include <optional>
#include <string>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>

#include <rung/error.hpp>
#include <rung/store/durable_file.hpp>
#include <rung/store/open_file.hpp>

namespace rung {
namespace {

/// The lines of the versions. What Rung calls saved, it can read.
std::string write_lines(std::span<const Entry> versions) {
  std::string lines;
  for (const Entry& version : versions) {
    const std::string line = write_entry(version);
    if (line.size() > max_log_line)
      throw Error(
          ExitCode::bad_input,
          fmt::format("an entry takes {} KiB in the log; {} KiB is the most", line.size() >> 10U, max_log_line >> 10U),
          "shorten its text, or give it fewer links, tags, and behaviors");
    const Log read = read_log(line, {});
    if (read.entries.size() != 1 || read.entries.front() != version)
      throw Error(ExitCode::bad_input, "this entry could not be read back, so it was not saved",
                  "write its text in other words, and please report this");
    lines.append(line).append(1, '\n');
  }
  return lines;
}

/// Opens the log for appending and waits until no other process appends to it.
OpenFile open_log(const OpenFile& root, const std::string& path) {
  Filesystem& filesystem = root.filesystem();
  const int opened = open_at(filesystem, root.descriptor(), split_path(path).name,
                             O_RDWR | O_CREAT | O_APPEND | O_NONBLOCK | O_NOCTTY);
  if (opened < 0) refuse("open", path, -opened);
  OpenFile file(filesystem, opened, path);
  FileStatus status;
  if (const int failed = filesystem.status(file.descriptor(), status); failed < 0) refuse("read", path, -failed);
  if (status.kind != FileKind::regular)
    throw Error(ExitCode::bad_input, fmt::format("{} is not a regular file", path), "move it elsewhere");
  const int locked = retry_interrupted([&] { return filesystem.wait_for_lock(file.descriptor()); });
  if (locked < 0) refuse("lock", path, -locked);
  return file;
}

bool ends_within_line(const OpenFile& file) {
  FileStatus status;
  Filesystem& filesystem = file.filesystem();
  if (const int failed = filesystem.status(file.descriptor(), status); failed < 0) refuse("read", file.path(), -failed);
  if (status.size == 0) return false;
  char last = '\n';
  const ssize_t count =
      retry_interrupted([&] { return filesystem.read_at(file.descriptor(), &last, 1, status.size - 1); });
  if (count < 0) refuse("read", file.path(), static_cast<int>(-count));
  return count == 1 && last != '\n';
}

/// Waits until no other process appends: a line may be half there while it does. Where that fails, the line is read as
/// it is, and reported.
void wait_for_appends(Filesystem& filesystem, const std::string& path) {
  const int opened = open_at(filesystem, AT_FDCWD, path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
  if (opened < 0) return;
  const OpenFile file(filesystem, opened, path);
  static_cast<void>(retry_interrupted([&] { return filesystem.wait_for_lock(file.descriptor()); }));
}

}  // namespace

bool is_log_file(Filesystem& filesystem, const Home& home, const std::string& path) {
  const auto is_same = [&filesystem](const std::string& one, const std::string& other) {
    FileStatus a;
    FileStatus b;
    return filesystem.status_of(AT_FDCWD, one, Links::follow, a) == 0 &&
           filesystem.status_of(AT_FDCWD, other, Links::follow, b) == 0 && a.device == b.device && a.inode == b.inode;
  };
  if (home.root.empty()) return false;
  const SplitPath split = split_path(path);
  return is_same(path, home.log()) ||
         (split.name == split_path(home.log()).name && is_same(split.directory, home.root));
}

Log load_log(Filesystem& filesystem, const Home& home) {
  const std::string path = home.log();
  const auto read = [&] { return read_regular_file(filesystem, path, std::numeric_limits<std::size_t>::max() - 1); };
  auto content = read();
  if (content && !content->bytes.empty() && content->bytes.back() != '\n') {
    wait_for_appends(filesystem, path);
    content = read();
  }
  return content ? read_log(content->bytes, path) : Log{};
}

void append_to_log(Filesystem& filesystem, const Home& home, std::span<const Entry> versions) {
  if (versions.empty()) return;
  std::string lines = write_lines(versions);
  const OpenFile root = make_directory(filesystem, home.root);
  OpenFile file = open_log(root, home.log());
  if (ends_within_line(file)) lines.insert(lines.begin(), '\n');
  write_all(file, lines);
  file.sync();
  file.close();
  // Even if the file existed: the process that created it may have been killed before it synced the directory.
  sync_directory(root, file.path());
}

}  // namespace rung
