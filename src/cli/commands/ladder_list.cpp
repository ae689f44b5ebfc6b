#include <algorithm>
#include <vector>

#include <rung/ladder/builtin.hpp>
#include <rung/ladder/parse.hpp>
#include <rung/report/listing.hpp>
#include <rung/store/catalog.hpp>

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

struct LadderListCommand {
  OutputOptions output;

  void declare(Options& options) { declare_output(options, output, formats_and(), {no_pager_option}); }

  [[nodiscard]] ExitCode run(const Scene& scene) const {
    choose_format(output);
    const Catalog catalog = list_ladders(scene.ports.files, scene.home);
    LadderListing listing;
    for (const LadderText& text : catalog.ladders) listing.ladders.push_back(list_one(text));
    mark_shadowing(listing.ladders);
    warn_unreadable(scene, catalog.unreadable);
    deliver(scene, std::move(listing), output);
    return catalog.unreadable.empty() ? ExitCode::success : ExitCode::bad_input;
  }
};

}  // namespace

Command ladder_list_command() {
  return {.name = "ladder list",
          .summary = "List built-in ladders and your own",
          .declare = declare<LadderListCommand>,
          .examples = {{{"rung ladder list", "Show which ladders can be named by id"},
                        {"rung ladder list --json", "Print them for a script"}}}};
}

}  // namespace rung::cli
