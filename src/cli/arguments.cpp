#include "arguments.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <iterator>

#include <rung/diagnostic/suggest.hpp>

#include "commands/commands.hpp"
#include "home_screen.hpp"
#include "log_words.hpp"

namespace rung::cli {
namespace {

constexpr const char* footer =
    "LADDER is an id (see `rung ladder list`) or the path of a YAML file.\n"
    "REF is an assessment: a path, an id, a label, a unique prefix, `latest` or\n"
    "`latest~N`; `drafts/NAME` is a draft.\n"
    "Exit codes: 0 success, 1 a check answered no, 2 usage, 3 bad input,\n"
    "4 input/output, 5 saved but unfinished, 130 interrupted.";

/// The innermost command that was recognized.
const CLI::App& deepest(const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  return chosen.empty() ? app : deepest(*chosen.front());
}

/// The command as it is typed, such as `rung ladder check`.
std::string path_of(const CLI::App& app) {
  return app.get_parent() == nullptr ? app.get_name()
                                     : fmt::format("{} {}", path_of(*app.get_parent()), app.get_name());
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
  for (const CLI::App* level = &app; level != nullptr; level = level->get_parent())
    for (const CLI::Option* option : level->get_options())
      for (const std::string& name : option->get_lnames()) names.push_back(fmt::format("--{}", name));
  return names;
}

/// Whether `argument` is an option, of the command or of one above it, whose value is the argument behind it.
bool takes_next(const CLI::App* command, const std::string& argument) {
  if (argument.size() < 2 || command == nullptr) return false;
  const CLI::Option* option = command->get_option_no_throw(argument);
  return option != nullptr ? option->get_items_expected_min() > 0 : takes_next(command->get_parent(), argument);
}

// The first argument that is neither an option nor the value of one, after the name of `command`; empty when there is
// none, or when `--` says that text follows.
std::string word_after(const CLI::App& command, const std::vector<std::string>& arguments) {
  auto at = arguments.begin();
  if (command.get_parent() != nullptr) {
    at = std::find(at, arguments.end(), command.get_name());
    if (at != arguments.end()) ++at;
  }
  while (at != arguments.end() && !at->empty() && at->front() == '-' && *at != "--")
    at += takes_next(&command, *at) && std::next(at) != arguments.end() ? 2 : 1;
  return at == arguments.end() || *at == "--" ? std::string() : *at;
}

/// Whether a word is the name of a command below `command` only right behind its own name, where options of the program
/// itself may stand between.
bool names_command_below(const CLI::App& command, const std::vector<std::string>& arguments,
                         const std::vector<std::string>& below) {
  auto at = std::find(arguments.begin(), arguments.end(), command.get_name());
  if (at != arguments.end()) ++at;
  while (at != arguments.end() && command.get_parent()->get_option_no_throw(at->substr(0, at->find('='))) != nullptr)
    at += takes_next(&command, *at) && std::next(at) != arguments.end() ? 2 : 1;
  return at != arguments.end() && std::find(below.begin(), below.end(), *at) != below.end();
}

Error explain_unknown(const CLI::App& app, const std::vector<std::string>& arguments, const std::string& word) {
  const CLI::App& command = deepest(app);
  std::string see = fmt::format("`{} --help` shows what there is", path_of(command));
  if (const std::string logs = how_to_log(arguments); !logs.empty())
    see = logs;
  else if (command.get_name() == "log")
    see = "`rung log -- TEXT` logs a text that begins with a dash";
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

Error explain_missing(const CLI::App& app, const std::vector<std::string>& arguments, const CLI::RequiredError& error) {
  const CLI::App& command = deepest(app);
  const auto names = command_names(command);
  if (names.empty()) {
    const std::string message = error.what();
    const std::string needed = message.substr(0, message.find(" is required"));
    return Error(ExitCode::usage, fmt::format("`{}` needs {}", path_of(command), needed),
                 fmt::format("see `{} --help`", path_of(command)));
  }
  if (const std::string word = word_after(command, arguments); !word.empty())
    return explain_unknown(app, arguments, word);
  return Error(ExitCode::usage, fmt::format("`{}` needs a command", path_of(command)),
               fmt::format("commands: {}", fmt::join(names, ", ")));
}

/// The last word of `name` where the words before it are `group`; empty where they are not.
std::string_view word_below(std::string_view group, std::string_view name) {
  const std::size_t space = name.rfind(' ');
  const std::size_t end = space == std::string_view::npos ? 0 : space;
  return name.substr(0, end) == group ? name.substr(end == 0 ? 0 : end + 1) : std::string_view();
}

void speak_our_words(CLI::FormatterBase& formatter) {
  formatter.column_width(24);
  formatter.label("REQUIRED", "(needed)");
  formatter.label("Excludes", "not with");
  formatter.label("Positionals", "Arguments");
  formatter.label("SUBCOMMAND", "COMMAND");
}

bool wants_help(const std::vector<std::string>& arguments) {
  const auto end = std::find(arguments.begin(), arguments.end(), "--");
  return std::any_of(arguments.begin(), end, [](const std::string& one) { return one == "-h" || one == "--help"; });
}

/// Reads arguments into an Invocation. A command's options are declared when the arguments come to its name: declaring
/// those of all commands costs 1.4 million instructions, 40% of what `rung list` takes without assessments.
class Parser {
 public:
  explicit Parser(const std::vector<std::string>& arguments) : arguments_(arguments) {
    speak_our_words(*app_.get_formatter());
    app_.fallthrough();
    app_.set_help_flag("-h,--help", "Tell what there is");
    app_.set_version_flag("--version", "rung " RUNG_VERSION, "Tell the version");
    app_.add_option("--color,--colour", colour_, "auto, always or never")
        ->check(CLI::IsMember({"auto", "always", "never"}))
        ->option_text("WHEN");
    add_commands(app_, "");
    if (word_after(app_, arguments_).empty()) declare_home();
    // Set last: the commands would inherit it.
    app_.footer(footer);
  }

  [[nodiscard]] std::string help() const { return help_of(app_); }

  Invocation parse() {
    try {
      app_.parse(std::vector<std::string>(arguments_.rbegin(), arguments_.rend()));
    } catch (const CLI::CallForHelp&) {
      return print(help_of(deepest(app_)), ExitCode::success);
    } catch (const CLI::CallForVersion& version) {
      return print(fmt::format("{}\n", version.what()), ExitCode::success);
    } catch (const CLI::ExtrasError&) {
      const auto extras = app_.remaining(true);
      throw explain_unknown(app_, arguments_, extras.empty() ? std::string() : extras.front());
    } catch (const CLI::RequiredError& error) {
      throw explain_missing(app_, arguments_, error);
    } catch (const CLI::ParseError& error) {
      throw Error(ExitCode::usage, error.what(), fmt::format("see `{} --help`", path_of(deepest(app_))));
    }
    for (const auto& check : checks_) check();
    if (colour_ == "always") invocation_.colour = ColourChoice::always;
    if (colour_ == "never") invocation_.colour = ColourChoice::never;
    return std::move(invocation_);
  }

 private:
  void add_commands(CLI::App& parent, std::string_view group) {
    parent.require_subcommand(1);
    for (const auto describe : commands) {
      const Command command = describe();
      const std::string_view word = word_below(group, command.name);
      if (word.empty()) continue;
      CLI::App* app = parent.add_subcommand(std::string(word), command.summary)->group("Commands");
      app->preparse_callback([this, app, command](std::size_t) { declare(*app, command); });
    }
  }

  /// A command that has others below it takes their names as such only right behind its own.
  void declare(CLI::App& app, const Command& command) {
    const std::vector<std::string> below = names_below(command.name);
    if (command.declare == nullptr || names_command_below(app, arguments_, below))
      return add_commands(app, command.name);
    Options options(app, checks_);
    command.declare(options, invocation_);
    invocation_.home = command.home;
    if (below.empty() || !wants_help(arguments_)) return;
    add_commands(app, command.name);
    app.require_subcommand(0);
  }

  /// `rung` without a command. Only there: a command would take these options too, whether it has them or not.
  void declare_home() {
    const Command home = home_screen_command();
    Options options(app_, checks_);
    home.declare(options, invocation_);
    invocation_.home = home.home;
    app_.require_subcommand(0);
  }

  /// Help that was asked for goes to standard output; help that was needed, to standard error.
  static Invocation print(const std::string& text, ExitCode code) {
    const auto run = [text, code](const Scene& scene) {
      (code == ExitCode::success ? scene.ports.out : scene.ports.err)(text);
      return code;
    };
    return {run, HomeUse::none, std::nullopt, ColourChoice::automatic};
  }

  const std::vector<std::string>& arguments_;
  CLI::App app_{"Career-ladder self-assessment for the terminal: local, private, saved as you go.", "rung"};
  std::string colour_;
  Options::Checks checks_;
  Invocation invocation_;
};

}  // namespace

std::string help_on_program() { return Parser({"--help"}).help(); }

Invocation parse_arguments(const std::vector<std::string>& arguments) { return Parser(arguments).parse(); }

std::vector<std::string> names_below(std::string_view group) {
  std::vector<std::string> names;
  for (const auto describe : commands)
    if (const std::string_view word = word_below(group, describe().name); !word.empty()) names.emplace_back(word);
  return names;
}

}  // namespace rung::cli
