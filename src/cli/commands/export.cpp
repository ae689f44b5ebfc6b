#include <fmt/format.h>

#include <optional>
#include <vector>

#include <rung/error.hpp>
#include <rung/report/report.hpp>
#include <rung/report/rows.hpp>
#include <rung/store/export_file.hpp>

#include "../load.hpp"
#include "../piecewise_output.hpp"
#include "../progress.hpp"
#include "../whose.hpp"
#include "commands.hpp"

namespace rung::cli {
namespace {

/// What is exported.
enum class Exported { report, all_answers };

/// How rows are written.
enum class RowFormat { jsonl, csv };

RowFormat choose_row_format(const OutputOptions& output) {
  const auto is = [&output](std::string_view format, std::string_view ending) {
    return output.named.empty() ? !output.format && output.file.ends_with(ending) : output.named == format;
  };
  if (is("jsonl", ".jsonl")) return RowFormat::jsonl;
  if (is("csv", ".csv")) return RowFormat::csv;
  throw Error(ExitCode::usage, "`rung export --all` writes jsonl or csv",
              "add --format jsonl or --format csv, or end the file's name in .jsonl or .csv");
}

ExitCode export_rows(const Scene& scene, const OutputOptions& options, RowFormat format) {
  PiecewiseOutput output(scene, options.file);
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

bool is_document(Format format) {
  return format == Format::text || format == Format::markdown || format == Format::html;
}

struct ExportCommand {
  std::string reference;
  Whose whose;
  std::optional<int> target;
  Exported exported = Exported::report;
  OutputOptions output;

  void declare(Options& options) {
    options.value("REF", reference, "Assessment to export (default: latest)");
    options.flag("--all", exported, Exported::all_answers, "Export every answer, one per row (jsonl or csv)");
    options.flag("--packet", output.extent, Extent::packet, "Export only the verdict, the evidence, and goals");
    options.number("--target N", target, "Show what if the target were N (judges no gate)");
    whose.declare(options);
    options.exclude("--all", {"REF", "--target", "--about", "--as", "--packet"});
    options.check([this] { whose.check({reference}); });
    declare_output(options, output, formats_and({"svg", "jsonl"}), {open_option, redact_option});
    options.check([this] { exported == Exported::report ? check_report() : check_rows(); });
  }

  void check_rows() const {
    if (output.opening != Opening::none)
      throw Error(ExitCode::usage, "--open and --all cannot be used together", "leave one of them out");
    choose_row_format(output);
  }

  void check_report() const {
    if (output.named == "jsonl")
      throw Error(ExitCode::usage, "--format jsonl is only for --all", "add --all, or use --format json");
    if (output.extent == Extent::packet && !is_document(choose_format(output)))
      throw Error(ExitCode::usage, "--packet writes a document, not data", "name it -o packet.md or -o packet.html");
    if (output.file.empty() && output.opening == Opening::none) {
      throw Error(ExitCode::usage, "`rung export` needs a file",
                  "add -o FILE, such as -o report.html (-o - writes to standard output)");
    }
  }

  [[nodiscard]] ExitCode run(const Scene& scene) const {
    if (exported == Exported::all_answers) return export_rows(scene, output, choose_row_format(output));
    choose_format(output);
    deliver(scene, load_gap_report(scene, reference, {.target = target}, whose.filter()), output);
    return ExitCode::success;
  }
};

}  // namespace

Command export_command() {
  return {.name = "export",
          .summary = "Write a report, or every answer, to a file",
          .declare = declare<ExportCommand>,
          .examples = {{{"rung export -o report.md", "Write the report of the latest assessment as Markdown"},
                        {"rung export --all -o answers.csv", "Write every answer of every assessment, one per row"}}},
          .section = section::results};
}

}  // namespace rung::cli
