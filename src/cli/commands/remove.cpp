#include <fmt/format.h>

#include <memory>
#include <string>
#include <variant>

#include <rung/assessment/assessment.hpp>
#include <rung/store/find_assessment.hpp>
#include <rung/store/removed.hpp>
#include <rung/text/ascii.hpp>
#include <rung/text/shell_word.hpp>
#include <rung/text/wrap.hpp>

#include "../whose.hpp"
#include "commands.hpp"

namespace rung::cli {
namespace {

enum class Consent { asked, given };

/// What was answered; the exit code of what ended the question instead.
using Decision = std::variant<bool, ExitCode>;

std::string describe(const Assessment& assessment) {
  std::string text = fmt::format("{}, {}, by {}{}, {} of {} answered", assessment.ladder.title,
                                 format_date(assessment.on), assessment.rater.name, about_somebody_else(assessment),
                                 count_answered(assessment), assessment.answers.size());
  if (!assessment.label.empty()) text += fmt::format(", \"{}\"", assessment.label);
  return text;
}

/// Says what is about to be removed, also where its file is damaged.
void show(const Scene& scene, const LocatedAssessment& located) {
  std::string text = "a file that Rung cannot read";
  try {
    if (const auto parsed = load_assessment(scene.ports.files, located.path)) text = describe(*parsed.value);
  } catch (const Error&) {
    // It is shown as unreadable, and can be removed for that.
  }
  say(scene, Block{{{located.reference, Style::strong}}});
  const Line indent{{"  ", Style::plain}};
  say(scene, wrap({{text, Style::plain}}, scene.width, {indent, indent}));
}

Decision ask(const Scene& scene) {
  const std::unique_ptr<Console> console = scene.ports.open_console(scene.err, Dialect::lines);
  console->print_inline({{"Remove it? y/N ", Style::plain}});
  while (true) {
    const Event event = console->read();
    if (const auto* line = std::get_if<TypedLine>(&event)) {
      const std::string answer = to_lower(trim(line->text));
      return answer == "y" || answer == "yes";
    }
    if (const auto* interrupted = std::get_if<Interrupted>(&event)) return ExitCode{128 + interrupted->signal};
    if (std::holds_alternative<EndOfInput>(event)) return false;
  }
}

/// Says where the text still is, and how to bring it back or to be rid of it.
void tell_remains(const Scene& scene, const RemovedAssessment& removed) {
  std::string files = shell_word(removed.path);
  for (const std::string& backup : removed.backups) files += fmt::format(" {}", shell_word(backup));
  say(scene, fmt::format("Its text is still in {}.", removed.path));
  say(scene,
      Block{{{"Restore it:         ", Style::plain}, {fmt::format("rung restore {}", removed.reference), Style::key}},
            {{"Delete it for good: ", Style::plain}, {fmt::format("rm {}", files), Style::key}}});
}

struct RemoveCommand {
  std::string reference;
  Consent consent = Consent::asked;

  void declare(Options& options) {
    options.value("REF", reference, "Assessment or draft to remove")->required()->check(needs_something());
    options.flag("--yes", consent, Consent::given, "Remove without asking");
  }

  [[nodiscard]] ExitCode run(const Scene& scene) const {
    const bool can_ask = scene.environment.in_is_terminal && scene.environment.err_is_terminal;
    if (consent == Consent::asked && !can_ask)
      throw Error(ExitCode::usage, "cannot ask whether to remove it: no terminal",
                  "add --yes to remove without asking");
    const LocatedAssessment located = locate_assessment(
        scene.ports.files, scene.home, reference, consent == Consent::given ? Prefixes::refused : Prefixes::accepted);
    if (consent == Consent::asked) {
      show(scene, located);
      const Decision decision = ask(scene);
      if (const auto* code = std::get_if<ExitCode>(&decision)) return *code;
      if (!std::get<bool>(decision)) {
        say(scene, "Nothing was removed.");
        return ExitCode::success;
      }
    }
    const std::string about = about_somebody_else(scene, located.path);
    const RemovedAssessment removed = remove_assessment(scene.ports.files, scene.home, located.path);
    const std::string done = fmt::format("Removed {}{}.", removed.place_reference, about);
    scene.ports.out(paint(Block{{{done, Style::plain}}}, scene.out));
    tell_remains(scene, removed);
    return ExitCode::success;
  }
};

}  // namespace

Command remove_command() {
  return {.name = "remove",
          .summary = "Remove an assessment or a draft; it can be restored",
          .declare = declare<RemoveCommand>,
          .examples = {{{"rung remove 2026-05-11-ines", "Show what it is, ask, and move it into removed/"},
                        {"rung remove drafts/ic3-mle/ines --yes", "Remove a draft without asking"}}},
          .section = section::upkeep};
}

}  // namespace rung::cli
