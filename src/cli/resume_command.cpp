#include "resume_command.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string>
#include <string_view>
#include <vector>

#include <rung/text/shell_word.hpp>
#include <rung/text/width.hpp>
#include <rung/text/wrap.hpp>

namespace rung::cli {
namespace {

// The words of the command, as a shell takes them. An amendment is named by what it amends: its ladder may be gone from
// where it was.
std::vector<std::string> how_to_resume(const AssessCommand& command, const OpenedDraft& opened) {
  std::vector<std::string> words{"rung", "assess"};
  const auto add = [&words](const char* option, const std::string& value) {
    words.push_back(fmt::format("{} {}", option, shell_word(value)));
  };
  if (opened.amends) {
    add("--amend", opened.assessment.ladder.id + "/" + opened.amends->id);
  } else {
    if (!command.ladder.empty()) words.push_back(shell_word(command.ladder));
    if (command.rater) {
      const Rater& rater = *command.rater;
      const bool is_self = rater.role == RaterRole::self && rater.name.find(':') == std::string::npos;
      add("--as", is_self ? rater.name : fmt::format("{}:{}", rater.name, to_string(rater.role)));
    }
    if (command.target) add("--target", std::to_string(*command.target));
  }
  if (!command.label.empty()) add("--label", command.label);
  if (!command.from.empty()) add("--from", command.from);
  if (!command.only.empty()) add("--only", command.only);
  if (command.blind) words.emplace_back("--blind");
  if (command.plain) words.emplace_back("--plain");
  if (command.input) words.emplace_back("--input");
  return words;
}

// Broken between words in the way of a shell, so that it can be copied as it stands.
Block lay_out_command(const std::vector<std::string>& words, int width) {
  constexpr std::string_view more = " \\";
  Block block;
  std::string line = "  " + words.front();
  for (auto word = words.begin() + 1; word != words.end(); ++word) {
    if (cell_width(line) + 1 + cell_width(*word) + cell_width(more) > width) {
      block.push_back({{line.append(more), Style::key}});
      line = "    " + *word;
    } else {
      line += " " + *word;
    }
  }
  block.push_back({{line, Style::key}});
  return block;
}

}  // namespace

void tell_how_to_resume(const AssessCommand& command, const Scene& scene, const OpenedDraft& opened,
                        const Assessment& assessment) {
  Line line{{fmt::format("{} of {} answered. Go on with:", count_answered(assessment), assessment.answers.size()),
             Style::plain}};
  const std::vector<std::string> words = how_to_resume(command, opened);
  const std::string whole = fmt::format(" {}", fmt::join(words, " "));
  if (cell_width(line) + cell_width(whole) <= scene.width) {
    line.push_back({whole, Style::key});
    say(scene, Block{line});
    return;
  }
  say(scene, wrap(line, scene.width));
  say(scene, lay_out_command(words, scene.width));
}

}  // namespace rung::cli
