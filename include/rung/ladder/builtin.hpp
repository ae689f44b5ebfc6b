#pragma once

#include <span>
#include <string_view>

namespace rung {

/// A ladder that is compiled into the program: a file in ladders/, checked by the build.
struct BuiltinLadder {
  std::string_view id;      ///< the file's name without `.yaml`
  std::string_view yaml;    ///< the text of the file
  std::string_view packed;  ///< the ladder, for unpack_ladder
  std::string_view frozen;  ///< the ladder as JSON, as in an assessment file
};

/// All of them, by id.
std::span<const BuiltinLadder> builtin_ladders();

}  // namespace rung
