#include <rung/store/durable_file.hpp>

#include <cassert>
#include <utility>

namespace rung {
namespace {

/// So many sessions do not write one report at the same time; they are leftovers then.
constexpr int most_temporaries = 100;

int create(const OpenFile& directory, const std::string& name) {
  return retry_interrupted([&] {
    return directory.filesystem().open(directory.descriptor(), name, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW, 0600);
  });
}

/// Creates the temporary file; `name` becomes the one that was free.
int create_free(const OpenFile& directory, std::string& name, Leftover leftover) {
  int created = create(directory, name);
  if (created != -EEXIST) return created;
  if (leftover == Leftover::remove) {
    remove_file(directory, name);
    return create(directory, name);
  }
  const std::string stem = name;
  for (int number = 2; created == -EEXIST && number <= most_temporaries; ++number) {
    name = stem + "-" + std::to_string(number);
    created = create(directory, name);
  }
  return created;
}

}  // namespace

void write_all(const OpenFile& file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count =
        retry_interrupted([&] { return file.filesystem().write(file.descriptor(), bytes.data(), bytes.size()); });
    if (count < 0) refuse("save", file.path(), static_cast<int>(-count));
    // A device that takes nothing and reports nothing would be asked for ever.
    if (count == 0) refuse("save", file.path(), EIO);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

std::string temporary_name(std::string_view name) {
  // Room is left for the dots, the ending and a number within the 255 bytes of a name.
  return std::string(".").append(name.substr(0, 240)).append(".tmp");
}

DurableWrite::DurableWrite(const OpenFile& directory, std::string temporary, Leftover leftover, std::string path)
    : directory_(directory), temporary_(std::move(temporary)), path_(std::move(path)) {
  const int created = create_free(directory_, temporary_, leftover);
  if (created < 0) refuse("save", path_, -created);
  file_.emplace(directory_.filesystem(), created, path_);
}

// Once the delegate is done, the destructor removes the file, whatever is thrown here.
DurableWrite::DurableWrite(const OpenFile& directory, std::string temporary, Leftover leftover, std::string_view bytes,
                           mode_t permissions, std::string path)
    : DurableWrite(directory, std::move(temporary), leftover, std::move(path)) {
  write(bytes);
  seal(permissions);
}

DurableWrite::~DurableWrite() {
  file_.reset();
  if (!named_) directory_.filesystem().remove(directory_.descriptor(), temporary_);
}

void DurableWrite::write(std::string_view bytes) {
  assert(file_);
  write_all(*file_, bytes);
}

void DurableWrite::seal(mode_t permissions) {
  assert(file_);
  Filesystem& filesystem = directory_.filesystem();
  if (permissions != 0600) {
    const int changed = filesystem.set_permissions(file_->descriptor(), permissions);
    if (changed < 0) refuse("set the permissions of", path_, -changed);
  }
  file_->sync();
  FileStatus status;
  const int result = filesystem.status(file_->descriptor(), status);
  if (result < 0) refuse("save", path_, -result);
  identity_ = {status.device, status.inode, status.modified, status.size};
  file_->close();
  file_.reset();
}

void DurableWrite::replace(const std::string& name) {
  assert(!file_);
  const int renamed = directory_.filesystem().rename(directory_.descriptor(), temporary_, name);
  if (renamed < 0) refuse("save", path_, -renamed);
  named_ = true;
  sync_directory(directory_, path_);
}

bool DurableWrite::claim(const std::string& name) {
  assert(!file_);
  const int renamed = directory_.filesystem().rename_new(directory_.descriptor(), temporary_, name);
  if (renamed == -EEXIST) return false;
  if (renamed < 0) refuse("save", directory_.path_of(name), -renamed);
  named_ = true;
  sync_directory(directory_, directory_.path_of(name));
  return true;
}

}  // namespace rung
