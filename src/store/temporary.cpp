#include "temporary.hpp"

#include <cerrno>
#include <utility>

namespace rung {
namespace {

/// So many programs do not write one report at the same time.
constexpr int most_temporaries = 100;

int create(const OpenFile& directory, const std::string& name) {
  return retry_interrupted([&] {
    return directory.filesystem().open(directory.descriptor(), name, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW, 0600);
  });
}

enum class LockOutcome { taken, held_by_other, impossible };

struct LockAttempt {
  LockOutcome outcome = LockOutcome::impossible;
  std::optional<OpenFile> lock;  ///< when it was taken
};

LockAttempt try_lock(const OpenFile& directory, const std::string& name) {
  Filesystem& filesystem = directory.filesystem();
  const int opened = retry_interrupted(
      [&] { return filesystem.open(directory.descriptor(), name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, 0); });
  if (opened < 0) return {};
  OpenFile file(filesystem, opened, directory.path_of(name));
  const int locked = retry_interrupted([&] { return filesystem.lock(file.descriptor()); });
  if (locked == -EWOULDBLOCK) return {LockOutcome::held_by_other, std::nullopt};
  if (locked < 0) return {};
  return {LockOutcome::taken, std::move(file)};
}

/// What stands under the name that a file was opened by. Another program may have put something else there.
enum class Named { that_file, something_else, unknown };

Named look_at_name(const OpenFile& file, const OpenFile& directory, const std::string& name) {
  FileStatus own;
  FileStatus named;
  Filesystem& filesystem = directory.filesystem();
  const int result = filesystem.status_of(directory.descriptor(), name, Links::keep, named);
  if (result == -ENOENT) return Named::something_else;
  if (result < 0 || filesystem.status(file.descriptor(), own) < 0) return Named::unknown;
  return own.device == named.device && own.inode == named.inode ? Named::that_file : Named::something_else;
}

bool is_regular(const OpenFile& file) {
  FileStatus status;
  return file.filesystem().status(file.descriptor(), status) == 0 && status.kind == FileKind::regular;
}

/// Removes what a killed writer left: nobody holds its lock any more.
bool remove_abandoned(const OpenFile& directory, const std::string& name) {
  const LockAttempt attempt = try_lock(directory, name);
  return attempt.lock && is_regular(*attempt.lock) &&
         look_at_name(*attempt.lock, directory, name) == Named::that_file &&
         directory.filesystem().remove(directory.descriptor(), name) == 0;
}

/// The file just created, unless another program took it for abandoned before it was locked.
std::optional<Temporary> claim_created(const OpenFile& directory, const std::string& name, OpenFile file) {
  LockAttempt attempt = try_lock(directory, name);
  if (attempt.outcome == LockOutcome::impossible) return Temporary{std::move(file), name, std::nullopt};
  const bool is_lost = look_at_name(file, directory, name) == Named::something_else;
  if (attempt.outcome == LockOutcome::held_by_other || is_lost) return std::nullopt;
  return Temporary{std::move(file), name, std::move(attempt.lock)};
}

}  // namespace

Temporary create_temporary(const OpenFile& directory, const std::string& name, Leftover leftover,
                           const std::string& path) {
  int created = create(directory, name);
  if (leftover == Leftover::remove) {
    if (created == -EEXIST) {
      remove_file(directory, name);
      created = create(directory, name);
    }
    if (created < 0) refuse("save", path, -created);
    return {OpenFile(directory.filesystem(), created, path), name, std::nullopt};
  }
  std::string tried = name;
  for (int number = 2; number <= most_temporaries; ++number) {
    if (created == -EEXIST && remove_abandoned(directory, tried)) created = create(directory, tried);
    if (created >= 0) {
      auto claimed = claim_created(directory, tried, OpenFile(directory.filesystem(), created, path));
      if (claimed) return *std::move(claimed);
    } else if (created != -EEXIST) {
      break;
    }
    tried = name + "-" + std::to_string(number);
    created = create(directory, tried);
  }
  refuse("save", path, created < 0 ? -created : EEXIST);
}

}  // namespace rung
