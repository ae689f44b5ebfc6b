#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <rung/ladder/ladder.hpp>
#include <rung/store/assessments.hpp>
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

}  // namespace rung
