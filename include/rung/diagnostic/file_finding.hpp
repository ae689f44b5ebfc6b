#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <rung/diagnostic.hpp>

namespace rung {

/// What can be wrong with a stored file.
enum class Ailment {
  unreadable,     ///< the machine refuses it, or it is not a regular file, or too large
  damaged,        ///< it does not hold what a file in its place holds
  newer,          ///< written by a later Rung
  misplaced,      ///< intact, but not where, or under the name that, its contents say
  same_id,        ///< another file states the same id
  abandoned,      ///< a temporary file whose writer is gone
  to_be_settled,  ///< answers or a text that an earlier session saved beside the draft
  open_to_others  ///< other users of the machine may read or change it
};

/// The word for it in reports and JSON, such as `same id`.
std::string_view to_string(Ailment ailment);

/// One problem with a stored file or directory, and what a person can do about it.
struct FileFinding {
  Ailment ailment = Ailment::damaged;
  std::string path;
  std::string problem;                    ///< a sentence without its full stop
  std::string remedy;                     ///< what to do; the same
  std::vector<std::string> command = {};  ///< the words of a command that does it; empty if no command is enough
  Diagnostics diagnostics = {};           ///< where in the file; may be empty
};

}  // namespace rung
