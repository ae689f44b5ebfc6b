#pragma once

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <rung/store/filesystem.hpp>
#include <rung/store/home.hpp>

namespace rung {

/// How often the power went in all tests of a run; told at its end for docs/reliability.md.
struct PowerCuts {
  int count = 0;

  ~PowerCuts() {
    if (count > 0 && std::getenv("RUNG_FIGURES") != nullptr) std::printf("power cuts %d\n", count);
  }
};
inline PowerCuts power_cuts;

/// A file system in memory that knows what would be on the disk: bytes reach it when the file is synced, names when the
/// directory is. It knows no symbolic links. Copying it copies the disk.
class MemoryFilesystem final : public Filesystem {
 public:
  MemoryFilesystem() { nodes_[root_].is_directory = true; }

  /// The power goes: each change that was not synced has reached the disk if `has_reached` says so for it. A write that
  /// has not leaves the bytes of the last sync.
  void lose_power(const std::function<bool()>& has_reached) {
    ++power_cuts.count;
    for (auto& [number, node] : nodes_) {
      if (!node.is_directory && !has_reached()) node.bytes = node.synced_bytes;
      node.synced_bytes = node.bytes;
    }
    for (const Change& change : changes_)
      if (has_reached()) apply(change, &Node::synced_names);
    for (auto& [number, node] : nodes_) node.names = node.synced_names;
    changes_.clear();
    handles_.clear();
    locked_.clear();
  }

  std::optional<std::string> bytes_of(const std::string& path) {
    const auto found = find(AT_FDCWD, path);
    if (!found || nodes_[*found].is_directory) return std::nullopt;
    return nodes_[*found].bytes;
  }

  std::vector<std::string> names_in(const std::string& path) {
    std::vector<std::string> names;
    if (const auto found = find(AT_FDCWD, path))
      for (const auto& [name, number] : nodes_[*found].names) names.push_back(name);
    return names;
  }

  int open(int directory, const std::string& name, int flags, mode_t mode) override {
    auto found = find(directory, name);
    if (found && (flags & O_EXCL) != 0) return -EEXIST;
    if (!found) {
      if ((flags & O_CREAT) == 0) return -ENOENT;
      const auto created = create(directory, name, false, mode);
      if (created < 0) return created;
      found = created;
    }
    if ((flags & O_DIRECTORY) != 0 && !nodes_[*found].is_directory) return -ENOTDIR;
    const int handle = next_handle_++;
    handles_[handle] = {*found, 0};
    return handle;
  }

  ssize_t read(int file, char* into, std::size_t size) override {
    Handle& handle = handles_.at(file);
    const std::size_t count = nodes_[handle.node].bytes.copy(into, size, handle.offset);
    handle.offset += count;
    return static_cast<ssize_t>(count);
  }

  ssize_t read_at(int file, char* into, std::size_t size, std::int64_t offset) override {
    return static_cast<ssize_t>(
        nodes_[handles_.at(file).node].bytes.copy(into, size, static_cast<std::size_t>(offset)));
  }

  ssize_t write(int file, const char* from, std::size_t size) override {
    Node& node = nodes_[handles_.at(file).node];
    node.bytes.append(from, size);
    node.modified = ++clock_;
    return static_cast<ssize_t>(size);
  }

  int sync(int file) override {
    const int number = handles_.at(file).node;
    nodes_[number].synced_bytes = nodes_[number].bytes;
    std::erase_if(changes_, [&](const Change& change) {
      const bool is_here =
          std::any_of(change.begin(), change.end(), [&](const auto& one) { return one.directory == number; });
      if (is_here) apply(change, &Node::synced_names);
      return is_here;
    });
    return 0;
  }

  int close(int file) override {
    const auto handle = handles_.find(file);
    if (handle == handles_.end()) return -EBADF;
    const auto holder = locked_.find(handle->second.node);
    if (holder != locked_.end() && holder->second == file) locked_.erase(holder);
    handles_.erase(handle);
    return 0;
  }

  int set_permissions(int file, mode_t permissions) override {
    nodes_[handles_.at(file).node].permissions = permissions;
    return 0;
  }

  int lock(int file) override { return locked_.emplace(handles_.at(file).node, file).second ? 0 : -EWOULDBLOCK; }

  /// Nobody else runs, so a lock that is held will never be free.
  int wait_for_lock(int file) override { return lock(file); }

  int status(int file, FileStatus& status) override { return describe(handles_.at(file).node, status); }

