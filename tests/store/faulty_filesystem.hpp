#pragma once

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <rung/store/filesystem.hpp>

namespace rung {

/// Passes every call on to another file system unless `fault` gives an errno for it; then nothing happens and the call
/// fails with that. A close that fails has closed all the same, as on Linux.
class FaultyFilesystem final : public Filesystem {
 public:
  /// The number of the call (from 0), its name as in the port, and the file name that it was given: empty for
  /// descriptors, but `.` for the sync of a directory.
  using Fault = std::function<int(int number, const std::string& call, const std::string& name)>;

  explicit FaultyFilesystem(Filesystem& inner, Fault fault = {}) : inner_(inner), fault_(std::move(fault)) {}

  void set_fault(Fault fault) {
    fault_ = std::move(fault);
    calls_ = 0;
  }
  [[nodiscard]] int calls() const { return calls_; }
  /// The most bytes that one write takes.
  std::size_t write_limit = 1U << 20U;

  int open(int directory, const std::string& name, int flags, mode_t mode) override {
    const int error = next("open", name);
    return error != 0 ? -error : inner_.open(directory, name, flags, mode);
  }
  ssize_t read(int file, char* into, std::size_t size) override {
    const int error = next("read");
    return error != 0 ? -error : inner_.read(file, into, size);
  }
  ssize_t read_at(int file, char* into, std::size_t size, std::int64_t offset) override {
    const int error = next("read_at");
    return error != 0 ? -error : inner_.read_at(file, into, size, offset);
  }
  ssize_t write(int file, const char* from, std::size_t size) override {
    const int error = next("write");
    return error != 0 ? -error : inner_.write(file, from, std::min(size, write_limit));
  }
  int sync(int file) override {
    FileStatus status;
    const bool is_directory = inner_.status(file, status) == 0 && status.kind == FileKind::directory;
    const int error = next("sync", is_directory ? "." : "");
    return error != 0 ? -error : inner_.sync(file);
  }
  int close(int file) override {
    const int error = next("close");
    const int result = inner_.close(file);
    return error != 0 ? -error : result;
  }
  int set_permissions(int file, mode_t permissions) override {
    const int error = next("set_permissions");
    return error != 0 ? -error : inner_.set_permissions(file, permissions);
  }
  int lock(int file) override {
    const int error = next("lock");
    return error != 0 ? -error : inner_.lock(file);
  }
  int wait_for_lock(int file) override {
    const int error = next("wait_for_lock");
    return error != 0 ? -error : inner_.wait_for_lock(file);
  }
  int status(int file, FileStatus& status) override {
    const int error = next("status");
    return error != 0 ? -error : inner_.status(file, status);
  }
  int status_of(int directory, const std::string& name, Links links, FileStatus& status) override {
    const int error = next("status_of", name);
    return error != 0 ? -error : inner_.status_of(directory, name, links, status);
  }
  int rename(int directory, const std::string& from, const std::string& to) override {
    const int error = next("rename", to);
    return error != 0 ? -error : inner_.rename(directory, from, to);
  }
  int rename_new(int directory, const std::string& from, const std::string& to) override {
    const int error = next("rename_new", to);
    return error != 0 ? -error : inner_.rename_new(directory, from, to);
  }
  int remove(int directory, const std::string& name) override {
    const int error = next("remove", name);
    return error != 0 ? -error : inner_.remove(directory, name);
  }
  int make_directory(int directory, const std::string& name, mode_t mode) override {
    const int error = next("make_directory", name);
    return error != 0 ? -error : inner_.make_directory(directory, name, mode);
  }
  int list(int directory, std::vector<std::string>& names) override {
    const int error = next("list");
    return error != 0 ? -error : inner_.list(directory, names);
  }
  int resolve(const std::string& path, std::string& resolved) override {
    const int error = next("resolve", path);
    return error != 0 ? -error : inner_.resolve(path, resolved);
  }

 private:
  int next(const std::string& call, const std::string& name = {}) {
    const int number = calls_++;
    return fault_ ? fault_(number, call, name) : 0;
  }

  Filesystem& inner_;
  Fault fault_;
  int calls_ = 0;
};

/// Fails the call of that number, once.
inline FaultyFilesystem::Fault fail_once(int at, int error) {
  return [at, error](int number, const std::string&, const std::string&) { return number == at ? error : 0; };
}

/// From the call of that number on nothing happens any more: the power is off.
inline FaultyFilesystem::Fault power_off(int at) {
  return [at](int number, const std::string&, const std::string&) { return number >= at ? EIO : 0; };
}

/// How many calls `action` makes on a file system. It gets one to pass every call on to `inner`, and may reset the
/// count with set_fault.
template <class Action>
int count_calls(Filesystem& inner, const Action& action) {
  FaultyFilesystem counted(inner);
  action(counted);
  return counted.calls();
}

/// Fails every call of that name on that file.
inline FaultyFilesystem::Fault fail_call(std::string call, std::string name, int error) {
  return [call = std::move(call), name = std::move(name), error](int, const std::string& made, const std::string& on) {
    return made == call && on == name ? error : 0;
  };
}

}  // namespace rung
