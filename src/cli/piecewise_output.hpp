#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scene.hpp"

#include <rung/store/assessments.hpp>
#include <rung/store/export_file.hpp>

namespace rung::cli {

/// Where a long result goes piece by piece: to standard output at once, or into a file that appears whole or not at
/// all.
class PiecewiseOutput {
 public:
  /// Throws Error if `file` cannot be written; empty or `-` is standard output.
  PiecewiseOutput(const Scene& scene, const std::string& file);

  /// Whether the pieces themselves show how far it is.
  [[nodiscard]] bool is_seen() const { return !file_ && scene_.environment.out_is_terminal; }

  void write(std::string_view bytes);

  /// Gives the file its name and says so. Throws Error, and leaves the file as it was, if the machine refused one of
  /// the `skipped` files: it may do so this time only, which is no reason to replace a result that has it. What was
  /// skipped for an error in it is just missing.
  void commit(const std::vector<UnreadableFile>& skipped);

 private:
  const Scene& scene_;
  std::string path_;
  std::optional<DurableExport> file_;
};

}  // namespace rung::cli
