#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rung::cli {

/// Declares what a command takes. A `spec` reads as in the help: `-o,--output FILE` is an option, `REF` an argument.
/// The variables that values go into must outlive the parsing; what is not given leaves them as they are.
class Options {
 public:
  using Checks = std::vector<std::function<void()>>;

  Options(CLI::App& app, Checks& checks) : app_(app), checks_(checks) {}

  template <class Value>
  CLI::Option* value(const std::string& spec, Value& value, const std::string& help) {
    const std::size_t space = spec.find(' ');
    CLI::Option* option = app_.add_option(spec.substr(0, space), value, help);
    return space == std::string::npos ? option->type_name("") : option->option_text(spec.substr(space + 1));
  }

  /// An option that may be given several times, with one value each time: what follows that is another argument.
  CLI::Option* values(const std::string& spec, std::vector<std::string>& values, const std::string& help) {
    return value(spec, values, help)->expected(1)->take_all()->allow_extra_args(false);
  }

  /// Hands the text to `read`, which throws Error(usage) when it makes no sense of it. Runs with the checks.
  template <class Read>
  CLI::Option* text(const std::string& spec, const std::string& help, Read read) {
    const auto text = std::make_shared<std::string>();
    CLI::Option* option = value(spec, *text, help);
    checks_.push_back([option, text, read] {
      if (option->count() > 0) read(*text);
    });
    return option;
  }

  /// Sets `choice` to `chosen` when it is given.
  template <class Choice>
  CLI::Option* flag(const std::string& name, Choice& choice, Choice chosen, const std::string& help) {
    return app_.add_flag_callback(
        name, [&choice, chosen] { choice = chosen; }, help);
  }

  /// Refuses `name` together with any of `others`, all of which are declared.
  void exclude(const char* name, std::initializer_list<const char*> others) {
    for (const char* other : others) app_.get_option(name)->excludes(app_.get_option(other));
  }

  /// Runs `check`, which throws Error(usage), once every argument is accepted; checks run in the order they are added.
  void check(std::function<void()> check) { checks_.push_back(std::move(check)); }

 private:
  CLI::App& app_;
  Checks& checks_;
};

/// For a value that may not be empty.
CLI::Validator needs_something();

/// Throws Error(usage) unless `text`, given for `option`, is one line of UTF-8 without control characters: the rule for
/// every text in an assessment or a ladder.
void check_line(std::string_view option, const std::string& text);

}  // namespace rung::cli
