#include "command_line.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

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

const std::vector<std::string> every_format{"text", "markdown", "html", "json", "csv"};
const std::vector<std::string> drawn_formats{"text", "markdown", "html", "json", "csv", "svg"};

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

CLI::App* add_assess(CLI::App& app, Given& given) {
  CLI::App* sub = app.add_subcommand("assess", "Rate every key behavior; saves after each answer");
  AssessCommand& assess = given.assess;
  sub->add_option("LADDER", assess.ladder, "An id or a path; default: ic3-mle")->type_name("");
  sub->add_option("--as", given.rater, "Who rates: self (the default), manager, peer or report")
      ->option_text("NAME[:ROLE]");
  sub->add_option("--label", assess.label, "A word to tell this assessment by")->option_text("TEXT");
  sub->add_option("--target", assess.target, "The target, instead of the ladder's own")->option_text("N");
  sub->add_flag("--new", assess.fresh, "Start over; a draft is kept under another name");
  sub->add_option("--answers", assess.answers, "Rate from a YAML or JSON file (- is standard input)")
      ->option_text("FILE")
      ->expected(1)
      ->take_all();
  sub->add_option("--set", assess.ratings, "Rate one behavior; repeatable")
      ->option_text("KEY=VALUE")
      ->expected(1)
      ->take_all();
  sub->add_option("--note", assess.notes, "Note on one behavior; repeatable")
      ->option_text("KEY=TEXT")
      ->expected(1)
      ->take_all();
  sub->add_option("--from", assess.from, "Suggest the ratings of that assessment; = accepts one")
      ->check(needs_something())
      ->option_text("REF");
  sub->add_flag("--blind", assess.blind, "Do not show the last ratings");
  sub->add_option("--only", assess.only, "Ask only unrated, gaps, noted, or PILLAR[.RESPONSIBILITY]")
      ->check(needs_something())
      ->option_text("WHAT");
  sub->add_flag("--plain", assess.plain, "Whole lines with Enter, for screen readers");
  sub->add_flag("--partial", assess.partial, "Finish although some behaviors are unrated");
  // Not empty: a script whose variable is empty must not correct whatever comes last.
  sub->add_option("--amend", assess.amend, "Correct a finished assessment; the old file is kept as .bak")
      ->check(needs_something())
      ->option_text("REF")
      ->excludes(sub->get_option("LADDER"), sub->get_option("--as"), sub->get_option("--target"));
  sub->add_flag("--input", assess.input, "Ask even where CI is set");
  return sub;
}