  int status_of(int directory, const std::string& name, Links /*links*/, FileStatus& status) override {
    const auto found = find(directory, name);
    return found ? describe(*found, status) : -ENOENT;
  }

  int rename(int directory, const std::string& from, const std::string& to) override {
    const auto found = find(directory, from);
    const auto source = find(directory, directory_of(from));
    const auto target = find(directory, directory_of(to));
    if (!found || !target) return -ENOENT;
    change({{*source, name_of(from), std::nullopt}, {*target, name_of(to), *found}});
    return 0;
  }

  int rename_new(int directory, const std::string& from, const std::string& to) override {
    return find(directory, to) ? -EEXIST : rename(directory, from, to);
  }

  int remove(int directory, const std::string& name) override {
    if (!find(directory, name)) return -ENOENT;
    change({{*parent(directory), name, std::nullopt}});
    return 0;
  }

  int make_directory(int directory, const std::string& name, mode_t mode) override {
    if (find(directory, name)) return -EEXIST;
    const int created = create(directory, name, true, mode);
    return created < 0 ? created : 0;
  }

  int list(int directory, std::vector<std::string>& names) override {
    names.clear();
    for (const auto& [name, number] : nodes_[handles_.at(directory).node].names) names.push_back(name);
    return 0;
  }

  int resolve(const std::string& path, std::string& resolved) override {
    if (!find(AT_FDCWD, path)) return -ENOENT;
    resolved = path;
    return 0;
  }

 private:
  using Names = std::map<std::string, int>;

  /// A name and what it stands for from now on.
  struct Renamed {
    int directory = 0;
    std::string name;
    std::optional<int> node;
  };
  /// All of one change reaches the disk or none of it.
  using Change = std::vector<Renamed>;

  struct Node {
    bool is_directory = false;
    mode_t permissions = 0;
    std::int64_t modified = 0;
    std::string bytes;
    std::string synced_bytes;
    Names names;
    Names synced_names;
  };

  struct Handle {
    int node = 0;
    std::size_t offset = 0;
  };

  static std::string directory_of(const std::string& path) {
    return path.substr(0, path.find('/') == std::string::npos ? 0 : path.rfind('/'));
  }
  static std::string name_of(const std::string& path) { return path.substr(path.rfind('/') + 1); }

  void apply(const Change& change, Names Node::*names) {
    for (const auto& [directory, name, node] : change)
      if (node)
        (nodes_[directory].*names)[name] = *node;
      else
        (nodes_[directory].*names).erase(name);
  }

  void change(Change change) {
    apply(change, &Node::names);
    changes_.push_back(std::move(change));
  }

  /// The node of an open directory.
  std::optional<int> parent(int directory) const {
    if (directory == AT_FDCWD) return root_;
    const auto handle = handles_.find(directory);
    if (handle == handles_.end()) return std::nullopt;
    return handle->second.node;
  }

  std::optional<int> find(int directory, const std::string& path) {
    auto node = parent(directory);
    std::size_t start = 0;
    while (node && start < path.size()) {
      const std::size_t end = std::min(path.find('/', start), path.size());
      const std::string name = path.substr(start, end - start);
      start = end + 1;
      if (name.empty() || name == ".") continue;
      const auto entry = nodes_[*node].names.find(name);
      if (entry == nodes_[*node].names.end()) return std::nullopt;
      node = entry->second;
    }
    return node;
  }

  int create(int directory, const std::string& name, bool is_directory, mode_t mode) {
    const auto where = parent(directory);
    if (!where) return -ENOENT;
    const int number = next_node_++;
    nodes_[number].is_directory = is_directory;
    nodes_[number].permissions = mode;
    nodes_[number].modified = ++clock_;
    change({{*where, name, number}});
    return number;
  }

  int describe(int number, FileStatus& status) {
    const Node& node = nodes_[number];
    status = {};
    status.kind = node.is_directory ? FileKind::directory : FileKind::regular;
    status.permissions = node.permissions;
    status.inode = static_cast<std::uint64_t>(number);
    status.size = static_cast<std::int64_t>(node.bytes.size());
    status.modified = node.modified;
    return 0;
  }

  static constexpr int root_ = 1;
  std::map<int, Node> nodes_;
  std::vector<Change> changes_;  ///< those that are not synced, in their order
  std::map<int, Handle> handles_;
  std::map<int, int> locked_;  ///< node to the handle that holds it
  int next_node_ = 2;
  int next_handle_ = 100;
  std::int64_t clock_ = 0;
};

/// The home that tests keep there.
inline const Home memory_home{"/home/ann/rung"};

}  // namespace rung
