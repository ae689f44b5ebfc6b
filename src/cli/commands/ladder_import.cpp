#include <fmt/format.h>

#include <charconv>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <rung/import/import.hpp>
#include <rung/ladder/parse.hpp>
#include <rung/store/diagnosed_error.hpp>
#include <rung/store/durable_file.hpp>
#include <rung/text/ascii.hpp>
#include <rung/text/wrap.hpp>

#include "commands.hpp"

namespace rung::cli {
namespace {

struct LadderImportCommand {
  std::string file;  ///< `-` is standard input
  std::string form;  ///< empty: by the file's name, else by how it begins
  std::optional<std::string> level;
  std::string track;
  Levels levels = Levels::one;  ///< all: a file for each level; `output` is their directory
  std::string output;           ///< empty or `-`: standard output
  Existing existing = Existing::refuse;

  void declare(Options& options) {
    options.value("FILE", file, "Document to import (- for standard input)")->required();
    options.choice("--from-format FORMAT", form, {"markdown", "html", "csv"}, "Read it as markdown, html, or csv");
    options.value("--level NAME", level, "Import this level of a document with several")->check(needs_something());
    options.flag("--all-levels", levels, Levels::all, "Write one file per level into the directory of -o");
    options.exclude("--all-levels", {"--level"});
    options.value("--track NAME", track, "Write this career track into the ladder");
    declare_file(options, output);
    declare_force(options, existing);
    options.check([this] {
      check_line("--track", track);
      if (level) check_line("--level", *level);
    });
  }

