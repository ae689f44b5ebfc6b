#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <sys/stat.h>

#include <rung/error.hpp>

namespace rung {

/// A fresh directory that goes with everything in it.
class Scratch {
 public:
  Scratch() {
    std::string pattern = (std::filesystem::temp_directory_path() / "rung-store-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no scratch directory");
    // Error messages name resolved paths, so the scratch directory must not lie behind a link.
    path_ = std::filesystem::canonical(pattern).string();
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string operator/(const std::string& name) const { return path_ + "/" + name; }

  void write(const std::string& name, const std::string& bytes, mode_t mode = 0600) const {
    std::filesystem::create_directories(std::filesystem::path(*this / name).parent_path());
    std::ofstream(*this / name, std::ios::binary) << bytes;
    ::chmod((*this / name).c_str(), mode);
  }

  [[nodiscard]] std::string read(const std::string& name) const {
    std::ifstream in(*this / name, std::ios::binary);
    if (!in) return "(none)";
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
  }

  [[nodiscard]] mode_t mode(const std::string& name) const {
    struct stat status {};
    return ::stat((*this / name).c_str(), &status) == 0 ? status.st_mode & 0777U : 0;
  }

  /// The names in a directory below, sorted.
  [[nodiscard]] std::vector<std::string> names(const std::string& name) const {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(*this / name))
      found.push_back(entry.path().filename().string());
    std::sort(found.begin(), found.end());
    return found;
  }

 private:
  std::string path_;
};

/// What `action` throws; its message is empty when it throws nothing.
template <class Action>
Error error_of(const Action& action) {
  try {
    action();
  } catch (const Error& error) {
    return error;
  }
  return Error(ExitCode::success, "");
}

}  // namespace rung
