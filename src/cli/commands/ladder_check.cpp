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

CheckedLadder refuse_missing(const std::string& name, const Catalog& catalog) {
  Diagnostic missing;
  missing.source = name;
  missing.message = "there is no such file";
  if (is_id(name)) {
    missing.message += ", nor a ladder of that id";
    std::vector<std::string> ids;
    for (const LadderText& ladder : catalog.ladders) ids.push_back(ladder.id);
    missing.hint = did_you_mean(name, ids);
  }
  return {name, 0, {{"format", std::move(missing)}}};
}

CheckedLadder refuse_unusable(const std::string& name, const Error& error) {
  Diagnostic unusable;
  unusable.source = name;
  unusable.message = error.what();
  unusable.hint = error.hint();
  return {name, 0, {{"format", std::move(unusable)}}};
}

std::optional<FileContent> read_named(const Scene& scene, const std::string& name,
                                      std::vector<CheckedLadder>& checked) {
  try {
    return read_regular_file(scene.ports.files, name, most_ladder_bytes);
  } catch (const Error& error) {
    if (error.code() != ExitCode::bad_input) throw;
    checked.push_back(refuse_unusable(name, error));
    return std::nullopt;
  }
}

// What is not there, or no file, is a mistake among the others, so that everything that was named gets its verdict. A
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
void refuse_checked_as_output(const LadderCheckCommand& command) {
  const auto& files = command.files;
  if (command.output.file.empty() || std::find(files.begin(), files.end(), command.output.file) == files.end()) return;
  throw Error(ExitCode::usage, fmt::format("{} is to be checked, not written", command.output.file),
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

}  // namespace

ExitCode run_command(const LadderCheckCommand& command, const Scene& scene) {
  const Format format = choose_check_format(command.output);
  refuse_checked_as_output(command);
  std::vector<CheckedLadder> checked;
  for (const std::string& file : command.files) check_one(scene, file, checked);
  if (command.strictness == Strictness::strict) make_strict(checked);
  int mistakes = 0;
  for (const CheckedLadder& one : checked) mistakes += count_diagnostics(one, Severity::error);
  if (format == Format::json) {
    deliver(scene, write_json(checked), command.output);
    return mistakes == 0 ? ExitCode::success : ExitCode::bad_input;
  }
  say_remarks(scene, checked);
  deliver(scene, list_verdicts(scene, checked), command.output);
  if (mistakes == 0) return ExitCode::success;
  say(scene, Block{Line{}});
  say(scene, mistakes == 1 ? std::string("1 mistake") : fmt::format("{} mistakes", mistakes), Style::strong);
  return ExitCode::bad_input;
}

}  // namespace rung::cli
