#include "piecewise_output.hpp"

#include <fmt/format.h>

#include <rung/error.hpp>

#include "messages.hpp"
#include "output.hpp"

namespace rung::cli {

PiecewiseOutput::PiecewiseOutput(const Scene& scene, const std::string& file) : scene_(scene), path_(file) {
  if (is_standard_output(path_)) return;
  refuse_own_files_as_output(scene, path_);
  file_.emplace(scene.ports.files, path_, static_cast<mode_t>(scene.environment.file_mask));
}

void PiecewiseOutput::write(std::string_view bytes) {
  if (file_)
    file_->write(bytes);
  else
    scene_.ports.out(bytes);
}

void PiecewiseOutput::commit(const std::vector<UnreadableFile>& skipped) {
  if (!file_) return;
  for (const UnreadableFile& file : skipped) {
    if (!file.diagnostics.empty()) continue;
    throw Error(ExitCode::input_output, fmt::format("{} was not written: {}", path_, file.reason),
                "what stood there is as it was; `rung doctor` says more");
  }
  file_->commit();
  say(scene_, fmt::format("Wrote {}.", path_), Style::muted);
}

}  // namespace rung::cli
