#pragma once

#include <span>
#include <string_view>

namespace rung {

/// A ladder that is compiled into the program: the text of one file of ladders/.
struct BuiltinLadder {
  std::string_view id;  ///< the file's name without `.yaml`
  std::string_view yaml;
};

/// All of them, by id.
std::span<const BuiltinLadder> builtin_ladders();

}  // namespace rung
