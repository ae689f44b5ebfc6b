#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scene.hpp"

#include <rung/log/git_history.hpp>

namespace rung::cli {

/// Which commits are wanted.
struct GitRequest {
  std::string directory = ".";
  std::string author;         ///< a part of `Name <address>`; empty: git's own user.email, else its user.name
  std::optional<Date> since;  ///< earlier work is left out
};

/// What a repository has.
struct GitCandidates {
  std::string repository;   ///< see name_repository
  std::string author;       ///< whose commits these are
  Candidates candidates;    ///< those that are not in the log
  bool is_shallow = false;  ///< its older commits are missing
};

/// Reads the commits of the branch that is checked out, by running git, which writes nothing and runs nothing that the
/// repository names. `log` are the entries there are. Throws Error(bad_input), with a hint, if git is not installed or
/// refuses, if there is no repository or none with commits, and if no author is known or the author has no commits.
GitCandidates read_git_candidates(const Scene& scene, const GitRequest& request, const std::vector<Entry>& log);

}  // namespace rung::cli
