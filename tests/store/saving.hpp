#pragma once

#include <string>
#include <string_view>

#include <rung/store/durable_file.hpp>

namespace rung {

/// Saves `bytes` as `name` with the pieces of the protocol that drafts and reports are saved with: through a link, into
/// a temporary file, then in place of what has the name.
inline void save_durably(const OpenFile& directory, const std::string& name, std::string_view bytes) {
  const auto link = follow_link(directory, name);
  const OpenFile& where = link ? link->directory : directory;
  const std::string& own_name = link ? link->name : name;
  DurableWrite write(where, temporary_name(own_name), Leftover::remove, bytes, 0600, directory.path_of(name));
  write.replace(own_name);
}

}  // namespace rung
