#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include <rung/diagnostic/suggest.hpp>
#include <rung/report/check.hpp>
#include <rung/store/catalog.hpp>
#include <rung/store/durable_file.hpp>

#include "commands.hpp"

namespace rung::cli {
namespace {

CheckedLadder refuse(const std::string& name, const std::string& message, const std::string& hint) {
  Diagnostic diagnostic;
  diagnostic.source = name;
  diagnostic.message = message;
  diagnostic.hint = hint;
  return {name, 0, {}, {{"format", std::move(diagnostic)}}};
}

CheckedLadder refuse_missing(const std::string& name, const Catalog& catalog) {
  if (!is_id(name)) return refuse(name, "there is no such file", "");
  std::vector<std::string> ids;
  for (const LadderText& ladder : catalog.ladders) ids.push_back(ladder.id);
  return refuse(name, "there is no such file, nor a ladder of that id", did_you_mean(name, ids));
}

std::optional<FileContent> read_named(const Scene& scene, const std::string& name,
                                      std::vector<CheckedLadder>& checked) {
  try {
    return read_regular_file(scene.ports.files, name, most_ladder_bytes);
  } catch (const Error& error) {
    if (error.code() != ExitCode::bad_input) throw;
    checked.push_back(refuse(name, error.what(), error.hint()));
    return std::nullopt;
  }
}

// What is not there, or no file, is one error among others, so that everything that was named gets its verdict. A
// file comes before a ladder of that id: it is what the directory shows.
void check_one(const Scene& scene, const std::string& name, std::vector<CheckedLadder>& checked) {
  const std::size_t before = checked.size();
  if (const auto content = read_named(scene, name, checked)) checked.push_back(check_ladder(content->bytes, name));
  if (checked.size() > before) return;
  Catalog catalog;
  if (is_id(name)) catalog = list_ladders(scene.ports.files, scene.home);
  for (const LadderText& ladder : catalog.ladders)
    if (ladder.id == name) checked.push_back(check_ladder(ladder.yaml, ladder.source));
  if (checked.size() == before) checked.push_back(refuse_missing(name, catalog));
}

void make_strict(std::vector<CheckedLadder>& checked) {
  for (CheckedLadder& one : checked)
    for (RuledDiagnostic& remark : one.diagnostics) remark.diagnostic.severity = Severity::error;
}

Format choose_check_format(const OutputOptions& output) {
  const Format format = choose_format(output);
  if (format != Format::text && format != Format::json)
    throw Error(ExitCode::usage, "`rung ladder check` writes text or JSON", "end the name in .json or .txt");
  return format;
}

// The verdict must not take the place of what it is about.
void refuse_checked_as_output(const std::vector<std::string>& files, const std::string& output) {
  if (output.empty() || std::find(files.begin(), files.end(), output) == files.end()) return;
  throw Error(ExitCode::usage, fmt::format("{} is to be checked, not written", output),
              "write the verdict somewhere else");
}

void say_remarks(const Scene& scene, const std::vector<CheckedLadder>& checked) {
  Diagnostics all;
  for (const CheckedLadder& one : checked)
    for (const RuledDiagnostic& remark : one.diagnostics) all.push_back(remark.diagnostic);
  if (!all.empty()) say(scene, all);
}

std::string list_verdicts(const Scene& scene, const std::vector<CheckedLadder>& checked) {
  Block verdicts;
  for (const CheckedLadder& one : checked)
    if (count_diagnostics(one, Severity::error) == 0) verdicts.push_back({{describe_verdict(one), Style::plain}});
  return paint(verdicts, scene.out);
}

/// Whether a warning counts as an error.
enum class Strictness { lenient, strict };

struct LadderCheckCommand {
  std::vector<std::string> files;  ///< paths, or ids of ladders
  Strictness strictness = Strictness::lenient;
  OutputOptions output;

  void declare(Options& options) {
    options.value("FILE", files, "Ladder files, or ids of ladders")->required();
    options.flag("--strict", strictness, Strictness::strict, "Treat warnings as errors");
    declare_output(options, output, {"text", "json"});
  }

  [[nodiscard]] ExitCode run(const Scene& scene) const {
    const Format format = choose_check_format(output);
    refuse_checked_as_output(files, output.file);
    std::vector<CheckedLadder> checked;
    for (const std::string& file : files) check_one(scene, file, checked);
    if (strictness == Strictness::strict) make_strict(checked);
    int errors = 0;
    for (const CheckedLadder& one : checked) errors += count_diagnostics(one, Severity::error);
    if (format == Format::json) {
      write_result(scene, output.file, write_json(checked));
      return errors == 0 ? ExitCode::success : ExitCode::bad_input;
    }
    say_remarks(scene, checked);
    write_result(scene, output.file, list_verdicts(scene, checked));
    if (errors == 0) return ExitCode::success;
    say(scene, Block{Line{}});
    say(scene, errors == 1 ? std::string("1 error") : fmt::format("{} errors", errors), Style::strong);
    return ExitCode::bad_input;
  }
};

}  // namespace

Command ladder_check_command() {
  return {.name = "ladder check",
          .summary = "Check ladder files for errors and warnings",
          .declare = declare<LadderCheckCommand>,
          .examples = {{{"rung ladder check mine.yaml", "Report every error and warning with line and column"},
                        {"rung ladder check --strict *.yaml", "Fail on warnings, as in CI"}}},
          .home = HomeUse::optional};
}

}  // namespace rung::cli
