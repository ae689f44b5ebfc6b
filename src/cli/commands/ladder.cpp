#include <fmt/format.h>

#include <rung/ladder/parse.hpp>
#include <rung/report/listing.hpp>
#include <rung/store/catalog.hpp>
#include <rung/store/durable_file.hpp>

#include "../load.hpp"
#include "commands.hpp"

namespace rung::cli {
namespace {

ListedLadder list_one(const LadderText& text) {
  const Parsed<Ladder> parsed = parse_ladder(text.yaml, text.source);
  ListedLadder listed;
  listed.id = text.id;
  listed.origin = text.origin == LadderOrigin::builtin ? "built-in" : text.source;
  listed.mistakes = static_cast<int>(parsed.diagnostics.size());
  if (parsed) {
    listed.title = parsed.value->title;
    listed.level = parsed.value->level;
    listed.behaviors = static_cast<int>(list_behaviors(*parsed.value).size());
  }
  return listed;
}

// A name without a slash or an ending is still a file here, not the id of a ladder. One that is not there is a mistake
// among the others, so that every file gets its verdict.
Parsed<Ladder> check_one(const Scene& scene, const std::string& file) {
  const auto content = read_regular_file(scene.ports.files, file, most_ladder_bytes);
  if (content) return parse_ladder(content->bytes, file);
  Diagnostic missing;
  missing.source = file;
  missing.message = "there is no such file";
  return {std::nullopt, {missing}};
}

}  // namespace

ExitCode run_command(const LadderListCommand& command, const Scene& scene) {
  choose_format(command.output);
  const Catalog catalog = list_ladders(scene.ports.files, scene.home);
  LadderListing listing;
  for (const LadderText& text : catalog.ladders) listing.ladders.push_back(list_one(text));
  warn_unreadable(scene, catalog.unreadable);
  deliver(scene, listing, command.output);
  return catalog.unreadable.empty() ? ExitCode::success : ExitCode::bad_input;
}

ExitCode run_command(const LadderShowCommand& command, const Scene& scene) {
  choose_format(command.output);
  deliver(scene, LadderPage{load_ladder(scene, command.ladder)}, command.output);
  return ExitCode::success;
}

ExitCode run_command(const LadderCheckCommand& command, const Scene& scene) {
  int mistakes = 0;
  for (const std::string& file : command.files) {
    const Parsed<Ladder> parsed = check_one(scene, file);
    if (parsed) {
      const std::string fine = fmt::format("{}: fine, {} behaviors", file, list_behaviors(*parsed.value).size());
      scene.ports.out(paint(Block{{{fine, Style::plain}}}, scene.out));
      continue;
    }
    if (mistakes > 0) say(scene, Block{Line{}});
    say(scene, parsed.diagnostics);
    mistakes += static_cast<int>(parsed.diagnostics.size());
  }
  if (mistakes == 0) return ExitCode::success;
  say(scene, Block{Line{}});
  say(scene, mistakes == 1 ? std::string("1 mistake") : fmt::format("{} mistakes", mistakes), Style::strong);
  return ExitCode::bad_input;
}

}  // namespace rung::cli
