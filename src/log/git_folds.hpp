#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <rung/assessment/timestamp.hpp>

#include "git_subject.hpp"

namespace rung {

/// A commit by the author.
struct OwnCommit {
  std::uint32_t number = 0;  ///< see GitGraph; higher ones are older
  std::string hash;
  Date on{};
  std::string subject;
};

/// Commits that are one candidate, oldest first; not empty.
struct CommitFold {
  const MergedWork* merged = nullptr;  ///< nullptr: commits of one day on one topic
  std::vector<OwnCommit> commits;

  [[nodiscard]] Date latest_day() const;
};

/// Which commits are parents of which, and which merge brought each one in. Commits are added with children before
/// their parents.
class GitGraph {
 public:
  /// The commit's number, in the order of adding. `work` is what it merges; nothing for what is no merge.
  std::uint32_t add(std::string_view hash, std::string_view parents, std::optional<MergedWork> work);

  /// What brought in the commit: the merge of a branch or a pull request; nullptr for what is on the main line.
  [[nodiscard]] const MergedWork* find_merge(std::uint32_t number) const;

  [[nodiscard]] std::size_t size() const { return labels_of_added_.size(); }

 private:
  /// A merge that brings in a branch. Label 0 is the main line.
  struct Label {
    MergedWork work;
    std::size_t depth = 0;        ///< how many merges are around it
    std::uint32_t outermost = 0;  ///< the label of the merge to the main line
  };

  [[nodiscard]] std::uint32_t choose_label(std::uint32_t one, std::uint32_t other) const;
  void pass_on(std::string_view parent, std::uint32_t label);

  std::unordered_map<std::string, std::uint32_t> pending_;  ///< labels of commits that are yet to come, by hash
  std::vector<std::uint32_t> labels_of_added_;
  std::vector<Label> labels_{Label{}};
};

/// Puts commits together that are one piece of work. Oldest first, by their latest commit.
std::vector<CommitFold> fold_commits(std::vector<OwnCommit> commits, const GitGraph& graph);

}  // namespace rung
