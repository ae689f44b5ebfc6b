#include <rung/store/catalog.hpp>

#include <algorithm>

#include <rung/diagnostic/suggest.hpp>
#include <rung/error.hpp>
#include <rung/ladder/builtin.hpp>

namespace rung {
namespace {

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

/// Writes what `name` holds to `name`.bak, or `name`.bak-2 and so on where that is taken, and returns its path.
std::string back_up(const OpenFile& directory, const std::string& name) {
  const auto content = read_regular_file(directory, name, most_ladder_bytes);
  if (!content) throw Error(ExitCode::input_output, directory.path_of(name) + " is gone", "try again");
  std::string backup = name + ".bak";
  DurableWrite write(directory, temporary_name(backup), Leftover::avoid, content->bytes, 0600,
                     directory.path_of(backup));
  for (int number = 2; !write.claim(backup); ++number) backup = name + ".bak-" + std::to_string(number);
  return directory.path_of(backup);
}

[[noreturn]] void refuse_taken(const std::string& path, const std::string& id) {
  throw Error(ExitCode::bad_input, "there is a ladder `" + id + "` among yours already: " + path,
              "--force replaces it and keeps the old file as .bak; or give the new one another id");
}

[[noreturn]] void refuse_removal(const Catalog& catalog, const std::string& id) {
  if (is_builtin(id)) {
    throw Error(ExitCode::bad_input, "the ladder `" + id + "` is built in and cannot be removed",
                "only your own ladders can; `rung ladder list` shows whose each one is");
  }
  std::vector<std::string> ids;
  for (const LadderText& ladder : catalog.ladders)
    if (ladder.origin == LadderOrigin::own) ids.push_back(ladder.id);
  const std::string hint = did_you_mean(id, ids);
  throw Error(ExitCode::bad_input, "there is no ladder `" + id + "` among yours",
              hint.empty() ? "`rung ladder list` shows the ladders there are" : hint);
}

}  // namespace

AddedLadder add_ladder(Filesystem& filesystem, const Home& home, const std::string& id, std::string_view yaml,
                       Existing existing) {
  const std::string name = id + ".yaml";
  std::vector<std::string> standing = find_own(list_ladders(filesystem, home), id);
  const OpenFile directory = make_directory(filesystem, home.ladders());
  const bool is_among = std::find(standing.begin(), standing.end(), name) != standing.end();
  // A file of that name may state another id, or be none that can be read.
  if (!is_among && identify_file(directory, name)) standing.push_back(name);
  if (!standing.empty() && existing == Existing::refuse) refuse_taken(directory.path_of(standing.front()), id);

  DurableWrite write(directory, temporary_name(name), Leftover::avoid, yaml, 0600, directory.path_of(name));
  AddedLadder added{directory.path_of(name), {}, is_builtin(id)};
  for (const std::string& old : standing) added.backups.push_back(back_up(directory, old));
  if (existing == Existing::replace)
    write.replace(name);
  else if (!write.claim(name))
    refuse_taken(added.path, id);
  // Two files that state one id could not be told apart.
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
        "both " + directory->path_of(names[0]) + " and " + directory->path_of(names[1]) + " state the id `" + id + "`",
        "remove the file that you do not need yourself");
  }
  remove_file(*directory, names.front());
  sync_directory(*directory, directory->path_of(names.front()));
  return directory->path_of(names.front());
}

}  // namespace rung
