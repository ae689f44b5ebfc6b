#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <vector>

#include <rung/diagnostic/suggest.hpp>
#include <rung/interview/form.hpp>
#include <rung/ladder/builtin.hpp>
#include <rung/ladder/parse.hpp>
#include <rung/prompt/view.hpp>
#include <rung/text/manual.hpp>

#include "../arguments.hpp"
#include "../help_topics.hpp"
#include "../programs.hpp"
#include "commands.hpp"

namespace rung::cli {
namespace {

std::vector<std::string> topic_names() {
  std::vector<std::string> names;
  for (const HelpEntry& topic : list_help_topics()) names.push_back(topic.name);
  return names;
}

struct HelpCommand {
  std::vector<std::string> words;
  Paging paging = Paging::allowed;

  void declare(Options& options) {
    options.value("TOPIC", words, "A command, or one of the topics that `rung help` lists");
    declare_paging(options, paging);
    options.check([this] { check(); });
  }

  /// `exit codes` is a topic as `exit-codes` is.
  [[nodiscard]] std::string topic() const { return fmt::format("{}", fmt::join(words, "-")); }

  [[nodiscard]] bool is_about_topic() const {
    const auto topics = topic_names();
    return std::find(topics.begin(), topics.end(), topic()) != topics.end();
  }

  void check() const {
    if (is_about_topic()) return;
    for (auto word = words.begin(); word != words.end(); ++word) {
      auto names = names_below(fmt::format("{}", fmt::join(words.begin(), word, " ")));
      if (std::find(names.begin(), names.end(), *word) != names.end()) continue;
      if (word == words.begin())
        for (std::string& name : topic_names()) names.push_back(std::move(name));
      const std::string hint = did_you_mean(*word, names);
      throw Error(ExitCode::usage, fmt::format("there is no help on `{}`", fmt::join(words.begin(), word + 1, " ")),
                  !hint.empty()   ? hint
                  : names.empty() ? "`rung help` lists the commands and topics"
                                  : fmt::format("topics: {}", fmt::join(names, ", ")));
    }
  }

  [[nodiscard]] ExitCode run(const Scene& scene) const {
    const std::string text = paint(lay_out(scene), scene.out);
    const bool may_page = is_about_topic() && paging == Paging::allowed;
    if (!may_page || !page(scene, text)) scene.ports.out(text);
    return ExitCode::success;
  }

  [[nodiscard]] Block lay_out(const Scene& scene) const {
    if (!is_about_topic()) return lay_out_help_on(words, scene.width);
    if (const auto page = find_manual_page(topic())) return lay_out_manual(*page, scene.width);
    // The built-in one, whatever the user's own ladders hold: the keys are the same.
    const auto ladder = parse_ladder(builtin_ladders().front().yaml, builtin_ladders().front().id);
    return view_all_keys(make_form(*ladder.value), scene.width);
  }
};

}  // namespace

Command help_command() {
  return {.name = "help",
          .summary = "Show the help of a command, or a topic",
          .declare = declare<HelpCommand>,
          .examples = {{{"rung help assess", "Show the help of a command"},
                        {"rung help ladder-format", "Read how to write a ladder file"}}},
          .home = HomeUse::none,
          .section = section::upkeep};
}

}  // namespace rung::cli
