#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <rung/assessment/assessment.hpp>
#include <rung/error.hpp>
#include <rung/import/import.hpp>
#include <rung/report/render.hpp>
#include <rung/store/export_file.hpp>

namespace rung::cli {

/// Whether a text that is longer than the screen may be shown in a pager.
enum class Paging { off, allowed };

/// Where a result goes and in which form.
struct OutputOptions {
  std::optional<Format> format;  ///< absent: by the file's extension, else text
  std::string file;              ///< empty or `-`: standard output
  Disclosure disclosure = Disclosure::full;
  Paging paging = Paging::off;
  bool open = false;    ///< as a page in a browser; without a file, one among the temporary files
  bool charts = false;  ///< a drawing beside a Markdown file
};

struct AssessCommand {
  std::string ladder;  ///< id or path; empty: the default ladder
  std::optional<Rater> rater;
  std::string label;
  std::optional<int> target;
  bool fresh = false;
  std::vector<std::string> answers;  ///< files; `-` is standard input
  std::vector<std::string> ratings;  ///< KEY=VALUE
  std::vector<std::string> notes;    ///< KEY=TEXT
  std::optional<std::string> amend;  ///< the finished assessment to correct, instead of a new one
  bool partial = false;
  bool blind = false;  ///< the last ratings are not shown
  std::string from;    ///< an assessment whose ratings are suggested; empty: none
  std::string only;    ///< which behaviors are asked; empty: all
  bool plain = false;  ///< whole lines with Enter instead of single keys
  bool input = false;  ///< asks even where the environment says that nobody is there

  [[nodiscard]] bool is_scripted() const { return !answers.empty() || !ratings.empty() || !notes.empty(); }
};

struct ReportCommand {
  std::string reference;
  std::optional<int> target;
  std::optional<int> top;
  bool check = false;
  std::string against;  ///< the ladder, an id or a path, that it is judged against; empty: its own
  OutputOptions output;
};

struct DiffCommand {
  std::string before;
  std::string after;
  OutputOptions output;
};

struct ListCommand {
  OutputOptions output;
};

/// Whether everything that is stored can be used.
struct DoctorCommand {
  OutputOptions output;
};

struct ExportCommand {
  std::string reference;
  std::optional<int> target;
  OutputOptions output;
};

/// How rows are written.
enum class RowFormat { jsonl, csv };

struct ExportAllCommand {
  RowFormat rows = RowFormat::jsonl;
  OutputOptions output;  ///< its format is not looked at
};

struct HistoryCommand {
  std::string ladder;  ///< id or path; empty: that of the latest assessment
  std::optional<std::string> rater;
  std::optional<Date> since;
  OutputOptions output;
};

struct LadderListCommand {
  OutputOptions output;
};

struct LadderShowCommand {
  std::string ladder;
  OutputOptions output;
};

struct LadderDiffCommand {
  std::string before;  ///< id or path
  std::string after;
  OutputOptions output;
};

/// Whether what is only worth a look counts as a mistake.
enum class Strictness { lenient, strict };

struct LadderCheckCommand {
  std::vector<std::string> files;  ///< paths, or ids of ladders
  Strictness strictness = Strictness::lenient;
  OutputOptions output;
};

struct LadderNewCommand {
  std::string id;
  std::string file;  ///< empty or `-`: standard output
  Existing existing = Existing::refuse;
};

/// The JSON Schema of ladders.
struct LadderSchemaCommand {};

struct LadderAddCommand {
  std::string file;
  Existing existing = Existing::refuse;
};

struct LadderRemoveCommand {
  std::string id;
};

struct LadderImportCommand {
  std::string file;                  ///< `-` is standard input
  std::optional<DocumentForm> form;  ///< absent: by the file's name, else by how it begins
  std::optional<std::string> level;
  std::string track;
  bool all_levels = false;  ///< a file for each level; `output` is their directory
  std::string output;       ///< empty or `-`: standard output
  Existing existing = Existing::refuse;
};

/// The keys of the prompt.
struct HelpKeysCommand {};

/// A text that was asked for, such as help or the version; or, on standard error, help that was needed.
struct PrintCommand {
  std::string text;
  ExitCode code = ExitCode::success;
};

using Command = std::variant<PrintCommand, AssessCommand, ReportCommand, DiffCommand, ListCommand, ExportCommand,
                             ExportAllCommand, HistoryCommand, LadderListCommand, LadderShowCommand, LadderDiffCommand,
                             LadderCheckCommand, LadderNewCommand, LadderSchemaCommand, LadderAddCommand,
                             LadderRemoveCommand, LadderImportCommand, DoctorCommand, HelpKeysCommand>;

enum class ColourChoice { automatic, always, never };

/// What the user asked for, checked as far as the arguments alone allow.
struct Invocation {
  Command command;
  ColourChoice colour = ColourChoice::automatic;
};

/// Reads the arguments. Throws Error with ExitCode::usage, a hint and never a code of the parsing library.
Invocation parse_arguments(const std::vector<std::string>& arguments);

}  // namespace rung::cli
