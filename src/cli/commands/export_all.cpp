#include <fmt/format.h>

#include <optional>
#include <vector>

#include <rung/error.hpp>
#include <rung/report/rows.hpp>
#include <rung/store/export_file.hpp>

#include "../progress.hpp"
#include "commands.hpp"

namespace rung::cli {
namespace {

/// Where rows go as they come: to standard output at once, or into a file that is there whole or not at all.
class RowOutput {
 public:
  RowOutput(const Scene& scene, const std::string& file) : scene_(scene), path_(file == "-" ? std::string() : file) {
    if (path_.empty()) return;
    refuse_answers_as_output(scene, path_);
    file_.emplace(scene.ports.files, path_, static_cast<mode_t>(scene.environment.file_mask));
  }

  /// Whether the rows themselves show how far it is.
  [[nodiscard]] bool is_seen() const { return !file_ && scene_.environment.out_is_terminal; }

  void write(std::string_view bytes) {
    if (file_)
      file_->write(bytes);
    else
      scene_.ports.out(bytes);
  }

  /// What was passed over for a mistake in it is missing from the rows; what the machine did not give may be missing
  /// this time only, and is no reason to replace rows that have it.
  void commit(const std::vector<UnreadableFile>& passed_over) {
    if (!file_) return;
    for (const UnreadableFile& file : passed_over) {
      if (!file.diagnostics.empty()) continue;
      throw Error(ExitCode::input_output, fmt::format("{} was not written: {}", path_, file.reason),
                  "what stood there is as it was; `rung doctor` tells more");
    }
    file_->commit();
    say(scene_, fmt::format("Wrote {}.", path_), Style::muted);
  }

 private:
  const Scene& scene_;
  std::string path_;
  std::optional<DurableExport> file_;
};

std::string write_rows(const StoredAssessment& stored, const ExportAllCommand& command) {
  std::string bytes;
  for (const AnswerRow& row : list_rows(stored.assessment, stored.reference, command.output.disclosure))
    bytes += command.rows == RowFormat::csv ? to_csv(row) : to_json_line(row);
  return bytes;
}

}  // namespace

ExitCode run_command(const ExportAllCommand& command, const Scene& scene) {
  RowOutput output(scene, command.output.file);
  std::vector<UnreadableFile> unreadable;
  {
    std::optional<Progress> progress;
    if (!output.is_seen()) progress.emplace(scene, "reading assessments");
    if (command.rows == RowFormat::csv) output.write(csv_heading());
    unreadable = visit_finished(scene.ports.files, scene.home, {},
                                {[&](const StoredAssessment& stored) { output.write(write_rows(stored, command)); },
                                 [&](std::size_t done, std::size_t all) {
                                   if (progress) progress->tell(done, all);
                                 }});
  }
  output.commit(unreadable);
  warn_unreadable(scene, unreadable);
  return unreadable.empty() ? ExitCode::success : ExitCode::bad_input;
}

}  // namespace rung::cli
