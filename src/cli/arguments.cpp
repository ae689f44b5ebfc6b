#include <CLI/CLI.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include <rung/cli/invocation.hpp>
#include <rung/diagnostic/source.hpp>
#include <rung/diagnostic/suggest.hpp>
#include <rung/error.hpp>

namespace rung::cli {
namespace {

constexpr const char* footer =
    "LADDER is an id (see `rung ladder list`) or the path of a YAML file.\n"
    "REF is an assessment: a path, an id, a unique prefix, `latest` or `latest~N`.\n"
    "Exit codes: 0 success, 1 a check answered no, 2 usage, 3 bad input,\n"
    "4 input/output, 5 saved but unfinished, 130 interrupted.";

const std::vector<std::pair<std::string, Format>>& format_names() {
  static const std::vector<std::pair<std::string, Format>> names{
      {"text", Format::text}, {"markdown", Format::markdown}, {"json", Format::json}};
  return names;
}

// What the parser fills in; turned into an Invocation once it has accepted the arguments.
struct Draft {
  std::string colour;
  std::string rater;
  std::string format;
  bool json = false;
  std::string file;
  AssessCommand assess;
  ReportCommand report;
  DiffCommand diff;
  ListCommand list;
  ExportCommand export_;
  LadderListCommand ladder_list;
  LadderShowCommand ladder_show;
  LadderCheckCommand ladder_check;
  std::vector<std::string> help;
};

OutputOptions read_output(const Draft& draft) {
  OutputOptions output;
  output.file = draft.file;
  if (draft.json) output.format = Format::json;
  if (!draft.format.empty()) {
    for (const auto& [name, format] : format_names()) {
      if (name == draft.format) output.format = format;
    }
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
  if (rater.name.find_first_not_of(" \t") == std::string::npos) {
    throw Error(ExitCode::usage, "--as needs a name", "for example --as Ines or --as Ines:peer");
  }
  return rater;
}

void add_output(CLI::App& app, Draft& draft, std::vector<std::string> formats) {
  app.add_option("--format", draft.format, fmt::format("One of {}", fmt::join(formats, ", ")))
      ->check(CLI::IsMember(formats))
      ->option_text("FORMAT");
  app.add_flag("--json", draft.json, "The same as --format json");
  app.add_option("-o,--output", draft.file, "Write to FILE instead of standard output")
      ->check(CLI::Validator(
          [](const std::string& file) { return file.empty() ? std::string("needs a name") : std::string(); }, ""))
      ->option_text("FILE");
}

CLI::App* add_assess(CLI::App& app, Draft& draft) {
  CLI::App* sub = app.add_subcommand("assess", "Rate every key behavior; saves after each answer");
  AssessCommand& assess = draft.assess;
  sub->add_option("LADDER", assess.ladder, "An id or a path; default: ic3-mle")->type_name("");
  sub->add_option("--as", draft.rater, "Who rates: self (the default), manager, peer or report")
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
      ->option_text("REF")
      ->excludes(sub->add_flag("--blind", assess.blind, "Do not show the last ratings"));
  sub->add_option("--only", assess.only, "Ask only unrated, gaps, noted, or PILLAR[.RESPONSIBILITY]")
      ->option_text("WHAT");
  sub->add_flag("--plain", assess.plain, "Whole lines with Enter, for screen readers");
  sub->add_flag("--partial", assess.partial, "Finish although some behaviors are unrated");
  sub->add_option("--amend", assess.amend, "Correct a finished assessment; the old file is kept as .bak")
      ->option_text("REF")
      ->excludes(sub->get_option("LADDER"), sub->get_option("--as"), sub->get_option("--target"));
  sub->add_flag("--input", assess.input, "Ask even where CI is set");
  return sub;
}

CLI::App* add_report(CLI::App& app, Draft& draft) {
  CLI::App* sub = app.add_subcommand("report", "The gap report of an assessment");
  sub->add_option("REF", draft.report.reference, "Which assessment; default: latest")->type_name("");
  sub->add_option("--target", draft.report.target, "Judge against N instead of the ladder's target")->option_text("N");
  sub->add_option("--top", draft.report.top, "List only the N widest gaps")
      ->option_text("N")
      ->check(CLI::Range(0, 10'000));
  sub->add_flag("--check", draft.report.check, "Exit with 1 if a gate fails");
  add_output(*sub, draft, {"text", "markdown", "json"});
  return sub;
}

CLI::App* add_diff(CLI::App& app, Draft& draft) {
  CLI::App* sub = app.add_subcommand("diff", "What changed between two assessments");
  sub->add_option("OLD", draft.diff.before, "Default: the one before NEW, same ladder and rater")->type_name("");
  sub->add_option("NEW", draft.diff.after, "Which assessment; default: latest")->type_name("");
  add_output(*sub, draft, {"text", "markdown", "json"});
  return sub;
}

CLI::App* add_list(CLI::App& app, Draft& draft) {
  CLI::App* sub = app.add_subcommand("list", "Finished assessments and drafts");
  add_output(*sub, draft, {"text", "markdown", "json"});
  return sub;
}

CLI::App* add_export(CLI::App& app, Draft& draft) {
  CLI::App* sub = app.add_subcommand("export", "Write the gap report to a file, by its extension");
  sub->add_option("REF", draft.export_.reference, "Which assessment; default: latest")->type_name("");
  sub->add_option("--target", draft.export_.target, "Judge against N instead of the ladder's target")->option_text("N");
  add_output(*sub, draft, {"text", "markdown", "json"});
  sub->get_option("--output")->required();
  return sub;
}

void add_ladder(CLI::App& app, Draft& draft) {
  CLI::App* ladder = app.add_subcommand("ladder", "List, show and check ladders");
  ladder->require_subcommand(1);
  CLI::App* list = ladder->add_subcommand("list", "Built-in ladders and your own");
  add_output(*list, draft, {"text", "markdown", "json"});
  CLI::App* show = ladder->add_subcommand("show", "A ladder to read: keys, texts, scale, target, gates");
  show->add_option("LADDER", draft.ladder_show.ladder, "An id or a path; default: ic3-mle")->type_name("");
  add_output(*show, draft, {"text", "markdown", "json"});
  CLI::App* check = ladder->add_subcommand("check", "Check ladder files; every mistake with its place");
  check->add_option("FILE", draft.ladder_check.files, "YAML files")->type_name("")->required();
}

void add_help(CLI::App& app, Draft& draft) {
  CLI::App* sub = app.add_subcommand("help", "Help on a command, or on the keys of the prompt: help keys");
  sub->add_option("TOPIC", draft.help, "A command, or `keys`")->type_name("");
}

void build(CLI::App& app, Draft& draft) {
  app.get_formatter()->column_width(30);
  app.require_subcommand(1);
  app.fallthrough();
  app.set_version_flag("--version", "rung " RUNG_VERSION);
  app.add_option("--color,--colour", draft.colour, "auto, always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->option_text("WHEN");
  add_assess(app, draft);
  add_report(app, draft);
  add_diff(app, draft);
  add_list(app, draft);
  add_export(app, draft);
  add_ladder(app, draft);
  add_help(app, draft);
  // Set last: the commands would inherit it.
  app.footer(footer);
}

// The innermost command that was recognised.
const CLI::App& deepest(const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  return chosen.empty() ? app : deepest(*chosen.front());
}

std::string path_of(const CLI::App& app) {
  return app.get_parent() == nullptr ? app.get_name() : path_of(*app.get_parent()) + " " + app.get_name();
}

// Not CLI::App::help: it gives the help of a subcommand that was parsed.
std::string help_of(const CLI::App& app) {
  return app.get_formatter()->make_help(&app, path_of(app), CLI::AppFormatMode::Normal);
}

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* sub : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(sub->get_name());
  return names;
}

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* level = &app; level != nullptr; level = level->get_parent()) {
    for (const CLI::Option* option : level->get_options()) {
      for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
  }
  return names;
}

Error explain_unknown(const CLI::App& app, const std::string& word) {
  const CLI::App& command = deepest(app);
  const std::string see = fmt::format("`{} --help` tells what there is", path_of(command));
  if (!word.empty() && word.front() == '-') {
    const std::string hint = did_you_mean(word.substr(0, word.find('=')), option_names(command));
    return Error(ExitCode::usage, fmt::format("unknown option `{}`", word), hint.empty() ? see : hint);
  }
  const auto names = command_names(command);
  if (!names.empty()) {
    const std::string hint = did_you_mean(word, names);
    return Error(ExitCode::usage, fmt::format("unknown command `{}`", word),
                 hint.empty() ? fmt::format("commands: {}", fmt::join(names, ", ")) : hint);
  }
  return Error(ExitCode::usage, fmt::format("`{}` takes no further argument `{}`", path_of(command), word), see);
}

// The first argument that is no option, after the name of `command`; empty when there is none.
std::string word_after(const CLI::App& command, const std::vector<std::string>& arguments) {
  auto from = arguments.begin();
  if (command.get_parent() != nullptr) {
    from = std::find(from, arguments.end(), command.get_name());
    if (from != arguments.end()) ++from;
  }
  const auto word =
      std::find_if(from, arguments.end(), [](const std::string& a) { return a.empty() || a.front() != '-'; });
  return word == arguments.end() ? std::string() : *word;
}

Command take_help(const CLI::App& app, const std::vector<std::string>& topic) {
  if (topic == std::vector<std::string>{"keys"}) return HelpKeysCommand{};
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

Command take_command(const CLI::App& app, Draft& draft) {
  if (app.got_subcommand("help")) return take_help(app, draft.help);
  if (!draft.rater.empty() || app.get_subcommand("assess")->count("--as") > 0)
    draft.assess.rater = read_rater(draft.rater);
  const OutputOptions output = read_output(draft);
  check_line("--label", draft.assess.label);
  // A script whose variable is empty must not correct whatever comes last.
  if (draft.assess.amend && draft.assess.amend->empty())
    throw Error(ExitCode::usage, "--amend needs an assessment", "write --amend latest, or an id");
  if (app.got_subcommand("assess")) return draft.assess;
  if (app.got_subcommand("report"))
    return ReportCommand{draft.report.reference, draft.report.target, draft.report.top, draft.report.check, output};
  if (app.got_subcommand("diff")) return DiffCommand{draft.diff.before, draft.diff.after, output};
  if (app.got_subcommand("list")) return ListCommand{output};
  if (app.got_subcommand("export")) return ExportCommand{draft.export_.reference, draft.export_.target, output};
  const CLI::App* ladder = app.get_subcommand("ladder");
  if (ladder->got_subcommand("list")) return LadderListCommand{output};
  if (ladder->got_subcommand("show")) return LadderShowCommand{draft.ladder_show.ladder, output};
  return draft.ladder_check;
}

ColourChoice read_colour(const std::string& word) {
  if (word == "always") return ColourChoice::always;
  if (word == "never") return ColourChoice::never;
  return ColourChoice::automatic;
}

}  // namespace

Invocation parse_arguments(const std::vector<std::string>& arguments) {
  CLI::App app("Career-ladder self-assessment for the terminal: local, private, saved as you go.", "rung");
  Draft draft;
  build(app, draft);
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
    const CLI::App& command = deepest(app);
    const auto names = command_names(command);
    const std::string word = names.empty() ? std::string() : word_after(command, arguments);
    if (!word.empty()) throw explain_unknown(app, word);
    throw Error(ExitCode::usage,
                names.empty() ? std::string(error.what()) : fmt::format("`{}` needs a command", path_of(command)),
                names.empty() ? fmt::format("see `{} --help`", path_of(command))
                              : fmt::format("commands: {}", fmt::join(names, ", ")));
  } catch (const CLI::ParseError& error) {
    throw Error(ExitCode::usage, error.what(), fmt::format("see `{} --help`", path_of(deepest(app))));
  }
  return {take_command(app, draft), read_colour(draft.colour)};
}

}  // namespace rung::cli
