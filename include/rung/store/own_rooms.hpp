#pragma once

#include <optional>
#include <string>

#include <rung/store/filesystem.hpp>
#include <rung/store/home.hpp>

namespace rung {

/// A directory of the data directory that only Rung writes to.
struct OwnRoom {
  std::string path;
  bool holds_ladders = false;
};

/// The room that the file at `path` is in, or would be in once it is written, at any depth; absent if it is in none, or
/// if `home` is empty. Symbolic links are followed, and directories are compared by device and inode, so it does not
/// matter how the path is spelled.
std::optional<OwnRoom> find_own_room(Filesystem& filesystem, const Home& home, const std::string& path);

}  // namespace rung
