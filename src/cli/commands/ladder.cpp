#include <algorithm>
#include <vector>

#include <rung/ladder/builtin.hpp>
#include <rung/ladder/parse.hpp>
#include <rung/report/listing.hpp>
#include <rung/store/catalog.hpp>

#include "../load.hpp"
#include "commands.hpp"

namespace rung::cli {
namespace {

ListedLadder list_one(const LadderText& text) {
  const Parsed<Ladder> parsed = parse_ladder(text.yaml, text.source);
  ListedLadder listed;
  listed.id = text.id;
  listed.origin = text.origin == LadderOrigin::builtin ? "built-in" : text.source;
  listed.is_own = text.origin == LadderOrigin::own;
  listed.mistakes = static_cast<int>(parsed.diagnostics.size());
  if (parsed) {
    listed.title = parsed.value->title;
    listed.level = parsed.value->level;
    listed.behaviors = static_cast<int>(list_behaviors(*parsed.value).size());
  }
  return listed;
}

// Only what several files share or hide is to be told.
void mark_shadowing(std::vector<ListedLadder>& ladders) {
  const auto is_builtin = [](const std::string& id) {
    const auto builtin = builtin_ladders();
    return std::any_of(builtin.begin(), builtin.end(), [&id](const BuiltinLadder& one) { return one.id == id; });
  };
  for (ListedLadder& ladder : ladders) {
    ladder.shadows_builtin = ladder.is_own && is_builtin(ladder.id);
    ladder.is_ambiguous =
        std::count_if(ladders.begin(), ladders.end(), [&](const ListedLadder& one) { return one.id == ladder.id; }) > 1;
  }
}

}  // namespace

ExitCode run_command(const LadderListCommand& command, const Scene& scene) {
  choose_format(command.output);
  const Catalog catalog = list_ladders(scene.ports.files, scene.home);
  LadderListing listing;
  for (const LadderText& text : catalog.ladders) listing.ladders.push_back(list_one(text));
  mark_shadowing(listing.ladders);
  warn_unreadable(scene, catalog.unreadable);
  deliver(scene, std::move(listing), command.output);
  return catalog.unreadable.empty() ? ExitCode::success : ExitCode::bad_input;
}

ExitCode run_command(const LadderShowCommand& command, const Scene& scene) {
  choose_format(command.output);
  deliver(scene, LadderPage{load_ladder(scene, command.ladder)}, command.output);
  return ExitCode::success;
}

}  // namespace rung::cli
