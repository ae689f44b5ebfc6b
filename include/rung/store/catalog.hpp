#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <rung/ladder/ladder.hpp>
#include <rung/store/assessments.hpp>
#include <rung/store/export_file.hpp>
#include <rung/store/home.hpp>

namespace rung {

/// The ladder that commands use if none is named.
inline constexpr std::string_view default_ladder = "ic3-mle";

/// The most bytes of a ladder file: 1 MiB.
inline constexpr std::size_t most_ladder_bytes = 1U << 20U;

/// Whether a file of that name is a ladder: `*.yaml` or `*.yml`.
bool is_ladder_name(std::string_view name);

enum class LadderOrigin {
  builtin,  ///< compiled into the program
  own,      ///< a file in the user's ladders directory
  path      ///< a file the user named
};

/// The text of a ladder, valid or not: parse_ladder(yaml, source) decides.
struct LadderText {
  std::string id;      ///< as the file states it, or the file's name without its ending if it cannot be parsed
  std::string source;  ///< its name in diagnostics: a path, or `built-in ic3-mle`
  std::string yaml;
  LadderOrigin origin = LadderOrigin::builtin;

  friend bool operator==(const LadderText&, const LadderText&) = default;
};

/// All ladders that can be named by id, sorted by id. A ladder of the user's hides a built-in one of the same id. Files
/// that cannot be parsed are included; files that cannot be read are in `unreadable`.
struct Catalog {
  std::vector<LadderText> ladders;
  std::vector<UnreadableFile> unreadable;
};

/// Reads the user's ladders directory. A missing directory or an empty `home` is fine; throws Error if it exists and
/// cannot be listed.
Catalog list_ladders(Filesystem& filesystem, const Home& home);

/// The ladder of that name: a path if it contains `/` or ends in `.yaml` or `.yml`, else an id or the unique start of
/// one. Absent means default_ladder. Throws Error(bad_input) for an unknown id (with a suggestion), for one that two
/// own files state, and for a missing file.
LadderText find_ladder(Filesystem& filesystem, const Home& home, std::optional<std::string_view> name);

/// The id that `name`, an id or the unique start of one, means among the ladders that can be named and those that
/// somebody has rated on. Throws Error(bad_input) as find_ladder does.
std::string find_ladder_id(Filesystem& filesystem, const Home& home, const std::string& name);

/// The outcome of adding a ladder to the user's own.
struct AddedLadder {
  std::string path;
  std::vector<std::string> backups;  ///< the copies of the files that it replaced
  bool shadows_builtin = false;      ///< it hides a built-in one
};

/// Writes `yaml`, a ladder with the id `id`, to `id`.yaml among the user's own. An existing file of that name or id is
/// refused with Error(bad_input) or replaced and kept as `.bak`; a symbolic link stays and its target is replaced. On
/// return the ladder survives a power cut. Throws Error; an existing file is then unchanged, or kept as `.bak`.
AddedLadder add_ladder(Filesystem& filesystem, const Home& home, const std::string& id, std::string_view yaml,
                       Existing existing);

/// Removes the user's own ladder of that id and returns the path it had. Throws Error(bad_input) for an id that is
/// unknown, that only a built-in ladder has, or that two own files state.
std::string remove_ladder(Filesystem& filesystem, const Home& home, const std::string& id);

}  // namespace rung
