#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <rung/assessment/day_words.hpp>
#include <rung/log/typed_entry.hpp>
#include <rung/store/open_file.hpp>
#include <rung/text/ascii.hpp>
#include <rung/text/width.hpp>
#include <rung/text/wrap.hpp>

#include "../log_desk.hpp"
#include "../log_editor.hpp"
#include "../messages.hpp"
#include "../questionnaire.hpp"
#include "commands.hpp"

namespace rung::cli {
namespace {

constexpr std::size_t most_suggestions = 3;

/// The short id of the entry among those of the log and its own.
std::string shorten_id(const Log& log, const Entry& entry) {
  std::vector<std::string> ids{entry.id};
  for (const Entry& known : log.entries)
    if (known.id != entry.id) ids.push_back(known.id);
  return shorten_ids(ids).front();
}

/// `Logged for today · link`: what was understood.
std::string describe_logged(const Entry& entry, Date today) {
  std::string words = fmt::format("Logged for {}", entry.on == today ? "today" : describe_day(entry.on, today));
  if (entry.links.size() == 1) words += " · link";
  if (entry.links.size() > 1) words += fmt::format(" · {} links", entry.links.size());
  for (const std::string& tag : entry.tags) words += fmt::format(" · #{}", tag);
  return words;
}

/// Ends the questions of the command with an exit code.
struct Ended {
  ExitCode code = ExitCode::success;
};

/// What was chosen of `count` suggestions, from 0; absent for none.
using Choice = std::variant<std::optional<std::size_t>, Ended>;

/// What a typed character chooses. Nothing if it is no answer.
std::optional<std::optional<std::size_t>> read_choice(char32_t typed, std::size_t count) {
  if (typed == U'n') return std::optional<std::size_t>();
  if (typed < U'1' || typed - U'1' >= count) return std::nullopt;
  return std::optional(static_cast<std::size_t>(typed - U'1'));
}

/// What an event chooses of `count` suggestions; nothing if it is no answer.
std::optional<Choice> read_choice(const Event& event, std::size_t count) {
  constexpr std::optional<std::size_t> none;
  if (const auto* interrupted = std::get_if<Interrupted>(&event))
    return Choice(Ended{static_cast<ExitCode>(128 + interrupted->signal)});
  if (std::holds_alternative<EndOfInput>(event)) return Choice(none);
  if (const auto* typed = std::get_if<Typed>(&event)) {
    if (const auto chosen = read_choice(typed->character, count)) return Choice(*chosen);
  } else if (const auto* pressed = std::get_if<Pressed>(&event)) {
    const bool leaves =
        pressed->key == KeyName::enter || pressed->key == KeyName::escape || pressed->key == KeyName::end_of_input;
    if (leaves) return Choice(none);
  } else if (const auto* line = std::get_if<TypedLine>(&event)) {
    const std::string_view text = trim(line->text);
    if (text.empty()) return Choice(none);
    if (text.size() == 1)
      if (const auto chosen = read_choice(static_cast<char32_t>(text.front()), count)) return Choice(*chosen);
  }
  return std::nullopt;
}

/// Where the text comes from.
enum class Way { words, editor };

/// What the editor opens with.
constexpr std::string_view page =
    "\n# One entry per paragraph. It may begin with a day: 2026-03-14, Mar 14, yesterday, mon.\n"
    "# Lines that begin with # are left out.\n";

struct LogCommand {
  Way way = Way::words;
  std::vector<std::string> words;
  std::vector<std::string> behaviors;
  std::vector<std::string> tags;
  std::string on;
  std::string ladder;
  Dialect dialect = Dialect::keys;

  void declare(Options& options) {
    options.value("TEXT", words, "What you did; may start with a day");
    options.values("-b,--behavior BEHAVIOR", behaviors, "Tie it to a behavior (repeatable)");
    options.values("-t,--tag TAG", tags, "Add a tag to find it by (repeatable)");
    options.value("--on DATE", on, "Log it for a day, such as 2026-03-14 or yesterday");
    options.value("--ladder LADDER", ladder, "Ladder of BEHAVIOR (default: the one used last)");
    options.flag("-e,--editor", way, Way::editor, "Write entries in your editor, one per paragraph");
    options.flag("--plain", dialect, Dialect::lines, "Ask in whole lines, for screen readers");
  }

  [[nodiscard]] std::optional<Dialect> prompt() const { return dialect; }

  [[nodiscard]] ExitCode run(const Scene& scene) const {
    const std::string text = fmt::format("{}", fmt::join(words, " "));
    if (way == Way::editor) return log_page(scene);
    if (!is_blank(text)) {
      const ExitCode code = log(scene, text);
      if (text.find_first_of(white_space) == std::string::npos)
        say(scene, "One word was logged. `rung log --help` lists the commands; `rung log remove ID` removes an entry.",
            Style::muted);
      return code;
    }
    if (!can_ask(scene))
      throw Error(ExitCode::usage, "`rung log` needs a text", "for example rung log \"Led the outage review\"");
    return log_lines(scene);
  }

