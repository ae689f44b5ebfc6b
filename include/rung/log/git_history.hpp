#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <rung/assessment/timestamp.hpp>
#include <rung/log/candidates.hpp>

namespace rung {

/// Whose commits count: those by exactly that address, by exactly that name, or with that text in `Name <address>`.
/// Case is ignored.
struct GitAuthor {
  enum class Match { address, name, part };

  Match match = Match::address;
  std::string text;
};

/// What is wanted of a history.
struct GitSettings {
  std::string repository;  ///< see name_repository
  GitAuthor author;
  std::optional<Date> since;  ///< earlier work is left out
  Timestamp now;              ///< what is dated after its day is a problem
};

/// The arguments of `git log` for what GitHistoryReader reads.
std::vector<std::string> git_log_arguments();

/// What a history has for one author.
struct GitHistory {
  Candidates candidates;    ///< by date, then older commits first
  std::size_t commits = 0;  ///< by anybody, merges included
  std::size_t own = 0;      ///< by the author
};

/// Reads the output of `git log`, in pieces of any size; of a commit, whatever its size, it keeps a few bytes.
///
/// Merges of a branch or a pull request fold the author's commits on that branch into one candidate, named by the title
/// of the request or by the branch and its first commit, wherever it was merged to. Merges of main, develop, and the
/// like into a branch, and of several branches at once, fold nothing. Other commits fold by day and topic: the same
/// ticket (ABC-123), else the same scope (`fix(scope): …`), else the same first two words that say something. A fold is
/// dated by its latest commit. Its id is made of the repository and its oldest commit, so that it stays the same when
/// the fold grows. Left out are fixup!, squash!, amend!, and work in progress, and a commit with its revert of the same
/// day.
class GitHistoryReader {
 public:
  explicit GitHistoryReader(GitSettings settings);
  GitHistoryReader(const GitHistoryReader&) = delete;
  GitHistoryReader& operator=(const GitHistoryReader&) = delete;
  ~GitHistoryReader();

  void feed(std::string_view bytes);
  /// After the last piece, once.
  GitHistory finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// How entries name a repository: its remote address without protocol, user, and password, such as
/// `github.com/owner/name`; without one, the name of its directory. `git_directory` is where git keeps its data.
std::string name_repository(std::string_view remote, std::string_view git_directory);

}  // namespace rung
