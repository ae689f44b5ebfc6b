#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <rung/diagnostic.hpp>
#include <rung/store/filesystem.hpp>
#include <rung/store/home.hpp>

namespace rung {

/// What can be wrong with a file.
enum class Ailment {
  unreadable,     ///< the machine refuses it, or it is no regular file, or too large
  damaged,        ///< it does not hold what a file of its place holds
  newer,          ///< written by a later Rung
  misplaced,      ///< whole, but not where or under the name that it says it belongs
  same_id,        ///< another file says the same id
  abandoned,      ///< a temporary file whose writer is gone
  to_be_settled,  ///< answers or a text that an earlier session saved beside the draft
  open_to_others  ///< other users of the machine may read or change it
};

/// The word for it in JSON, such as `same id`.
std::string_view to_string(Ailment ailment);

/// One thing that is wrong, and what a person can do about it.
struct FileFinding {
  Ailment ailment = Ailment::damaged;
  std::string path;
  std::string problem;  ///< a sentence without its full stop
  std::string remedy;   ///< the same
  /// The words of a command that does it; empty when there is more to it than a command.
  std::vector<std::string> command = {};
  Diagnostics diagnostics = {};  ///< where in the file; may be empty
};

struct Examination {
  int assessments = 0;  ///< finished ones that were looked at
  int drafts = 0;
  int ladders = 0;                    ///< of the user's own
  std::vector<FileFinding> findings;  ///< by path
};

/// Looks at everything that is stored and changes nothing. A place that is not there is well. Throws Error when one of
/// the directories is there and cannot be listed.
Examination examine_home(Filesystem& filesystem, const Home& home);

}  // namespace rung
