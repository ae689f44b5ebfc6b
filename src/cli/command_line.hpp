#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

#include <rung/cli/invocation.hpp>

namespace rung::cli {

/// What the parser fills in; turned into an Invocation once it has accepted the arguments.
struct Given {
  std::string colour;
  std::string rater;
  std::string format;
  bool json = false;
  bool redact = false;
  std::string file;
  bool no_pager = false;
  bool open = false;
  bool charts = false;
  AssessCommand assess;
  ReportCommand report;
  DiffCommand diff;
  ExportCommand export_;
  bool export_all = false;
  HistoryCommand history;
  std::string since;
  LadderShowCommand ladder_show;
  LadderDiffCommand ladder_diff;
  LadderCheckCommand ladder_check;
  LadderImportCommand ladder_import;
  std::string import_form;
  bool strict = false;
  LadderNewCommand ladder_new;
  LadderAddCommand ladder_add;
  LadderRemoveCommand ladder_remove;
  bool force = false;
  std::vector<std::string> help;
};

/// Declares every command of `rung`, with the options of those that `arguments` name; what is given goes into `given`,
/// which must outlive `app`.
void declare(CLI::App& app, Given& given, const std::vector<std::string>& arguments);

}  // namespace rung::cli
