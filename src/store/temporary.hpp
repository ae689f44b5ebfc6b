#pragma once

#include <optional>
#include <string>

#include <rung/store/durable_file.hpp>

namespace rung {

/// A new file with permissions 0600 under a name of its own.
struct Temporary {
  OpenFile file;
  std::string name;
  /// Held for as long as the file has that name, where the file system knows locks: it tells a file that is being
  /// written from one whose writer was killed.
  std::optional<OpenFile> lock;
};

/// Creates `name` in `directory`. What stands there is removed (Leftover::remove, for who holds the draft's lock), or
/// only where its writer is gone (Leftover::avoid); else the next of `name`-2, `name`-3 … is taken. Throws Error naming
/// `path`.
Temporary create_temporary(const OpenFile& directory, const std::string& name, Leftover leftover,
                           const std::string& path);

}  // namespace rung
