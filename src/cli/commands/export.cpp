#include <fmt/format.h>

#include <optional>
#include <vector>

#include <rung/error.hpp>
#include <rung/report/report.hpp>
#include <rung/report/rows.hpp>
#include <rung/store/export_file.hpp>

#include "../load.hpp"
#include "../progress.hpp"
#include "../whose.hpp"
#include "commands.hpp"

namespace rung::cli {
namespace {

/// Where rows go as they come: to standard output at once, or into a file that is there whole or not at all.
class RowOutput {
 public:
  RowOutput(const Scene& scene, const std::string& file) : scene_(scene), path_(file) {
    if (is_standard_output(path_)) return;
    refuse_own_files_as_output(scene, path_);
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

/// What is exported.
enum class Extent { report, all_answers };

/// How rows are written.
enum class RowFormat { jsonl, csv };

RowFormat choose_row_format(const OutputOptions& output) {
  const auto is = [&output](std::string_view format, std::string_view ending) {
    return output.named.empty() ? !output.format && output.file.ends_with(ending) : output.named == format;
  };
  if (is("jsonl", ".jsonl")) return RowFormat::jsonl;
  if (is("csv", ".csv")) return RowFormat::csv;
  throw Error(ExitCode::usage, "export --all writes rows: its format is jsonl or csv",
              "add --format jsonl or --format csv, or end the file's name in .jsonl or .csv");
}

ExitCode export_rows(const Scene& scene, const OutputOptions& options, RowFormat format) {
  RowOutput output(scene, options.file);
  std::vector<UnreadableFile> unreadable;
  {
    std::optional<Progress> progress;
    if (!output.is_seen()) progress.emplace(scene, "reading assessments");
    if (format == RowFormat::csv) output.write(csv_heading());
    const auto write = [&](const StoredAssessment& stored) {
      std::string bytes;
      for (const AnswerRow& row : list_rows(stored.assessment, stored.reference, options.disclosure))
        bytes += format == RowFormat::csv ? to_csv(row) : to_json_line(row);
      output.write(bytes);
    };
    const auto tell = [&progress](std::size_t done, std::size_t all) {
      if (progress) progress->tell(done, all);
    };
    unreadable = visit_finished(scene.ports.files, scene.home, {}, {write, tell});
  }
  output.commit(unreadable);
  warn_unreadable(scene, unreadable);
  return unreadable.empty() ? ExitCode::success : ExitCode::bad_input;
}

struct ExportCommand {
  std::string reference;
  Whose whose;
  std::optional<int> target;
  Extent extent = Extent::report;
  OutputOptions output;

  void declare(Options& options) {
    options.value("REF", reference, "Which assessment; default: latest");
    whose.declare(options);
    options.value("--target N", target, "Ask what if the target were N; judges no gate");
    options.flag("--all", extent, Extent::all_answers, "Every answer there is, one a row, as jsonl or csv");
    options.exclude("--all", {"REF", "--target", "--about", "--as"});
    options.check([this] { whose.check({reference}); });
    declare_output(options, output, formats_and({"svg", "jsonl"}), {open_option, charts_option, redact_option});
    options.check([this] { extent == Extent::report ? check_report() : check_rows(); });
  }

  void check_rows() const {
    if (output.opening != Opening::none || output.charts != Charts::none)
      throw Error(ExitCode::usage, "--open and --charts are for a report: --all writes rows", "leave them out");
    choose_row_format(output);
  }

  void check_report() const {
    if (output.named == "jsonl") {
      throw Error(ExitCode::usage, "jsonl is the format of all answers, not of a report",
                  "add --all, or take --format json");
    }
    if (output.file.empty() && output.opening == Opening::none) {
      throw Error(ExitCode::usage, "--output is required: `rung export` writes a file",
                  "add -o FILE, such as -o report.html; - is standard output");
    }
  }

  [[nodiscard]] ExitCode run(const Scene& scene) const {
    if (extent == Extent::all_answers) return export_rows(scene, output, choose_row_format(output));
    choose_format(output);
    deliver(scene, load_gap_report(scene, reference, {target, std::nullopt, std::nullopt}, whose.filter()), output);
    return ExitCode::success;
  }
};

}  // namespace

Command export_command() {
  return {"export", "Write the gap report, or with --all every answer", declare<ExportCommand>};
}

}  // namespace rung::cli