CLI::App* add_report(CLI::App& app, Given& given) {
  CLI::App* sub = app.add_subcommand("report", "The gap report of an assessment");
  sub->add_option("REF", given.report.reference, "Which assessment; default: latest")->type_name("");
  sub->add_option("--target", given.report.target, "Judge against N instead of the ladder's target")->option_text("N");
  sub->add_option("--top", given.report.top, "List only the N widest gaps")
      ->option_text("N")
      ->check(CLI::Range(0, 10'000));
  sub->add_flag("--check", given.report.check, "Exit with 1 if a gate fails");
  // Gates, targets and widest gaps are those of the assessment's own ladder.
  sub->add_option("--against", given.report.against, "How far from that ladder, such as the next level")
      ->check(needs_something())
      ->option_text("LADDER")
      ->excludes(sub->get_option("--target"), sub->get_option("--top"), sub->get_option("--check"));
  add_drawn_output(*sub, given, drawn_formats);
  add_pager(*sub, given);
  return sub;
}

CLI::App* add_diff(CLI::App& app, Given& given) {
  CLI::App* sub = app.add_subcommand("diff", "What changed between two assessments");
  sub->add_option("OLD", given.diff.before, "Default: the one before NEW, same ladder and rater")->type_name("");
  sub->add_option("NEW", given.diff.after, "Which assessment; default: latest")->type_name("");
  add_drawn_output(*sub, given, drawn_formats);
  add_pager(*sub, given);
  return sub;
}

CLI::App* add_list(CLI::App& app, Given& given) {
  CLI::App* sub = app.add_subcommand("list", "Finished assessments and drafts");
  add_output(*sub, given, every_format);
  add_pager(*sub, given);
  return sub;
}

CLI::App* add_export(CLI::App& app, Given& given) {
  CLI::App* sub = app.add_subcommand("export", "Write the gap report to a file, or with --all every answer");
  sub->add_option("REF", given.export_.reference, "Which assessment; default: latest")->type_name("");
  sub->add_option("--target", given.export_.target, "Judge against N instead of the ladder's target")->option_text("N");
  sub->add_flag("--all", given.export_all, "Every answer of every finished assessment, one a row, as jsonl or csv")
      ->excludes(sub->get_option("REF"), sub->get_option("--target"));
  std::vector<std::string> formats = drawn_formats;
  formats.emplace_back("jsonl");
  add_drawn_output(*sub, given, formats);
  return sub;
}

void add_history(CLI::App& app, Given& given) {
  CLI::App* sub = app.add_subcommand("history", "All assessments of a ladder over time, and the trend");
  HistoryCommand& history = given.history;
  sub->add_option("LADDER", history.ladder, "An id or a path; default: that of the latest assessment")->type_name("");
  sub->add_option("--rater", history.rater, "Whose assessments; default: those of the latest one's rater")
      ->check(needs_something())
      ->option_text("NAME");
  sub->add_option("--since", given.since, "Nothing that was finished before")
      ->check(needs_something())
      ->option_text("YYYY-MM-DD");
  add_output(*sub, given, every_format);
  add_page(*sub, given);
  add_pager(*sub, given);
  add_redact(*sub, given);
}

void add_force(CLI::App& app, Given& given) { app.add_flag("--force", given.force, "Replace what is there already"); }

void add_ladder_check(CLI::App& ladder, Given& given) {
  CLI::App* sub = ladder.add_subcommand("check", "Check ladders; every mistake and every doubt with its place");
  sub->add_option("FILE", given.ladder_check.files, "YAML files, or ids of ladders")->type_name("")->required();
  sub->add_flag("--strict", given.strict, "Warnings are mistakes too");
  add_output(*sub, given, {"text", "json"});
}

void add_ladder_new(CLI::App& ladder, Given& given) {
  CLI::App* sub = ladder.add_subcommand("new", "A commented ladder to begin with");
  sub->add_option("ID", given.ladder_new.id, "The id of the new ladder")->type_name("")->required();
  sub->add_option("-o,--output", given.file, "Write to FILE instead of standard output")
      ->check(needs_something())
      ->option_text("FILE");
  add_force(*sub, given);
}

void add_ladder_schema(CLI::App& ladder) { ladder.add_subcommand("schema", "The JSON Schema of ladders, for editors"); }

void add_ladder_add(CLI::App& ladder, Given& given) {
  CLI::App* sub = ladder.add_subcommand("add", "Copy a sound ladder to your own, to be named by its id");
  sub->add_option("FILE", given.ladder_add.file, "A YAML file")->type_name("")->required()->check(needs_something());
  add_force(*sub, given);
}

void add_ladder_remove(CLI::App& ladder, Given& given) {
  CLI::App* sub = ladder.add_subcommand("remove", "Remove one of your own ladders; assessments stay");
  sub->add_option("ID", given.ladder_remove.id, "The id of the ladder")->type_name("")->required();
}

void add_ladder_import(CLI::App& ladder, Given& given) {
  CLI::App* sub = ladder.add_subcommand("import", "Make a ladder of a Markdown, HTML or CSV document");
  LadderImportCommand& import = given.ladder_import;
  sub->add_option("FILE", import.file, "The document; - is standard input")->type_name("")->required();
  sub->add_option("--from-format", given.import_form, "markdown, html or csv, when the name does not tell")
      ->check(CLI::IsMember({"markdown", "html", "csv"}))
      ->option_text("FORMAT");
  CLI::Option* level = sub->add_option("--level", import.level, "Which level, of a document that has several")
                           ->check(needs_something())
                           ->option_text("NAME");
  sub->add_flag("--all-levels", import.all_levels, "A file for each level; -o is their directory")->excludes(level);
  sub->add_option("--track", import.track, "The career track to write into the ladder")->option_text("NAME");
  sub->add_option("-o,--output", import.output, "Write to FILE instead of standard output")
      ->check(needs_something())
      ->option_text("FILE");
  add_force(*sub, given);
}

void add_ladder_diff(CLI::App& ladder, Given& given) {
  CLI::App* sub = ladder.add_subcommand("diff", "What separates two levels, tracks or versions");
  sub->add_option("A", given.ladder_diff.before, "The earlier or lower ladder: an id or a path")
      ->type_name("")
      ->required()
      ->check(needs_something());
  sub->add_option("B", given.ladder_diff.after, "The ladder it is compared with")
      ->type_name("")
      ->required()
      ->check(needs_something());
  add_output(*sub, given, every_format);
  add_page(*sub, given);
  add_pager(*sub, given);
}

void add_ladder(CLI::App& app, Given& given) {
  CLI::App* ladder =
      app.add_subcommand("ladder", "List, show, check, begin and import ladders; add and remove your own");
  ladder->require_subcommand(1);
  CLI::App* list = ladder->add_subcommand("list", "Built-in ladders and your own");
  add_output(*list, given, every_format);
  add_pager(*list, given);
  CLI::App* show = ladder->add_subcommand("show", "A ladder to read: keys, texts, scale, target, gates");
  show->add_option("LADDER", given.ladder_show.ladder, "An id or a path; default: ic3-mle")->type_name("");
  std::vector<std::string> formats = every_format;
  formats.emplace_back("yaml");
  add_output(*show, given, formats);
  add_pager(*show, given);
  add_ladder_diff(*ladder, given);
  add_ladder_check(*ladder, given);
  add_ladder_new(*ladder, given);
  add_ladder_schema(*ladder);
  add_ladder_add(*ladder, given);
  add_ladder_remove(*ladder, given);
  add_ladder_import(*ladder, given);
}

void add_help(CLI::App& app, Given& given) {
  CLI::App* sub = app.add_subcommand("help", "Help on a command, or on the keys of the prompt: help keys");
  sub->add_option("TOPIC", given.help, "A command, or `keys`")->type_name("");
}

}  // namespace

void declare(CLI::App& app, Given& given) {
  app.get_formatter()->column_width(30);
  app.require_subcommand(1);
  app.fallthrough();
  app.set_version_flag("--version", "rung " RUNG_VERSION);
  app.add_option("--color,--colour", given.colour, "auto, always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->option_text("WHEN");
  add_assess(app, given);
  add_report(app, given);
  add_diff(app, given);
  add_list(app, given);
  add_export(app, given);
  add_history(app, given);
  add_ladder(app, given);
  add_help(app, given);
  // Set last: the commands would inherit it.
  app.footer(footer);
}

}  // namespace rung::cli
