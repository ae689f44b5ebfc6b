#include "options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include <rung/diagnostic/source.hpp>
#include <rung/diagnostic/suggest.hpp>
#include <rung/error.hpp>
#include <rung/text/alternatives.hpp>

namespace rung::cli {
namespace {

/// As people name it: the long name of an option, the name of an argument.
std::string name_in(const std::string& spec) {
  const std::string names = spec.substr(0, spec.find(' '));
  const std::size_t dashes = names.find("--");
  if (dashes == std::string::npos) return names;
  return names.substr(dashes, names.find(',', dashes) - dashes);
}

int read_whole_number(const std::string& name, const std::string& text, int least) {
  int number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, failure] = std::from_chars(text.data(), end, number);
  if (failure == std::errc() && stop == end && number >= least) return number;
  throw Error(ExitCode::usage, fmt::format("{} needs a whole number, not `{}`", name, text),
              fmt::format("give a number from {}, as in {} 3", least, name));
}

}  // namespace

std::vector<std::string> OptionRow::names() const {
  std::vector<std::string> names;
  const std::string whole = spec.substr(0, spec.find(' '));
  for (std::size_t from = 0; from < whole.size();) {
    const std::size_t comma = std::min(whole.find(',', from), whole.size());
    names.push_back(whole.substr(from, comma - from));
    from = comma + 1;
  }
  return names;
}

std::string OptionRow::value_name() const {
  if (is_argument()) return spec;
  const std::size_t space = spec.find(' ');
  return space == std::string::npos ? std::string() : spec.substr(space + 1);
}

CLI::Option* Options::list(const std::string& spec, const std::string& help, CLI::Option* option) {
  declared_.emplace_back(OptionRow{.spec = spec, .help = help, .section = section_}, option);
  return option;
}

CLI::Option* Options::values(const std::string& spec, std::vector<std::string>& values, const std::string& help) {
  return value(spec, values, help)->expected(1)->take_all()->allow_extra_args(false);
}

CLI::Option* Options::number(const std::string& spec, std::optional<int>& number, const std::string& help, int least) {
  return text(spec, help, [&number, name = name_in(spec), least](const std::string& text) {
    number = read_whole_number(name, text, least);
  });
}

CLI::Option* Options::choice(const std::string& spec, std::string& value, std::vector<std::string> choices,
                             const std::string& help) {
  CLI::Option* option = this->value(spec, value, help);
  declared_.back().first.choices = choices;
  check([option, &value, choices = std::move(choices), name = name_in(spec)] {
    if (option->count() == 0 || std::find(choices.begin(), choices.end(), value) != choices.end()) return;
    const std::string hint = did_you_mean(value, choices);
    throw Error(ExitCode::usage, fmt::format("{} cannot be `{}`", name, value),
                hint.empty() ? fmt::format("use {}", list_alternatives(choices)) : hint);
  });
  return option;
}

void Options::exclude(const char* name, std::initializer_list<const char*> others) {
  for (const char* other : others) {
    check([name, other, one = app_.get_option(name), two = app_.get_option(other)] {
      if (one->count() == 0 || two->count() == 0) return;
      throw Error(ExitCode::usage, fmt::format("{} and {} cannot be used together", name, other),
                  "leave one of them out");
    });
  }
}

CLI::Validator needs_something() {
  return {[](const std::string& text) { return std::string(text.empty() ? "needs a value" : ""); }, ""};
}

void check_line(std::string_view option, const std::string& text) {
  std::string forbidden = find_forbidden_character(text);
  if (forbidden.empty() && text.find_first_of("\n\t") != std::string::npos) forbidden = "line break or tab";
  if (forbidden.empty()) return;
  throw Error(ExitCode::usage, fmt::format("{} contains the character {}, which is not allowed", option, forbidden),
              "write it in UTF-8, in one line, without control characters");
}

}  // namespace rung::cli
