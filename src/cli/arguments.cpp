#include "arguments.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <utility>

#include "argument_words.hpp"
#include "commands/commands.hpp"
#include "help_page.hpp"
#include "help_topics.hpp"
#include "home_screen.hpp"
#include "usage_errors.hpp"

namespace rung::cli {
namespace {

constexpr const char* program_summary =
    "Rate yourself against a career ladder in the terminal: local, private, and saved as you go";

constexpr const char* behavior_note =
    "A behavior: its key (direction.strategy.set-goals), the unique end of one (set-goals), or its number; "
    "`rung ladder show` shows them";

/// What stands for arguments in the help of many commands.
const std::vector<HelpEntry>& argument_notes() {
  static const std::vector<HelpEntry> notes{
      {"LADDER", "An id, the unique start of one, or the path of a YAML file; `rung ladder list` shows them", "Names"},
      {"REF",
       "An assessment: latest, latest~N, an id, the unique start of one, a label, or a path; `rung list` shows them",
       "Names"},
      {"BEHAVIOR", behavior_note, "Names"},
      {"KEY", behavior_note, "Names"},
      {"WHAT", "unrated, gaps, claimed, noted, a pillar, or PILLAR.RESPONSIBILITY", "Names"},
  };
  return notes;
}

/// The last word of `name` where the words before it are `group`; empty where they are not.
std::string_view word_below(std::string_view group, std::string_view name) {
  const std::size_t space = name.rfind(' ');
  const std::size_t end = space == std::string_view::npos ? 0 : space;
  return name.substr(0, end) == group ? name.substr(end == 0 ? 0 : end + 1) : std::string_view();
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
    app_.fallthrough();
    declare_everywhere();
    add_commands(app_, "");
    if (word_after(app_, arguments_).empty()) declare_home();
  }

  Invocation parse() {
    try {
      app_.parse(reversed());
    } catch (const CLI::CallForHelp&) {
      return print_help(describe());
    } catch (const CLI::CallForVersion& version) {
      return print(fmt::format("{}\n", version.what()));
    } catch (const CLI::ParseError& error) {
      throw explain_usage(app_, arguments_, error);
    }
    for (const auto& check : checks_) check();
    if (colour_ == "always") invocation_.colour = ColourChoice::always;
    if (colour_ == "never") invocation_.colour = ColourChoice::never;
    return std::move(invocation_);
  }

  PartialArguments read_partial() {
    try {
      app_.parse(reversed());
    } catch (const CLI::ParseError&) {
      // Whatever is missing or wrong: the command is known, and so is what was given before.
    }
    PartialArguments partial{chosen_.name, list_rows(declared_), app_.remaining(true)};
    for (OptionRow& row : list_rows(everywhere_)) partial.rows.push_back(std::move(row));
    return partial;
  }

  /// The help of the command that the arguments name.
  HelpPage describe() {
    const std::string_view name = chosen_.name;
    HelpPage page;
    page.path = name.empty() ? "rung" : fmt::format("rung {}", name);
    page.summary = name.empty() ? program_summary : chosen_.summary;
    for (const Command& below : commands_below(name))
      page.commands.push_back({std::string(word_below(name, below.name)), below.summary, below.section});
    page.needs_command = chosen_.declare == nullptr;
    page.rows = list_rows(declared_);
    page.everywhere = list_rows(everywhere_);
    page.examples.assign(chosen_.examples.begin(), chosen_.examples.end());
    if (name.empty())
      page.notes = list_help_topics();
    else
      std::erase_if(page.everywhere, [](const OptionRow& row) { return row.spec.starts_with("-V"); });
    const bool has_sections = std::any_of(page.rows.begin(), page.rows.end(), [](const OptionRow& row) {
      return !row.is_argument() && row.section != plain_section;
    });
    for (OptionRow& row : page.everywhere) row.section = has_sections ? "Other options" : plain_section;
    add_notes(page);
    return page;
  }

 private:
  void declare_everywhere() {
    Options options(app_, checks_, everywhere_);
    app_.set_help_flag("-h,--help", "");
    everywhere_.emplace_back(OptionRow{"-h,--help", "Show this help and exit", plain_section}, app_.get_help_ptr());
    CLI::Option* version = app_.set_version_flag("-V,--version", "rung " RUNG_VERSION, "");
    everywhere_.emplace_back(OptionRow{"-V,--version", "Print the version and exit", plain_section}, version);
    options.choice("--color,--colour WHEN", colour_, {"auto", "always", "never"},
                   "Use colors: auto (the default), always, or never");
  }

