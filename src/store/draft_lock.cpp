#include "draft_lock.hpp"

#include <fmt/format.h>

#include <rung/error.hpp>

#include "assessment_file.hpp"

namespace rung {

OpenFile lock_draft(const OpenFile& directory, const std::string& stem) {
  Filesystem& filesystem = directory.filesystem();
  const std::string name = fmt::format("{}.lock", stem);
  const int opened = open_at(filesystem, directory.descriptor(), name, O_CREAT | O_RDWR | O_NOFOLLOW | O_NONBLOCK);
  if (opened < 0) refuse("open the lock", directory.path_of(name), -opened);
  OpenFile lock(filesystem, opened, directory.path_of(name));
  const int locked = retry_interrupted([&] { return filesystem.lock(opened); });
  if (locked == -EWOULDBLOCK)
    throw Error(ExitCode::input_output,
                fmt::format("the draft {} is in use by another session", directory.path_of(file_name_of(stem))),
                "finish or quit that session first");
  if (locked < 0) refuse("lock", lock.path(), -locked);
  return lock;
}

}  // namespace rung
