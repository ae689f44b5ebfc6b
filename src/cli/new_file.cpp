#include "new_file.hpp"

#include <fmt/format.h>

#include <filesystem>

#include <rung/error.hpp>
#include <rung/store/export_file.hpp>

namespace rung::cli {
namespace {

bool is_standard_output(const std::string& file) { return file.empty() || file == "-"; }

}  // namespace

void refuse_existing(const std::string& file, Existing existing) {
  if (is_standard_output(file) || existing == Existing::replace) return;
  std::error_code ignored;
  const auto status = std::filesystem::symlink_status(file, ignored);
  const bool is_there = std::filesystem::exists(status) && !std::filesystem::is_character_file(status) &&
                        !std::filesystem::is_fifo(status);
  if (!is_there) return;
  throw Error(ExitCode::bad_input, fmt::format("{} is there already; nothing was written", file),
              "give another name, or --force to replace it");
}

void write_result(const Scene& scene, const std::string& file, const std::string& bytes, Existing existing) {
  if (is_standard_output(file)) return scene.ports.out(bytes);
  refuse_answers_as_output(scene, file);
  export_file(scene.ports.files, file, bytes, static_cast<mode_t>(scene.environment.file_mask), existing);
  say(scene, fmt::format("Wrote {}.", file), Style::muted);
}

}  // namespace rung::cli
