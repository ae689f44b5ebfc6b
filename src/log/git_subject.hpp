#pragma once

#include <string>
#include <string_view>

namespace rung {

/// What a merge brings in.
struct MergedWork {
  std::string title;   ///< of a pull request; may be empty
  std::string number;  ///< of a pull request, such as #12 or !12; may be empty
  std::string branch;  ///< may be empty
};

/// What the subject and the body of a merge say. Without a title and a branch, it merges no one's work in particular:
/// main into a branch, several branches, a tag.
MergedWork read_merge(std::string_view subject, std::string_view body);

/// Whether a commit is no work of its own: work in progress, or a fix of another that was never squashed into it.
bool is_unfinished_commit(std::string_view subject);

/// The subject of the commit that this one reverts; empty if it reverts none.
std::string_view find_reverted(std::string_view subject);

/// What a commit is about; commits of one day with the same topic belong together. Never empty.
std::string find_topic(std::string_view subject);

}  // namespace rung