 private:
  static bool can_ask(const Scene& scene) {
    return scene.environment.in_is_terminal && scene.environment.err_is_terminal;
  }

  [[nodiscard]] Entry read(const Scene& scene, const std::string& line) const {
    const Timestamp now = scene.ports.now();
    const std::optional<Date> day = on.empty() ? std::nullopt : std::optional(read_past_day(scene, "--on", on));
    const TypedEntryResult typed = read_typed_entry(line, {date_of(now), day, day.has_value()});
    if (!typed.entry)
      throw Error(ExitCode::bad_input, fmt::format("not logged: {}", typed.problem.message), typed.problem.hint);
    Entry entry;
    entry.id = make_entry_id(scene.ports.new_identity());
    entry.at = now;
    retype(entry, *typed.entry);
    entry.tags = read_tags(tags);
    return entry;
  }

  [[nodiscard]] ExitCode log(const Scene& scene, const std::string& line) const {
    Entry entry = read(scene, line);
    std::string evidence;
    // The ladder is needed before the entry is saved only if it says what a name means.
    if (!behaviors.empty()) {
      const LogDesk desk = make_log_desk(scene, {}, load_own_ladder(scene, ladder));
      entry.behaviors = read_ties(desk.ladder, behaviors);
      for (const Tie& tie : entry.behaviors) evidence += fmt::format(" · evidence of {}", desk.name_of(tie));
    }
    save(scene, {entry});
    print(scene, fmt::format("{}{}", describe_logged(entry, date_of(entry.at)), evidence));
    return behaviors.empty() ? suggest(scene, entry) : ExitCode::success;
  }

  /// From here on the entry is safe, so nothing that goes wrong is an error.
  [[nodiscard]] ExitCode suggest(const Scene& scene, const Entry& entry) const {
    try {
      const LogDesk desk = open_log_desk(scene, ladder);
      const std::vector<FittingBehavior> fits = desk.finder().find(entry.text, most_suggestions);
      const std::string id = shorten_id(desk.log, entry);
      if (fits.empty()) {
        print(scene, fmt::format("In the inbox as {}.", id));
        return ExitCode::success;
      }
      return can_ask(scene) ? ask(scene, desk, entry, fits) : list(scene, desk, id, fits);
    } catch (const Error& error) {
      say(scene, fmt::format("The entry is saved. It could not be compared with a ladder: {}.", explain(error)),
          Style::warning);
      return ExitCode::success;
    }
  }

  [[nodiscard]] static ExitCode list(const Scene& scene, const LogDesk& desk, const std::string& id,
                                     const std::vector<FittingBehavior>& fits) {
    const std::vector<PlacedBehavior> placed = list_behaviors(desk.ladder);
    for (const FittingBehavior& fit : fits) {
      const Behavior& behavior = *placed[fit.behavior].behavior;
      print(scene, fmt::format("Fits: {} ({})", short_name(behavior), behavior.key));
    }
    print(scene, fmt::format("Tie it with: rung log edit {} -b BEHAVIOR", id));
    return ExitCode::success;
  }

  [[nodiscard]] ExitCode ask(const Scene& scene, const LogDesk& desk, const Entry& entry,
                             const std::vector<FittingBehavior>& fits) const {
    const std::vector<PlacedBehavior> placed = list_behaviors(desk.ladder);
    std::vector<Line> choices;
    for (std::size_t index = 0; index < fits.size(); ++index)
      choices.push_back({key(fmt::format("{}", index + 1)),
                         plain(fmt::format(" {}", short_name(*placed[fits[index].behavior].behavior)))});
    choices.push_back({key("n"), plain(" none")});
    std::unique_ptr<Console> console = scene.ports.open_console(scene.err, choose_dialect(dialect, scene.environment));
    print_choices(*console, choices);
    const Choice choice = wait(*console, choices);
    if (console->dialect() == Dialect::keys) console->print({Line{}});
    if (const auto* ended = std::get_if<Ended>(&choice)) return ended->code;
    const auto chosen = std::get<std::optional<std::size_t>>(choice);
    if (!chosen) {
      console->print(wrap({muted(fmt::format("In the inbox as {}.", shorten_id(desk.log, entry)))}, console->width()));
      return ExitCode::success;
    }
    return tie(scene, desk, entry, *placed[fits[*chosen].behavior].behavior, std::move(console));
  }

