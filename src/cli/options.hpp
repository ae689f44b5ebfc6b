#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rung::cli {

/// An option or argument, as the help shows it and as completion completes it.
struct OptionRow {
  std::string spec;     ///< as it is declared, such as `-o,--output FILE` or `REF`
  std::string help;     ///< one line
  std::string section;  ///< the heading it stands under in the help; of an option
  bool takes_value = false;
  bool is_required = false;
  bool is_repeatable = false;
  std::vector<std::string> choices = {};  ///< the values it takes; empty: many
  std::vector<std::string> given = {};    ///< the values that were given

  [[nodiscard]] bool is_argument() const { return !spec.starts_with('-'); }
  /// `-o` and `--output`; the name alone for an argument.
  [[nodiscard]] std::vector<std::string> names() const;
  /// What stands for the value, such as `FILE`; empty for a flag.
  [[nodiscard]] std::string value_name() const;
};

/// The heading of options that stand under no other.
inline constexpr const char* plain_section = "Options";

/// Declares what a command takes. A `spec` reads as in the help: `-o,--output FILE` is an option, `REF` an argument.
/// The variables that values go into must outlive the parsing; what is not given leaves them as they are.
class Options {
 public:
  using Checks = std::vector<std::function<void()>>;
  /// What was declared, in order.
  using Declared = std::vector<std::pair<OptionRow, CLI::Option*>>;

  Options(CLI::App& app, Checks& checks, Declared& declared) : app_(app), checks_(checks), declared_(declared) {}

  /// The heading, in the help, of the options declared from now on.
  void section(const char* heading) { section_ = heading; }

  template <class Value>
  CLI::Option* value(const std::string& spec, Value& value, const std::string& help) {
    return list(spec, help, app_.add_option(spec.substr(0, spec.find(' ')), value));
  }

  /// An option that may be given several times, with one value each time: what follows that is another argument.
  CLI::Option* values(const std::string& spec, std::vector<std::string>& values, const std::string& help);

  /// Passes the text to `read`, which throws Error(usage) when it makes no sense of it. Runs with the checks. `choices`
  /// are for completion alone.
  template <class Read>
  CLI::Option* text(const std::string& spec, const std::string& help, Read read,
                    std::vector<std::string> choices = {}) {
    const auto text = std::make_shared<std::string>();
    CLI::Option* option = value(spec, *text, help);
    declared_.back().first.choices = std::move(choices);
    check([option, text, read] {
      if (option->count() > 0) read(*text);
    });
    return option;
  }

  /// A whole number; the first of its range is 0 unless `least` says otherwise.
  CLI::Option* number(const std::string& spec, std::optional<int>& number, const std::string& help, int least = 0);

  /// A text that is one of `choices`.
  CLI::Option* choice(const std::string& spec, std::string& value, std::vector<std::string> choices,
                      const std::string& help);

  /// Sets `choice` to `chosen` when it is given.
  template <class Choice>
  CLI::Option* flag(const std::string& name, Choice& choice, Choice chosen, const std::string& help) {
    CLI::Option* option = app_.add_flag_callback(name, [&choice, chosen] { choice = chosen; });
    return list(name, help, option->disable_flag_override());
  }

  /// The values that completion offers for what was declared last, which takes others too.
  void suggest(std::vector<std::string> values) { declared_.back().first.choices = std::move(values); }

  /// Refuses `name` together with any of `others`, all of which are declared.
  void exclude(const char* name, std::initializer_list<const char*> others);

  /// Runs `check`, which throws Error(usage), once every argument is accepted; checks run in the order they are added.
  void check(std::function<void()> check) { checks_.push_back(std::move(check)); }

 private:
  CLI::Option* list(const std::string& spec, const std::string& help, CLI::Option* option);

  CLI::App& app_;
  Checks& checks_;
  Declared& declared_;
  std::string section_ = plain_section;
};

/// For a value that may not be empty.
CLI::Validator needs_something();

/// Throws Error(usage) unless `text`, given for `option`, is one line of UTF-8 without control characters: the rule for
/// every text in an assessment or a ladder.
void check_line(std::string_view option, const std::string& text);

}  // namespace rung::cli
