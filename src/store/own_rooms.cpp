#include <rung/store/own_rooms.hpp>

#include <utility>
#include <vector>

#include <rung/store/open_file.hpp>

namespace rung {
namespace {

struct Candidate {
  OwnRoom room;
  FileStatus status;
};

std::optional<FileStatus> directory_status(Filesystem& filesystem, const std::string& path) {
  FileStatus status;
  if (filesystem.status_of(AT_FDCWD, path, Links::follow, status) != 0) return std::nullopt;
  return status.kind == FileKind::directory ? std::optional(status) : std::nullopt;
}

std::vector<Candidate> list_rooms(Filesystem& filesystem, const Home& home) {
  std::vector<Candidate> rooms;
  for (OwnRoom room : {OwnRoom{home.assessments()}, OwnRoom{home.drafts()}, OwnRoom{home.ladders(), true},
                       OwnRoom{join_path(home.root, "removed")}})
    if (const auto status = directory_status(filesystem, room.path)) rooms.push_back({std::move(room), *status});
  return rooms;
}

/// The absolute path, without links, of what stands at `path`, or of the nearest directory above it that exists.
std::optional<std::string> resolve_nearest(Filesystem& filesystem, std::string path) {
  std::string resolved;
  while (filesystem.resolve(path, resolved) != 0) {
    path = without_final_slashes(std::move(path));
    SplitPath split = split_path(path);
    if (split.directory == path) return std::nullopt;
    path = std::move(split.directory);
  }
  return resolved;
}

}  // namespace

std::optional<OwnRoom> find_own_room(Filesystem& filesystem, const Home& home, const std::string& path) {
  if (home.root.empty()) return std::nullopt;
  const std::vector<Candidate> rooms = list_rooms(filesystem, home);
  auto place = resolve_nearest(filesystem, path);
  if (rooms.empty() || !place) return std::nullopt;
  for (;;) {
    const auto status = directory_status(filesystem, *place);
    for (const Candidate& candidate : rooms)
      if (status && status->device == candidate.status.device && status->inode == candidate.status.inode)
        return candidate.room;
    std::string above = split_path(*place).directory;
    if (above == *place || above == ".") return std::nullopt;
    place = std::move(above);
  }
}

}  // namespace rung
