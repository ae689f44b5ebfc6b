#include <rung/store/durable_file.hpp>

#include <cassert>
#include <utility>

#include "temporary.hpp"

namespace rung {

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

std::string report_temporary_name(std::string_view name) {
  return std::string(".").append(name.substr(0, 240)).append(".rung-tmp");
}

DurableWrite::DurableWrite(const OpenFile& directory, const std::string& temporary, Leftover leftover, std::string path)
    : directory_(directory), path_(std::move(path)) {
  Temporary created = create_temporary(directory_, temporary, leftover, path_);
  temporary_ = std::move(created.name);
  file_ = std::move(created.file);
  lock_ = std::move(created.lock);
}

// Once the delegate is done, the destructor removes the file, whatever is thrown here.
DurableWrite::DurableWrite(const OpenFile& directory, const std::string& temporary, Leftover leftover,
                           std::string_view bytes, mode_t permissions, std::string path)
    : DurableWrite(directory, temporary, leftover, std::move(path)) {
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
