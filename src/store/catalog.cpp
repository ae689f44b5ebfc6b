#include <rung/store/catalog.hpp>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdlib>
#include <utility>

#include <fmt/format.h>

#include <rung/diagnostic/suggest.hpp>
#include <rung/error.hpp>
#include <rung/ladder/builtin.hpp>
#include <rung/ladder/parse.hpp>
#include <rung/store/durable_file.hpp>
#include <rung/text/alternatives.hpp>

namespace rung {
namespace {

std::string stem_of(std::string_view name) { return std::string(name.substr(0, name.rfind('.'))); }

LadderText describe_file(std::string path, std::string yaml, LadderOrigin origin) {
  const auto parsed = parse_ladder(yaml, path);
  // A file with an error in it is found by its name, so the error is shown instead of another ladder.
  std::string id = parsed.value ? parsed.value->id : stem_of(split_path(path).name);
  return {std::move(id), std::move(path), std::move(yaml), origin};
}

void read_own_ladders(const OpenFile& directory, Catalog& catalog) {
  for (const std::string& name : list_names(directory)) {
    if (!is_ladder_name(name) || name.starts_with('.')) continue;
    try {
      auto content = read_regular_file(directory, name, most_ladder_bytes);
      if (!content) continue;
      catalog.ladders.push_back(describe_file(directory.path_of(name), std::move(content->bytes), LadderOrigin::own));
    } catch (const Error& error) {
      catalog.unreadable.push_back({directory.path_of(name), error.what(), {}});
    }
  }
}

LadderText read_ladder_path(Filesystem& filesystem, const std::string& path) {
  auto content = read_regular_file(filesystem, path, most_ladder_bytes);
  if (!content)
    throw Error(ExitCode::bad_input, fmt::format("there is no file {}", path),
                "`rung ladder list` shows the ladders there are");
  return describe_file(path, std::move(content->bytes), LadderOrigin::path);
}

/// An id such as `ic3-mle`, taken apart.
struct LevelId {
  std::string family;  ///< `ic`
  int level = 0;
  std::string track;  ///< `-mle`
};

std::optional<LevelId> read_level_id(std::string_view id) {
  const std::size_t digits = id.find_first_of("0123456789");
  if (digits == 0 || digits == std::string_view::npos) return std::nullopt;
  LevelId read;
  read.family = id.substr(0, digits);
  const char* end = id.data() + id.size();
  const auto [stop, failure] = std::from_chars(id.data() + digits, end, read.level);
  if (failure != std::errc()) return std::nullopt;
  read.track.assign(stop, end);
  return read;
}

/// The ids of the nearest levels of the same family and track, nearest first.
std::vector<std::string> find_nearest_levels(const std::string& id, const std::vector<std::string>& ids) {
  constexpr std::size_t most = 3;
  std::vector<std::pair<int, std::string>> levels;
  const auto wanted = read_level_id(id);
  for (const std::string& known : ids) {
    const auto level = wanted ? read_level_id(known) : std::nullopt;
    if (level && level->family == wanted->family && level->track.starts_with(wanted->track))
      levels.emplace_back(std::abs(level->level - wanted->level), fmt::format("`{}`", known));
  }
  std::sort(levels.begin(), levels.end());
  std::vector<std::string> nearest;
  for (auto& level : levels)
    if (nearest.size() < most) nearest.push_back(std::move(level.second));
  return nearest;
}

std::string suggest_ladder(const std::string& id, const std::vector<std::string>& ids) {
  const std::vector<std::string> nearest = find_nearest_levels(id, ids);
  if (!nearest.empty()) return fmt::format("did you mean {}?", list_alternatives(nearest));
  return did_you_mean(id, ids);
}

std::vector<std::string> list_ids(const Catalog& catalog) {
  std::vector<std::string> ids;
  for (const LadderText& ladder : catalog.ladders) ids.push_back(ladder.id);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

/// `name` if it is one of the ids, else the only one that begins with it; `name` as well if there is none.
std::string complete_id(const std::string& name, const std::vector<std::string>& ids) {
  if (name.empty() || std::find(ids.begin(), ids.end(), name) != ids.end()) return name;
  std::vector<std::string> found;
  for (const std::string& id : ids)
    if (id.starts_with(name)) found.push_back(id);
  if (found.size() == 1) return found.front();
  if (found.empty()) return name;
  for (std::string& id : found) id = fmt::format("`{}`", id);
  throw Error(ExitCode::bad_input, fmt::format("`{}` can mean {} ladders", name, found.size()),
              fmt::format("write {}", list_alternatives(found)));
}

[[noreturn]] void refuse_unknown(const std::vector<std::string>& ids, const std::string& id) {
  std::string hint = suggest_ladder(id, ids);
  if (hint.empty()) hint = "`rung ladder list` shows the ladders there are; a path ends in `.yaml` or contains `/`";
  throw Error(ExitCode::bad_input, fmt::format("there is no ladder `{}`", id), hint);
}

bool is_builtin(const std::string& id) {
  const auto builtin = builtin_ladders();
  return std::any_of(builtin.begin(), builtin.end(), [&id](const BuiltinLadder& ladder) { return ladder.id == id; });
}

/// The user's own ladders with that id, by the names of their files.
std::vector<std::string> find_own(const Catalog& catalog, const std::string& id) {
  std::vector<std::string> names;
  for (const LadderText& ladder : catalog.ladders)
    if (ladder.origin == LadderOrigin::own && ladder.id == id) names.push_back(split_path(ladder.source).name);
  return names;
}

/// Copies `name` to the first free one of `name`.bak, `name`.bak-2, … and returns its path.
std::string back_up(const OpenFile& directory, const std::string& name) {
  const auto content = read_regular_file(directory, name, most_ladder_bytes);
  if (!content) throw Error(ExitCode::input_output, fmt::format("{} is gone", directory.path_of(name)), "try again");
  const std::string backup = fmt::format("{}.bak", name);
  DurableWrite write(directory, temporary_name(backup), Leftover::avoid, content->bytes, 0600,
                     directory.path_of(backup));
  return directory.path_of(write.claim_free(backup));
}

[[noreturn]] void refuse_taken(const std::string& path, const std::string& id) {
  throw Error(ExitCode::bad_input, fmt::format("there is a ladder `{}` among yours already: {}", id, path),
              "--force replaces it and keeps the old file as .bak; or give the new one another id");
}

[[noreturn]] void refuse_removal(const Catalog& catalog, const std::string& id) {
  if (is_builtin(id))
    throw Error(ExitCode::bad_input, fmt::format("the ladder `{}` is built in and cannot be removed", id),
                "only your own ladders can; `rung ladder list` shows whose each one is");
  std::vector<std::string> ids;
  for (const LadderText& ladder : catalog.ladders)
    if (ladder.origin == LadderOrigin::own) ids.push_back(ladder.id);
  const std::string hint = did_you_mean(id, ids);
  throw Error(ExitCode::bad_input, fmt::format("there is no ladder `{}` among yours", id),
              hint.empty() ? "`rung ladder list` shows the ladders there are" : hint);
}

}  // namespace

bool is_ladder_name(std::string_view name) { return name.ends_with(".yaml") || name.ends_with(".yml"); }

Catalog list_ladders(Filesystem& filesystem, const Home& home) {
  Catalog catalog;
  if (!home.root.empty())
    if (const auto directory = open_directory(filesystem, home.ladders())) read_own_ladders(*directory, catalog);
  const std::size_t own = catalog.ladders.size();
  for (const auto& builtin : builtin_ladders()) {
    const auto end = catalog.ladders.begin() + static_cast<std::ptrdiff_t>(own);
    const bool is_shadowed =
        std::any_of(catalog.ladders.begin(), end, [&](const LadderText& ladder) { return ladder.id == builtin.id; });
    if (is_shadowed) continue;
    catalog.ladders.push_back({std::string(builtin.id), fmt::format("built-in {}", builtin.id),
                               std::string(builtin.yaml), LadderOrigin::builtin});
  }
  std::stable_sort(catalog.ladders.begin(), catalog.ladders.end(),
                   [](const LadderText& a, const LadderText& b) { return a.id < b.id; });
  return catalog;
}

LadderText find_ladder(Filesystem& filesystem, const Home& home, std::optional<std::string_view> name) {
  std::string wanted(name.value_or(default_ladder));
  if (wanted.find('/') != std::string::npos || is_ladder_name(wanted)) return read_ladder_path(filesystem, wanted);

  Catalog catalog = list_ladders(filesystem, home);
  for (const auto& file : catalog.unreadable)
    if (stem_of(split_path(file.path).name) == wanted) throw Error(ExitCode::input_output, file.reason);
  wanted = complete_id(wanted, list_ids(catalog));
  const auto is_wanted = [&](const LadderText& ladder) { return ladder.id == wanted; };
  const auto found = std::find_if(catalog.ladders.begin(), catalog.ladders.end(), is_wanted);
  if (found == catalog.ladders.end()) refuse_unknown(list_ids(catalog), wanted);
  const auto second = std::find_if(found + 1, catalog.ladders.end(), is_wanted);
  if (second != catalog.ladders.end()) {
    throw Error(ExitCode::bad_input,
                fmt::format("both {} and {} state the id `{}`", found->source, second->source, wanted),
                "give one of them another id, or name the file by its path");
  }
  return std::move(*found);
}

std::string find_ladder_id(Filesystem& filesystem, const Home& home, const std::string& name) {
  std::vector<std::string> ids = list_ids(list_ladders(filesystem, home));
  if (const auto assessments = open_directory(filesystem, home.assessments()))
    for (const std::string& rated : list_names(*assessments))
      if (is_id(rated)) ids.push_back(rated);
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  std::string id = complete_id(name, ids);
  if (std::find(ids.begin(), ids.end(), id) == ids.end()) refuse_unknown(ids, name);
  return id;
}

AddedLadder add_ladder(Filesystem& filesystem, const Home& home, const std::string& id, std::string_view yaml,
                       Existing existing) {
  const std::string name = fmt::format("{}.yaml", id);
  std::vector<std::string> standing = find_own(list_ladders(filesystem, home), id);
  const OpenFile directory = make_directory(filesystem, home.ladders());
  const bool is_among = std::find(standing.begin(), standing.end(), name) != standing.end();
  // A file of that name may state another id, or be unreadable.
  if (!is_among && identify_file(directory, name)) standing.push_back(name);
  if (!standing.empty() && existing == Existing::refuse) refuse_taken(directory.path_of(standing.front()), id);

  const auto link = follow_link(directory, name);
  const OpenFile& place = link ? link->directory : directory;
  const std::string& file = link ? link->name : name;
  DurableWrite write(place, temporary_name(file), Leftover::avoid, yaml, 0600, place.path_of(file));
  AddedLadder added{directory.path_of(name), {}, is_builtin(id)};
  for (const std::string& old : standing) added.backups.push_back(back_up(directory, old));
  if (existing == Existing::replace)
    write.replace(file);
  else if (!write.claim(file))
    refuse_taken(added.path, id);
  // With two files that state one id, neither could be found by it.
  for (const std::string& old : standing)
    if (old != name) remove_file(directory, old);
  sync_directory(directory, added.path);
  return added;
}

std::string remove_ladder(Filesystem& filesystem, const Home& home, const std::string& id) {
  const Catalog catalog = list_ladders(filesystem, home);
  const std::vector<std::string> names = find_own(catalog, id);
  if (names.empty()) refuse_removal(catalog, id);
  const auto directory = open_directory(filesystem, home.ladders());
  if (!directory) refuse_removal(catalog, id);
  if (names.size() > 1) {
    throw Error(
        ExitCode::bad_input,
        fmt::format("both {} and {} state the id `{}`", directory->path_of(names[0]), directory->path_of(names[1]), id),
        "remove the file that you do not need yourself");
  }
  std::string path = directory->path_of(names.front());
  remove_file(*directory, names.front());
  sync_directory(*directory, path);
  return path;
}

}  // namespace rung
