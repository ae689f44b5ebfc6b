#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <rung/assessment/day_words.hpp>
#include <rung/log/typed_entry.hpp>
#include <rung/store/open_file.hpp>
#include <rung/text/ascii.hpp>
#include <rung/text/width.hpp>

#include "../log_desk.hpp"
#include "../log_editor.hpp"
#include "commands.hpp"

namespace rung::cli {
namespace {

enum class OldTies { kept, dropped };

void add_missing(std::vector<Tie>& ties, const std::vector<Tie>& more) {
  for (const Tie& tie : more)
    if (std::find(ties.begin(), ties.end(), tie) == ties.end()) ties.push_back(tie);
}

struct LogEditCommand {
  std::string id;
  std::string text;
  std::string on;
  std::vector<std::string> behaviors;
  std::vector<std::string> tags;
  std::string ladder;
  OldTies old_ties = OldTies::kept;

  void declare(Options& options) {
    options.value("ID", id, "Entry, by the first letters of its id")->required()->check(needs_something());
    options.value("--text TEXT", text, "Replace the text and its links")->check(needs_something());
    options.value("--on DATE", on, "Change the day")->check(needs_something());
    options.values("-b,--behavior BEHAVIOR", behaviors, "Tie it to a behavior (repeatable)");
    options.flag("--untie", old_ties, OldTies::dropped, "Untie it from all behaviors");
    options.values("-t,--tag TAG", tags, "Add a tag (repeatable)");
    options.value("--ladder LADDER", ladder, "Ladder of BEHAVIOR (default: the one used last)");
  }

  [[nodiscard]] bool is_editor_wanted() const {
    return text.empty() && on.empty() && behaviors.empty() && tags.empty() && old_ties == OldTies::kept;
  }

  /// The entry with the typed line in place of its text.
  [[nodiscard]] static Entry retype(const Scene& scene, Entry entry, const std::string& line, bool is_day_fixed) {
    const TypedEntryResult typed = read_typed_entry(line, {date_of(scene.ports.now()), entry.on, is_day_fixed});
    if (!typed.entry)
      throw Error(ExitCode::bad_input, fmt::format("not changed: {}", typed.problem.message), typed.problem.hint);
    rung::retype(entry, *typed.entry);
    return entry;
  }

  [[nodiscard]] Entry change(const Scene& scene, Entry entry) const {
    if (!text.empty()) entry = retype(scene, std::move(entry), text, true);
    if (!on.empty()) entry.on = read_past_day(scene, "--on", on);
    if (old_ties == OldTies::dropped) entry.behaviors.clear();
    if (!behaviors.empty()) add_missing(entry.behaviors, read_ties(load_own_ladder(scene, ladder), behaviors));
    for (std::string& tag : read_tags(tags))
      if (std::find(entry.tags.begin(), entry.tags.end(), tag) == entry.tags.end())
        entry.tags.push_back(std::move(tag));
    return entry;
  }

  [[nodiscard]] ExitCode run(const Scene& scene) const {
    const Log log = read_own_log(scene);
    const Entry& entry = pick_entry(scene, log, id);
    if (is_editor_wanted()) return run_editor(scene, entry);
    finish(scene, entry, change(scene, entry));
    return ExitCode::success;
  }

  /// The line in the editor begins with the day, which can be changed there too.
  [[nodiscard]] static ExitCode run_editor(const Scene& scene, const Entry& entry) {
    if (!scene.environment.in_is_terminal || !scene.environment.err_is_terminal)
      throw Error(ExitCode::usage, "cannot open an editor: no terminal", "say what to change, such as --text TEXT");
    const OpenFile root = make_directory(scene.ports.files, scene.home.root);
    const auto edited = edit_text(scene, root, fmt::format("{}\n", write_evidence(to_evidence(entry))));
    if (!edited) {
      scene.ports.out("Nothing was changed.\n");
      return ExitCode::success;
    }
    try {
      std::string line;
      for (const char c : trim(edited->text)) {
        const bool is_space = is_white_space(c);
        if (!is_space || !line.ends_with(' ')) line += is_space ? ' ' : c;
      }
      finish(scene, entry, retype(scene, entry, line, false));
    } catch (const Error& error) {
      throw keep_text(error, *edited);
    }
    edited->file.remove();
    return ExitCode::success;
  }

  static void finish(const Scene& scene, const Entry& before, const Entry& after) {
    if (says_the_same(before, after)) {
      scene.ports.out("Nothing was changed.\n");
      return;
    }
    const Timestamp now = scene.ports.now();
    save(scene, {next_version(after, now)});
    const Block said{
        {{fmt::format("Changed {}: {}", describe_day(after.on, date_of(now)), clip(after.text, 50)), Style::plain}}};
    scene.ports.out(paint(said, scene.out));
  }
};

}  // namespace

Command log_edit_command() {
  return {.name = "log edit",
          .summary = "Change an entry, or tie it to behaviors",
          .declare = declare<LogEditCommand>,
          .examples = {{{"rung log edit huve", "Edit the text and the day in your editor"},
                        {"rung log edit huve -b set-goals", "Tie it to one more behavior"}}}};
}

}  // namespace rung::cli
