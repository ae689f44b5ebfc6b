#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "scene.hpp"

namespace rung::cli {

/// Tells on standard error how far something long has come, in one line that is rewritten, and wiped when it goes. Says
/// nothing for half a second, nor where standard error is no terminal that can rewrite a line, nor to those who asked
/// for whole lines.
class Progress {
 public:
  /// `doing` is what the line begins with.
  Progress(const Scene& scene, std::string doing);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();

  void tell(std::size_t done, std::size_t all);

 private:
  void rewrite(const std::string& line);

  const Scene& scene_;
  std::string doing_;
  bool is_shown_;
  std::chrono::milliseconds next_{0};  ///< not before this reading of the clock
  std::size_t cells_ = 0;              ///< of the line that stands there
};

}  // namespace rung::cli