  void add_commands(CLI::App& parent, std::string_view group) {
    parent.require_subcommand(1);
    for (const auto describe : commands) {
      const Command command = describe();
      const std::string_view word = word_below(group, command.name);
      if (word.empty()) continue;
      CLI::App* app = parent.add_subcommand(std::string(word))->group(command.section);
      app->preparse_callback([this, app, command](std::size_t) { declare(*app, command); });
    }
  }

  /// A command that has others below it takes their names as such only right behind its own.
  void declare(CLI::App& app, const Command& command) {
    chosen_ = command;
    declared_.clear();
    const std::vector<std::string> below = names_below(command.name);
    if (command.declare == nullptr || names_command_below(app, arguments_, below))
      return add_commands(app, command.name);
    Options options(app, checks_, declared_);
    command.declare(options, invocation_);
    invocation_.home = command.home;
    if (below.empty() || !wants_help(arguments_)) return;
    add_commands(app, command.name);
    app.require_subcommand(0);
  }

  /// `rung` without a command. Only there: a command would take these options too, whether it has them or not.
  void declare_home() {
    chosen_ = home_screen_command();
    Options options(app_, checks_, declared_);
    chosen_.declare(options, invocation_);
    invocation_.home = chosen_.home;
    app_.require_subcommand(0);
  }

  [[nodiscard]] std::vector<std::string> reversed() const { return {arguments_.rbegin(), arguments_.rend()}; }

  static std::vector<OptionRow> list_rows(const Options::Declared& declared) {
    std::vector<OptionRow> rows;
    for (const auto& [row, option] : declared) {
      OptionRow& listed = rows.emplace_back(row);
      listed.takes_value = !row.is_argument() && option->get_items_expected_min() > 0;
      listed.is_required = option->get_required();
      listed.is_repeatable =
          option->get_items_expected_max() > 1 || option->get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll;
      listed.given = option->results();
    }
    return rows;
  }

  static void add_notes(HelpPage& page) {
    for (const HelpEntry& note : argument_notes()) {
      const bool is_used = std::any_of(page.rows.begin(), page.rows.end(), [&note](const OptionRow& row) {
        const std::string value = row.value_name();
        return value == note.name || value.starts_with(fmt::format("{}=", note.name));
      });
      if (is_used) page.notes.push_back(note);
    }
  }

  static Invocation print_help(const HelpPage& page) {
    const auto run = [page](const Scene& scene) {
      scene.ports.out(paint(lay_out_help(page, scene.width), scene.out));
      return ExitCode::success;
    };
    return {run, HomeUse::none, std::nullopt, ColourChoice::automatic};
  }

  static Invocation print(const std::string& text) {
    const auto run = [text](const Scene& scene) {
      scene.ports.out(text);
      return ExitCode::success;
    };
    return {run, HomeUse::none, std::nullopt, ColourChoice::automatic};
  }

  const std::vector<std::string>& arguments_;
  CLI::App app_{"", "rung"};
  std::string colour_;
  Options::Checks checks_;
  Options::Declared everywhere_;
  Options::Declared declared_;  ///< of the chosen command
  Command chosen_ = home_screen_command();
  Invocation invocation_;
};

}  // namespace

Block lay_out_help_on(const std::vector<std::string>& command, int width) {
  std::vector<std::string> arguments = command;
  arguments.emplace_back("--help");
  Parser parser(arguments);
  static_cast<void>(parser.read_partial());
  return lay_out_help(parser.describe(), width);
}

PartialArguments read_partial_arguments(const std::vector<std::string>& arguments) {
  return Parser(arguments).read_partial();
}

Invocation parse_arguments(const std::vector<std::string>& arguments) { return Parser(arguments).parse(); }

std::vector<Command> commands_below(std::string_view group) {
  std::vector<Command> below;
  for (const auto describe : commands)
    if (const Command command = describe();
        command.section != std::string_view(section::hidden) && !word_below(group, command.name).empty())
      below.push_back(command);
  return below;
}

std::vector<std::string> names_below(std::string_view group) {
  std::vector<std::string> names;
  for (const Command& command : commands_below(group)) names.emplace_back(word_below(group, command.name));
  return names;
}

}  // namespace rung::cli