  /// The entry is safe, but that it was tied must not be believed if it was not: this fails with the code of the error.
  [[nodiscard]] static ExitCode tie(const Scene& scene, const LogDesk& desk, const Entry& entry,
                                    const Behavior& behavior, std::unique_ptr<Console> console) {
    try {
      Entry tied = next_version(entry, scene.ports.now());
      tied.behaviors = {{desk.ladder.id, behavior.key}};
      save(scene, {tied});
      console->print(wrap({plain(fmt::format("Evidence of {}.", short_name(behavior)))}, console->width()));
      return ExitCode::success;
    } catch (const Error& error) {
      console.reset();
      say(scene, Error(error.code(), fmt::format("the entry is saved, but not tied: {}", explain(error)),
                       fmt::format("`rung log edit {} -b {}` ties it", shorten_id(desk.log, entry), behavior.key)));
      return error.code();
    }
  }

  /// On one line if they fit.
  static void print_choices(Console& console, const std::vector<Line>& choices) {
    const Line prompt{accent(console.dialect() == Dialect::keys ? " › " : " > ")};
    Line whole{plain("Evidence of")};
    for (const Line& choice : choices) {
      whole.push_back(plain(whole.size() == 1 ? "  " : "   "));
      whole.insert(whole.end(), choice.begin(), choice.end());
    }
    if (cell_width(whole) + cell_width(prompt) <= console.width()) {
      whole.insert(whole.end(), prompt.begin(), prompt.end());
      return console.print_inline(whole);
    }
    Block rows{{plain("Evidence of")}};
    for (const Line& choice : choices) append(rows, wrap(choice, console.width(), {{plain("  ")}, {plain("    ")}}));
    console.print(rows);
    console.print_inline({plain(" "), prompt.front()});
  }

  static Choice wait(Console& console, const std::vector<Line>& choices) {
    while (true) {
      const Event event = console.read();
      if (const auto choice = read_choice(event, choices.size() - 1)) return *choice;
      if (std::holds_alternative<Resumed>(event))
        print_choices(console, choices);
      else
        console.ring();
    }
  }

  /// All paragraphs are read before the first one is saved.
  [[nodiscard]] ExitCode log_page(const Scene& scene) const {
    if (!can_ask(scene))
      throw Error(ExitCode::usage, "cannot open an editor: no terminal", "give the text as an argument");
    const OpenFile root = make_directory(scene.ports.files, scene.home.root);
    const auto edited = edit_text(scene, root, std::string(page));
    std::vector<Entry> entries;
    if (edited) {
      try {
        for (const std::string& paragraph : split_typed_page(edited->text)) entries.push_back(read(scene, paragraph));
        save(scene, entries);
      } catch (const Error& error) {
        throw keep_text(error, *edited);
      }
      edited->file.remove();
    }
    for (const Entry& entry : entries)
      print(scene, fmt::format("{}: {}", describe_logged(entry, date_of(entry.at)), clip(entry.text, 50)));
    if (entries.empty()) print(scene, "Nothing was logged.");
    return ExitCode::success;
  }

  /// Logs lines until an empty one.
  [[nodiscard]] ExitCode log_lines(const Scene& scene) const {
    const std::unique_ptr<Console> console = scene.ports.open_console(scene.err, Dialect::lines);
    console->print({{{"One entry per line. Press Enter on an empty line to stop.", Style::muted}}});
    while (true) {
      console->print_inline({{"> ", Style::accent}});
      const Event event = console->read();
      const auto* interrupted = std::get_if<Interrupted>(&event);
      if (interrupted != nullptr || std::holds_alternative<EndOfInput>(event)) {
        console->print({Line{}});
        return interrupted != nullptr ? static_cast<ExitCode>(128 + interrupted->signal) : ExitCode::success;
      }
      const auto* line = std::get_if<TypedLine>(&event);
      if (line == nullptr) continue;
      if (is_blank(line->text)) return ExitCode::success;
      take(scene, *console, *line);
    }
  }

  /// A line that cannot be logged is explained, and the next one asked for.
  void take(const Scene& scene, Console& console, const TypedLine& line) const {
    if (line.arrival == Arrival::cut) {
      console.print({{{"The terminal cut that line short; it was not logged.", Style::warning}}});
      return;
    }
    try {
      const Entry entry = read(scene, line.text);
      save(scene, {entry});
      console.print({{{describe_logged(entry, date_of(entry.at)), Style::plain}}});
    } catch (const Error& error) {
      if (error.code() == ExitCode::input_output) throw;
      console.print(wrap({{explain(error), Style::warning}}, console.width()));
    }
  }

  static void print(const Scene& scene, const std::string& sentence) {
    scene.ports.out(paint(wrap({{sentence, Style::plain}}, scene.width), scene.out));
  }
};

}  // namespace

Command log_command() {
  return {.name = "log",
          .summary = "Write down what you did",
          .declare = declare<LogCommand>,
          .examples = {{{"rung log \"Led the outage review https://example.com/14\"",
                         "Log it for today, with a link, and choose what it is evidence for"},
                        {"rung log yesterday: shipped the importer -b set-goals",
                         "Log it for yesterday, as evidence for one behavior"}}},
          .section = section::everyday};
}

}  // namespace rung::cli
