#pragma once

#include <optional>
#include <string>

#include <rung/store/examine.hpp>
#include <rung/store/filesystem.hpp>
#include <rung/store/open_file.hpp>

namespace rung {

/// A directory and whether other users of the machine can get into it.
struct Room {
  const OpenFile& directory;
  bool is_open = false;
};

/// Whether others can get into the directory at `path`, as far as its own permissions go.
bool is_open_to_others(Filesystem& filesystem, const std::string& path);

/// `directory` as a room of a place that is open to others or not.
Room enter(Filesystem& filesystem, bool place_is_open, const OpenFile& directory);

/// What is wrong with the room when others may put files into it or replace those that are there.
std::optional<FileFinding> find_exposure(Filesystem& filesystem, const Room& room);

/// What is wrong with a file of the room when others may read or change it. Only files that hold answers or notes
/// count.
std::optional<FileFinding> find_exposure(Filesystem& filesystem, const Room& room, const std::string& name);

}  // namespace rung
