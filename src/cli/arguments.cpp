#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include <rung/cli/invocation.hpp>
#include <rung/diagnostic/source.hpp>
#include <rung/diagnostic/suggest.hpp>
#include <rung/error.hpp>

#include "command_line.hpp"
#include "wrong_words.hpp"

namespace rung::cli {
namespace {

const std::vector<std::pair<std::string, Format>>& format_names() {
  static const std::vector<std::pair<std::string, Format>> names{
      {"text", Format::text}, {"markdown", Format::markdown}, {"html", Format::html}, {"json", Format::json},
      {"csv", Format::csv},   {"svg", Format::svg},           {"yaml", Format::yaml}};
  return names;
}

OutputOptions read_output(const Given& given) {
  OutputOptions output;
  output.file = given.file;
  output.disclosure = given.redact ? Disclosure::redacted : Disclosure::full;
  if (given.json && !given.format.empty() && given.format != "json") {
    throw Error(ExitCode::usage, fmt::format("--json and --format {} contradict each other", given.format),
                "leave one of them out");
  }
  output.paging = given.no_pager ? Paging::off : Paging::allowed;
  output.open = given.open;
  output.charts = given.charts;
  if (given.json) output.format = Format::json;
  if (!given.format.empty()) {
    for (const auto& [name, format] : format_names())
      if (name == given.format) output.format = format;
  }
  return output;
}

// What goes into an assessment from the command line is held to the rule for every text in one, and is one line.
void check_line(std::string_view option, const std::string& text) {
  std::string forbidden = find_forbidden_character(text);
  if (forbidden.empty() && text.find_first_of("\n\t") != std::string::npos) forbidden = "line break or tab";
  if (forbidden.empty()) return;
  throw Error(ExitCode::usage, fmt::format("{} contains the character {}, which is not allowed", option, forbidden),
              "write it in UTF-8, in one line, without control characters");
}

Rater read_rater(const std::string& text) {
  check_line("--as", text);
  Rater rater;
  rater.name = text;
  const std::size_t colon = text.rfind(':');
  if (colon != std::string::npos) {
    const auto role = parse_rater_role(text.substr(colon + 1));
    if (!role) {
      throw Error(ExitCode::usage, fmt::format("--as: unknown role `{}`", text.substr(colon + 1)),
                  "a role is self, manager, peer or report, as in --as Ines:peer");
    }
    rater.role = *role;
    rater.name = text.substr(0, colon);
  }
  if (rater.name.find_first_not_of(" \t") == std::string::npos)
    throw Error(ExitCode::usage, "--as needs a name", "for example --as Ines or --as Ines:peer");
  return rater;
}

RowFormat read_row_format(const Given& given) {
  const auto named = [&given](std::string_view format, std::string_view ending) {
    return given.format.empty() ? !given.json && given.file.ends_with(ending) : given.format == format;
  };
  if (named("jsonl", ".jsonl")) return RowFormat::jsonl;
  if (named("csv", ".csv")) return RowFormat::csv;
  throw Error(ExitCode::usage, "export --all writes rows: its format is jsonl or csv",
              "add --format jsonl or --format csv, or end the file's name in .jsonl or .csv");
}

AssessCommand take_assess(const CLI::App& command, Given& given) {
  if (command.count("--as") > 0) given.assess.rater = read_rater(given.rater);
  check_line("--label", given.assess.label);
  if (given.assess.blind && !given.assess.from.empty()) {
    throw Error(ExitCode::usage, "--blind hides ratings and --from suggests them: they exclude each other",
                "leave one of them out");
  }
  return given.assess;
}

Command take_export(const Given& given, const OutputOptions& output) {
  if (given.export_all && (given.open || given.charts))
    throw Error(ExitCode::usage, "--open and --charts are for a report: --all writes rows", "leave them out");
  if (given.export_all) return ExportAllCommand{read_row_format(given), output};
  if (given.format == "jsonl") {
    throw Error(ExitCode::usage, "jsonl is the format of all answers, not of a report",
                "add --all, or take --format json");
  }
  if (given.file.empty() && !given.open) {
    throw Error(ExitCode::usage, "--output is required: `rung export` writes a file",
                "add -o FILE, such as -o report.html; - is standard output");
  }
  return ExportCommand{given.export_.reference, given.export_.target, output};
}

LadderImportCommand take_ladder_import(const Given& given) {
  LadderImportCommand import = given.ladder_import;
  check_line("--track", import.track);
  if (import.level) check_line("--level", *import.level);
  import.existing = given.force ? Existing::replace : Existing::refuse;
  if (given.import_form == "markdown") import.form = DocumentForm::markdown;
  if (given.import_form == "html") import.form = DocumentForm::html;
  if (given.import_form == "csv") import.form = DocumentForm::csv;
  return import;
}

HistoryCommand take_history(const Given& given, const OutputOptions& output) {
  HistoryCommand history = given.history;
  history.output = output;
  if (given.since.empty()) return history;
  history.since = parse_date(given.since);
  if (!history.since) {
    throw Error(ExitCode::usage, fmt::format("--since: `{}` is not a date", given.since),
                "write it as year-month-day, for example 2026-03-14");
  }
  return history;
}

// Not CLI::App::help: it gives the help of a subcommand that was parsed.
std::string help_of(const CLI::App& app) {
  return app.get_formatter()->make_help(&app, path_of(app), CLI::AppFormatMode::Normal);
}

Command take_help(const CLI::App& app, const std::vector<std::string>& topic) {
  if (!topic.empty() && topic.front() == "keys") {
    if (topic.size() == 1) return HelpKeysCommand{};
    throw Error(ExitCode::usage, fmt::format("`rung help keys` takes no further argument `{}`", topic[1]),
                "`rung help` lists the commands");
  }
  const CLI::App* command = &app;
  for (const std::string& word : topic) {
    auto names = command_names(*command);
    if (std::find(names.begin(), names.end(), word) == names.end()) {
      names.emplace_back("keys");
      const std::string hint = did_you_mean(word, names);
      throw Error(ExitCode::usage, fmt::format("there is no help on `{}`", word),
                  hint.empty() ? fmt::format("topics: {}", fmt::join(names, ", ")) : hint);
    }
    command = command->get_subcommand(word);
  }
  return PrintCommand{help_of(*command), ExitCode::success};
}

Command take_ladder_command(const CLI::App& ladder, const Given& given, const OutputOptions& output) {
  const Existing existing = given.force ? Existing::replace : Existing::refuse;
  if (ladder.got_subcommand("list")) return LadderListCommand{output};
  if (ladder.got_subcommand("show")) return LadderShowCommand{given.ladder_show.ladder, output};
  if (ladder.got_subcommand("diff"))
    return LadderDiffCommand{given.ladder_diff.before, given.ladder_diff.after, output};
  if (ladder.got_subcommand("new")) return LadderNewCommand{given.ladder_new.id, given.file, existing};
  if (ladder.got_subcommand("schema")) return LadderSchemaCommand{};
  if (ladder.got_subcommand("add")) return LadderAddCommand{given.ladder_add.file, existing};
  if (ladder.got_subcommand("remove")) return given.ladder_remove;
  if (ladder.got_subcommand("import")) return take_ladder_import(given);
  return LadderCheckCommand{given.ladder_check.files, given.strict ? Strictness::strict : Strictness::lenient, output};
}

Command take_command(const CLI::App& app, Given& given) {
  if (app.got_subcommand("help")) return take_help(app, given.help);
  if (app.got_subcommand("assess")) return take_assess(*app.get_subcommand("assess"), given);
  const OutputOptions output = read_output(given);
  if (app.got_subcommand("report"))
    return ReportCommand{given.report.reference, given.report.target,  given.report.top,
                         given.report.check,     given.report.against, output};
  if (app.got_subcommand("diff")) return DiffCommand{given.diff.before, given.diff.after, output};
  if (app.got_subcommand("list")) return ListCommand{output};
  if (app.got_subcommand("doctor")) return DoctorCommand{output};
  if (app.got_subcommand("export")) return take_export(given, output);
  if (app.got_subcommand("history")) return take_history(given, output);
  return take_ladder_command(*app.get_subcommand("ladder"), given, output);
}

ColourChoice read_colour(const std::string& word) {
  if (word == "always") return ColourChoice::always;
  if (word == "never") return ColourChoice::never;
  return ColourChoice::automatic;
}

}  // namespace

Invocation parse_arguments(const std::vector<std::string>& arguments) {
  CLI::App app("Career-ladder self-assessment for the terminal: local, private, saved as you go.", "rung");
  Given given;
  declare(app, given, arguments);
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::CallForHelp&) {
    return {PrintCommand{help_of(deepest(app)), ExitCode::success}, ColourChoice::automatic};
  } catch (const CLI::CallForVersion& version) {
    return {PrintCommand{std::string(version.what()) + "\n", ExitCode::success}, ColourChoice::automatic};
  } catch (const CLI::ExtrasError&) {
    const auto extras = app.remaining(true);
    throw explain_unknown(app, extras.empty() ? std::string() : extras.front());
  } catch (const CLI::RequiredError& error) {
    if (arguments.empty()) return {PrintCommand{app.help(), ExitCode::usage}, ColourChoice::automatic};
    throw explain_missing(app, arguments, error);
  } catch (const CLI::ParseError& error) {
    throw Error(ExitCode::usage, error.what(), fmt::format("see `{} --help`", path_of(deepest(app))));
  }
  return {take_command(app, given), read_colour(given.colour)};
}

}  // namespace rung::cli
