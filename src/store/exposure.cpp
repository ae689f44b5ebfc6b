#include "exposure.hpp"

#include <fcntl.h>

#include "draft_files.hpp"

namespace rung {
namespace {

constexpr mode_t of_others = 0077;
constexpr mode_t entry_for_others = 0011;
constexpr mode_t writing_for_others = 0022;

bool is_backup_name(std::string_view name) { return name.rfind(".json.bak") != std::string_view::npos; }

mode_t permissions_of(Filesystem& filesystem, const std::string& path) {
  FileStatus status;
  return filesystem.status_of(AT_FDCWD, path, Links::follow, status) == 0 ? status.permissions : 0;
}

}  // namespace

bool is_open_to_others(Filesystem& filesystem, const std::string& path) {
  return (permissions_of(filesystem, path) & entry_for_others) != 0;
}

Room enter(Filesystem& filesystem, bool place_is_open, const OpenFile& directory) {
  return {directory, place_is_open && is_open_to_others(filesystem, directory.path())};
}

std::optional<FileFinding> find_exposure(Filesystem& filesystem, const Room& room) {
  const std::string& path = room.directory.path();
  if (!room.is_open || (permissions_of(filesystem, path) & writing_for_others) == 0) return std::nullopt;
  return FileFinding{Ailment::open_to_others,
                     path,
                     "other users of this machine may put files into it, and replace what is in it",
                     "take that permission away",
                     {"chmod", "go=", path}};
}

std::optional<FileFinding> find_exposure(Filesystem& filesystem, const Room& room, const std::string& name) {
  const bool counts = name.ends_with(ending) || is_backup_name(name) || name.ends_with(".txt");
  FileStatus status;
  if (!room.is_open || !counts || filesystem.status_of(room.directory.descriptor(), name, Links::follow, status) != 0)
    return std::nullopt;
  if (status.kind != FileKind::regular || (status.permissions & of_others) == 0) return std::nullopt;
  const std::string path = room.directory.path_of(name);
  return FileFinding{Ailment::open_to_others,
                     path,
                     "other users of this machine may read it",
                     "take that permission away",
                     {"chmod", "go=", path}};
}

}  // namespace rung