  [[nodiscard]] ExitCode run(const Scene& scene) const;
};

#ifdef RUNG_IMPORT

constexpr std::size_t most_bytes = ImportLimits{}.bytes;

/// Documents that people write take well under a second and 50 MiB.
constexpr Confines confines{5, 512};

std::string read_document(const Scene& scene, const std::string& file) {
  if (file != "-") {
    auto content = read_regular_file(scene.ports.files, file, most_bytes);
    if (content) return std::move(content->bytes);
    throw Error(ExitCode::bad_input, fmt::format("there is no file {}", file),
                "give a Markdown, HTML, or CSV file, or - for standard input");
  }
  std::string text = scene.ports.in(most_bytes);
  if (text.size() <= most_bytes) return text;
  throw Error(ExitCode::bad_input,
              fmt::format("the document on standard input is larger than {} MiB", most_bytes >> 20U),
              "a ladder is a page of text: save that page alone");
}

DocumentForm choose_form(const LadderImportCommand& command, std::string_view text) {
  const std::filesystem::path extension = std::filesystem::path(command.file).extension();
  const std::string form = command.form.empty() ? to_lower(extension.string()) : fmt::format(".{}", command.form);
  if (form == ".md" || form == ".markdown") return DocumentForm::markdown;
  if (form == ".html" || form == ".htm" || form == ".xhtml") return DocumentForm::html;
  if (form == ".csv" || form == ".tsv") return DocumentForm::csv;
  return guess_form(text);
}

std::string count_of(int count, std::string_view one, std::string_view several) {
  return count == 1 ? fmt::format("1 {}", one) : fmt::format("{} {}", count, several);
}

void list_left_over(const Scene& scene, const Import& import) {
  if (import.left.empty()) return;
  say(scene, "Left out:", Style::strong);
  for (const LeftOver& left : import.left) {
    std::string line = fmt::format("line {}: {}", left.line, left.why);
    if (left.units > 0 && left.text.empty()) line += fmt::format(" ({})", count_of(left.units, "item", "items"));
    if (!left.text.empty()) line += fmt::format(": {}", left.text);
    say(scene, wrap({{line, Style::plain}}, scene.width, {{{"  ", Style::plain}}, {{"    ", Style::plain}}}));
  }
}

void summarize(const Scene& scene, const Import& import) {
  for (const ImportedLadder& imported : import.ladders) {
    const Ladder& ladder = imported.ladder;
    std::size_t responsibilities = 0;
    for (const Pillar& pillar : ladder.pillars) responsibilities += pillar.responsibilities.size();
    say(scene, fmt::format("{} ({}): {}, {}, {}.", ladder.title, ladder.id,
                           count_of(static_cast<int>(ladder.pillars.size()), "pillar", "pillars"),
                           count_of(static_cast<int>(responsibilities), "responsibility", "responsibilities"),
                           count_of(static_cast<int>(list_behaviors(ladder).size()), "behavior", "behaviors")));
  }
  int left = 0;
  for (const LeftOver& one : import.left) left += one.units;
  say(scene, fmt::format("{} in the document: {}, {} or added to a behavior, {} left out.",
                         count_of(import.units, "list item or cell", "list items and cells"),
                         count_of(import.behaviors, "behavior", "behaviors"),
                         count_of(import.headings, "title", "titles"), left));
  list_left_over(scene, import);
}

std::string head_of(const Ladder& ladder, const std::string& source) {
  return fmt::format(
      "Imported from {}: {}. The ids are made from key words: answers are stored under them, so keep "
      "them when you change a text.",
      source, count_of(static_cast<int>(list_behaviors(ladder).size()), "behavior", "behaviors"));
}

/// Strings as one, each with its length before it, to pass from the confined function.
std::string join(const std::vector<std::string>& parts) {
  std::string joined;
  for (const std::string& part : parts) joined += fmt::format("{}:{}", part.size(), part);
  return joined;
}

std::vector<std::string> split(std::string_view joined) {
  std::vector<std::string> parts;
  while (!joined.empty()) {
    std::size_t size = 0;
    const auto [colon, error] = std::from_chars(joined.data(), joined.data() + joined.size(), size);
    joined.remove_prefix(static_cast<std::size_t>(colon - joined.data()) + 1);
    parts.emplace_back(joined.substr(0, size));
    joined.remove_prefix(size);
  }
  return parts;
}

/// What to say about a document, then the texts of the ladders made from it: none when it was refused.
std::vector<std::string> convert(const LadderImportCommand& command, const Scene& scene, const std::string& text,
                                 const std::string& source) {
  std::vector<std::string> parts(1);
  Ports ports = scene.ports;
  ports.err = [&parts](std::string_view said) { parts.front() += said; };
  const Scene aside{scene.environment, ports, scene.home, scene.out, scene.err, scene.width};
  const std::string name = command.file == "-" ? "imported" : std::filesystem::path(command.file).stem().string();
  Parsed<Import> parsed =
      import_document(text, choose_form(command, text), source, {name, command.level, command.track, command.levels});
  if (!parsed) {
    say(aside, parsed.diagnostics);
    say(aside, Block{Line{}});
    return parts;
  }
  for (ImportedLadder& imported : parsed.value->ladders) {
    imported.comments.head.push_back(head_of(imported.ladder, source));
    parts.push_back(write_ladder(imported.ladder, imported.comments));
  }
  summarize(aside, *parsed.value);
  return parts;
}

/// The same in a child process, because the libraries that read documents have no limits of their own.
std::vector<std::string> convert_confined(const LadderImportCommand& command, const Scene& scene,
                                          const std::string& text, const std::string& source) {
  const auto work = [&] { return join(convert(command, scene, text, source)); };
  if (!scene.ports.confine) return split(work());
  std::optional<std::string> joined;
  try {
    joined = scene.ports.confine(confines, work);
  } catch (const std::system_error& refused) {
    throw Error(ExitCode::input_output, fmt::format("cannot start a process to read {}: {}", source, refused.what()),
                "close some programs and run the command again");
  }
  if (joined) return split(*joined);
  throw Error(ExitCode::bad_input,
              fmt::format("{} costs too much to read: more than {} seconds or {} MiB of memory", source,
                          confines.seconds, confines.mebibytes),
              "copy the part that holds the ladder into a file of its own, or save the page as Markdown");
}

/// The ladder in `yaml`, proven to be one: nobody should have to fix what the import has made.
Ladder check(const std::string& yaml, const std::string& source) {
  Parsed<Ladder> checked = parse_ladder(yaml, fmt::format("the ladder made from {}", source));
  if (checked) return *std::move(checked.value);
  throw DiagnosedError(fmt::format("the ladder in {} goes beyond what a ladder may be", source),
                       std::move(checked.diagnostics),
                       "import a part of it; `rung help ladder-format` lists the limits");
}

std::string file_for(const LadderImportCommand& command, const Ladder& ladder) {
  if (command.levels == Levels::one) return command.output;
  const std::string name = fmt::format("{}.yaml", ladder.id);
  return command.output.empty() ? name : (std::filesystem::path(command.output) / name).string();
}

ExitCode LadderImportCommand::run(const Scene& scene) const {
  const std::string source = file == "-" ? "<stdin>" : file;
  const std::vector<std::string> parts = convert_confined(*this, scene, read_document(scene, file), source);
  const std::string& said = parts.front();
  std::vector<std::pair<std::string, std::string>> files;
  for (auto yaml = parts.begin() + 1; yaml != parts.end(); ++yaml)
    files.emplace_back(file_for(*this, check(*yaml, source)), *yaml);
  // All are judged before the first is written.
  for (const auto& [path, yaml] : files) refuse_existing(path, existing);
  scene.ports.err(said);
  if (files.empty()) {
    throw Error(ExitCode::bad_input, fmt::format("{} cannot be imported", source),
                "`rung help import` shows which documents are understood");
  }
  for (const auto& [path, yaml] : files) write_result(scene, path, yaml, existing);
  if (levels == Levels::one && !is_standard_output(output))
    say(scene, fmt::format("Read it through, then begin with: rung assess {}", output), Style::muted);
  return ExitCode::success;
}

#else

ExitCode LadderImportCommand::run(const Scene&) const {
  throw Error(ExitCode::usage, "this rung was built without import",
              "build it with cmake -DRUNG_IMPORT=ON, which needs cmark-gfm and gumbo");
}

#endif

}  // namespace

Command ladder_import_command() {
  return {
      .name = "ladder import",
      .summary = "Make a ladder from Markdown, HTML, or CSV",
      .declare = declare<LadderImportCommand>,
      .examples = {{{"rung ladder import career-page.html -o mine.yaml", "Make a ladder from a saved page"},
                    {"rung ladder import levels.csv --level \"Senior Engineer\"", "Print one level of a spreadsheet"}}},
      .home = HomeUse::optional};
}

}  // namespace rung::cli
