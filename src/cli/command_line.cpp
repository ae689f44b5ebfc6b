#include "command_line.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <span>

namespace rung::cli {
namespace {

constexpr const char* footer =
    "LADDER is an id (see `rung ladder list`) or the path of a YAML file.\n"
    "REF is an assessment: a path, an id, a unique prefix, `latest` or `latest~N`.\n"
    "Exit codes: 0 success, 1 a check answered no, 2 usage, 3 bad input,\n"
    "4 input/output, 5 saved but unfinished, 130 interrupted.";

CLI::Validator needs_something() {
  return {[](const std::string& text) { return text.empty() ? std::string("needs a name") : std::string(); }, ""};
}

void add_output(CLI::App& app, Given& given, std::vector<std::string> formats) {
  app.add_option("--format", given.format, fmt::format("One of {}", fmt::join(formats, ", ")))
      ->check(CLI::IsMember(formats))
      ->option_text("FORMAT");
  app.add_flag("--json", given.json, "The same as --format json");
  app.add_option("-o,--output", given.file, "Write to FILE instead of standard output")
      ->check(needs_something())
      ->option_text("FILE");
}

void add_redact(CLI::App& app, Given& given) {
  app.add_flag("--redact", given.redact, "Leave out notes, evidence and reasons");
}

std::vector<std::string> every_format() { return {"text", "markdown", "html", "json", "csv"}; }
std::vector<std::string> drawn_formats() { return {"text", "markdown", "html", "json", "csv", "svg"}; }

void add_pager(CLI::App& app, Given& given) {
  app.add_flag("--no-pager", given.no_pager, "Print even what is longer than the screen");
}

void add_page(CLI::App& app, Given& given) {
  app.add_flag("--open", given.open, "Write HTML and open it in a browser");
}

void add_charts(CLI::App& app, Given& given) {
  app.add_flag("--charts", given.charts, "With -o FILE.md: draw FILE-radar.svg beside it");
}

/// What every report takes that can be drawn.
void add_drawn_output(CLI::App& app, Given& given, const std::vector<std::string>& formats) {
  add_output(app, given, formats);
  add_page(app, given);
  add_charts(app, given);
  add_redact(app, given);
}

void add_assess(CLI::App& command, Given& given) {
  AssessCommand& assess = given.assess;
  command.add_option("LADDER", assess.ladder, "An id or a path; default: ic3-mle")->type_name("");
  command.add_option("--as", given.rater, "Who rates: self (the default), manager, peer or report")
      ->option_text("NAME[:ROLE]");
  command.add_option("--label", assess.label, "A word to tell this assessment by")->option_text("TEXT");
  command.add_option("--target", assess.target, "The target, instead of the ladder's own")->option_text("N");
  command.add_flag("--new", assess.fresh, "Start over; a draft is kept under another name");
  command.add_option("--answers", assess.answers, "Rate from a YAML or JSON file (- is standard input)")
      ->option_text("FILE")
      ->expected(1)
      ->take_all();
  command.add_option("--set", assess.ratings, "Rate one behavior; repeatable")
      ->option_text("KEY=VALUE")
      ->expected(1)
      ->take_all();
  command.add_option("--note", assess.notes, "Note on one behavior; repeatable")
      ->option_text("KEY=TEXT")
      ->expected(1)
      ->take_all();
  command.add_option("--from", assess.from, "Suggest the ratings of that assessment; = accepts one")
      ->check(needs_something())
      ->option_text("REF");
  command.add_flag("--blind", assess.blind, "Do not show the last ratings");
  command.add_option("--only", assess.only, "Only unrated, gaps, noted, or PILLAR[.RESPONSIBILITY]")
      ->check(needs_something())
      ->option_text("WHAT");
  command.add_flag("--plain", assess.plain, "Whole lines with Enter, for screen readers");
  command.add_flag("--partial", assess.partial, "Finish although some behaviors are unrated");
  // Not empty: a script whose variable is empty must not correct whatever comes last.
  command.add_option("--amend", assess.amend, "Correct a finished assessment; the old one becomes .bak")
      ->check(needs_something())
      ->option_text("REF")
      ->excludes(command.get_option("LADDER"), command.get_option("--as"), command.get_option("--target"));
  command.add_flag("--input", assess.input, "Ask even where CI is set");
}

void add_report(CLI::App& command, Given& given) {
  command.add_option("REF", given.report.reference, "Which assessment; default: latest")->type_name("");
  command.add_option("--target", given.report.target, "Judge against N instead of the ladder's target")
      ->option_text("N");
  command.add_option("--top", given.report.top, "List only the N widest gaps")
      ->option_text("N")
      ->check(CLI::Range(0, 10'000));
  command.add_flag("--check", given.report.check, "Exit with 1 if a gate fails");
  // Gates, targets and widest gaps are those of the assessment's own ladder.
  command.add_option("--against", given.report.against, "How far from that ladder, such as the next level")
      ->check(needs_something())
      ->option_text("LADDER")
      ->excludes(command.get_option("--target"), command.get_option("--top"), command.get_option("--check"));
  add_drawn_output(command, given, drawn_formats());
  add_pager(command, given);
}

void add_diff(CLI::App& command, Given& given) {
  command.add_option("OLD", given.diff.before, "Default: the one before NEW, same ladder and rater")->type_name("");
  command.add_option("NEW", given.diff.after, "Which assessment; default: latest")->type_name("");
  add_drawn_output(command, given, drawn_formats());
  add_pager(command, given);
}

void add_list(CLI::App& command, Given& given) {
  add_output(command, given, every_format());
  add_pager(command, given);
}

void add_export(CLI::App& command, Given& given) {
  command.add_option("REF", given.export_.reference, "Which assessment; default: latest")->type_name("");
  command.add_option("--target", given.export_.target, "Judge against N instead of the ladder's target")
      ->option_text("N");
  command.add_flag("--all", given.export_all, "Every answer there is, one a row, as jsonl or csv")
      ->excludes(command.get_option("REF"), command.get_option("--target"));
  std::vector<std::string> formats = drawn_formats();
  formats.emplace_back("jsonl");
  add_drawn_output(command, given, formats);
}

void add_history(CLI::App& command, Given& given) {
  HistoryCommand& history = given.history;
  command.add_option("LADDER", history.ladder, "An id or a path; default: that of the latest assessment")
      ->type_name("");
  command.add_option("--rater", history.rater, "Whose assessments; default: the latest one's rater")
      ->check(needs_something())
      ->option_text("NAME");
  command.add_option("--since", given.since, "Nothing that was finished before")
      ->check(needs_something())
      ->option_text("YYYY-MM-DD");
  add_output(command, given, every_format());
  add_page(command, given);
  add_pager(command, given);
  add_redact(command, given);
}

void add_force(CLI::App& app, Given& given) { app.add_flag("--force", given.force, "Replace what is there already"); }

void add_ladder_check(CLI::App& command, Given& given) {
  command.add_option("FILE", given.ladder_check.files, "YAML files, or ids of ladders")->type_name("")->required();
  command.add_flag("--strict", given.strict, "Warnings are mistakes too");
  add_output(command, given, {"text", "json"});
}

void add_ladder_new(CLI::App& command, Given& given) {
  command.add_option("ID", given.ladder_new.id, "The id of the new ladder")->type_name("")->required();
  command.add_option("-o,--output", given.file, "Write to FILE instead of standard output")
      ->check(needs_something())
      ->option_text("FILE");
  add_force(command, given);
}

void add_ladder_add(CLI::App& command, Given& given) {
  command.add_option("FILE", given.ladder_add.file, "A YAML file")->type_name("")->required()->check(needs_something());
  add_force(command, given);
}

void add_ladder_remove(CLI::App& command, Given& given) {
  command.add_option("ID", given.ladder_remove.id, "The id of the ladder")->type_name("")->required();
}

void add_ladder_import(CLI::App& command, Given& given) {
  LadderImportCommand& import = given.ladder_import;
  command.add_option("FILE", import.file, "The document; - is standard input")->type_name("")->required();
  command.add_option("--from-format", given.import_form, "markdown, html or csv, when the name does not tell")
      ->check(CLI::IsMember({"markdown", "html", "csv"}))
      ->option_text("FORMAT");
  CLI::Option* level = command.add_option("--level", import.level, "Which level, of a document that has several")
                           ->check(needs_something())
                           ->option_text("NAME");
  command.add_flag("--all-levels", import.all_levels, "A file for each level; -o is their directory")->excludes(level);
  command.add_option("--track", import.track, "The career track to write into the ladder")->option_text("NAME");
  command.add_option("-o,--output", import.output, "Write to FILE instead of standard output")
      ->check(needs_something())
      ->option_text("FILE");
  add_force(command, given);
}

void add_ladder_diff(CLI::App& command, Given& given) {
  command.add_option("A", given.ladder_diff.before, "The earlier or lower ladder: an id or a path")
      ->type_name("")
      ->required()
      ->check(needs_something());
  command.add_option("B", given.ladder_diff.after, "The ladder it is compared with")
      ->type_name("")
      ->required()
      ->check(needs_something());
  add_output(command, given, every_format());
  add_page(command, given);
  add_pager(command, given);
}

void add_ladder_list(CLI::App& command, Given& given) {
  add_output(command, given, every_format());
  add_pager(command, given);
}

void add_ladder_show(CLI::App& command, Given& given) {
  command.add_option("LADDER", given.ladder_show.ladder, "An id or a path; default: ic3-mle")->type_name("");
  std::vector<std::string> formats = every_format();
  formats.emplace_back("yaml");
  add_output(command, given, formats);
  add_pager(command, given);
}

void add_help(CLI::App& command, Given& given) {
  command.add_option("TOPIC", given.help, "A command, or `keys`")->type_name("");
}

struct Subcommand {
  const char* name;
  const char* description;
  void (*add_options)(CLI::App& command, Given& given);
};

void add_nothing(CLI::App&, Given&) {}

constexpr Subcommand commands[] = {{"assess", "Rate every key behavior; saves after each answer", add_assess},
                                   {"report", "The gap report of an assessment", add_report},
                                   {"diff", "What changed between two assessments", add_diff},
                                   {"list", "Finished assessments and drafts", add_list},
                                   {"export", "Write the gap report, or with --all every answer", add_export},
                                   {"history", "All assessments of a ladder over time, and the trend", add_history},
                                   {"ladder", "List, show, check, begin, import, add, remove ladders", add_nothing},
                                   {"doctor", "What is wrong with stored files; changes nothing", add_list},
                                   {"help", "Help on a command, or on the keys: help keys", add_help}};

constexpr Subcommand ladder_commands[] = {
    {"list", "Built-in ladders and your own", add_ladder_list},
    {"show", "A ladder to read: keys, texts, scale, target, gates", add_ladder_show},
    {"diff", "What separates two levels, tracks or versions", add_ladder_diff},
    {"check", "Check ladders; every mistake and doubt with its place", add_ladder_check},
    {"new", "A commented ladder to begin with", add_ladder_new},
    {"schema", "The JSON Schema of ladders, for editors", add_nothing},
    {"add", "Copy a sound ladder to your own, to be named by its id", add_ladder_add},
    {"remove", "Remove one of your own ladders; assessments stay", add_ladder_remove},
    {"import", "Make a ladder of a Markdown, HTML or CSV document", add_ladder_import}};

/// Every command has its name and description; what it takes is declared only where the arguments have its name.
/// Declaring all of it would take longer than most commands run.
void add_subcommands(CLI::App& app, Given& given, std::span<const Subcommand> subcommands,
                     const std::vector<std::string>& arguments) {
  for (const Subcommand& one : subcommands) {
    CLI::App* command = app.add_subcommand(one.name, one.description)->group("Commands");
    if (std::find(arguments.begin(), arguments.end(), one.name) != arguments.end()) one.add_options(*command, given);
  }
}

void speak_our_words(CLI::FormatterBase& formatter) {
  formatter.column_width(24);
  formatter.label("REQUIRED", "(needed)");
  formatter.label("Excludes", "not with");
  formatter.label("Positionals", "Arguments");
  formatter.label("SUBCOMMAND", "COMMAND");
}

}  // namespace

void declare(CLI::App& app, Given& given, const std::vector<std::string>& arguments) {
  speak_our_words(*app.get_formatter());
  app.require_subcommand(1);
  app.fallthrough();
  app.set_help_flag("-h,--help", "Tell what there is");
  app.set_version_flag("--version", "rung " RUNG_VERSION, "Tell the version");
  app.add_option("--color,--colour", given.colour, "auto, always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->option_text("WHEN");
  add_subcommands(app, given, commands, arguments);
  CLI::App* ladder = app.get_subcommand("ladder");
  ladder->require_subcommand(1);
  if (std::find(arguments.begin(), arguments.end(), "ladder") != arguments.end())
    add_subcommands(*ladder, given, ladder_commands, arguments);
  // Set last: the commands would inherit it.
  app.footer(footer);
}

}  // namespace rung::cli
