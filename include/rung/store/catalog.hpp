#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <rung/ladder/ladder.hpp>
#include <rung/store/assessments.hpp>
#include <rung/store/durable_export.hpp>
#include <rung/store/home.hpp>

namespace rung {

/// The ladder that is meant when none is named.
inline constexpr std::string_view default_ladder = "ic3-mle";

/// The most bytes of a ladder file: 1 MiB.
inline constexpr std::size_t most_ladder_bytes = 1U << 20U;

enum class LadderOrigin {
  builtin,  ///< compiled into the program
  own,      ///< a file in the user's ladders directory
  path      ///< a file the user named
};

/// The text of a ladder, not yet judged: parse_ladder(yaml, source) does that.
struct LadderText {
  std::string id;      ///< as its file states it; the file's name without ending when that cannot be read
  std::string source;  ///< names it in diagnostics: a path, or `built-in ic3-mle`
  std::string yaml;
  LadderOrigin origin = LadderOrigin::builtin;

  friend bool operator==(const LadderText&, const LadderText&) = default;
};

/// All ladders that can be meant by id, by id; one of the user's takes the place of a built-in one of the same id. Own
/// files that do not parse are among them; files that cannot be read are in `unreadable`.
struct Catalog {
  std::vector<LadderText> ladders;
  std::vector<UnreadableFile> unreadable;
};

/// Reads `*.yaml` and `*.yml` in the user's ladders directory; its absence is fine. Throws Error when it is there and
/// cannot be listed.
Catalog list_ladders(Filesystem& filesystem, const Home& home);

/// The ladder of that name: a path when it contains `/` or ends in `.yaml` or `.yml`, else an id. Absent means
/// default_ladder. Throws Error(bad_input) for an unknown id (with a suggestion), for one that two own files state,
/// and for a path to nothing.
LadderText find_ladder(Filesystem& filesystem, const Home& home, std::optional<std::string_view> name);

/// What became of a ladder that was added to the user's own.
struct AddedLadder {
  std::string path;                  ///< where it is now
  std::vector<std::string> backups;  ///< where the files are that it took the place of
  bool shadows_builtin = false;      ///< it stands in front of a built-in one from now on
};

/// Writes `yaml`, a ladder with the id `id`, as `id`.yaml among the user's own. An own file of that name or id is
/// refused with Error(bad_input), unless it is to be replaced: then it is kept as `.bak`. On return the ladder survives
/// a power cut. Throws Error; a file that was there is then still there, or kept as `.bak`.
AddedLadder add_ladder(Filesystem& filesystem, const Home& home, const std::string& id, std::string_view yaml,
                       Existing existing);

/// Removes the user's own ladder of that id and returns the path it had. Throws Error(bad_input) for an id that is
/// unknown, that only a built-in ladder has, or that two own files state.
std::string remove_ladder(Filesystem& filesystem, const Home& home, const std::string& id);

}  // namespace rung
