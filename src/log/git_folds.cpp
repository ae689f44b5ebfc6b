#include "git_folds.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace rung {
namespace {

/// Drops what a revert of the same day took back, and the revert. `commits` are oldest first.
void drop_reverted(std::vector<OwnCommit>& commits) {
  std::map<std::pair<Date, std::string_view>, std::vector<std::size_t>> open;
  std::vector<bool> is_gone(commits.size());
  for (std::size_t at = 0; at < commits.size(); ++at) {
    const OwnCommit& commit = commits[at];
    const auto found = open.find({commit.on, find_reverted(commit.subject)});
    if (found != open.end() && !found->second.empty()) {
      is_gone[at] = is_gone[found->second.back()] = true;
      found->second.pop_back();
    } else {
      open[{commit.on, commit.subject}].push_back(at);
    }
  }
  std::size_t kept = 0;
  for (std::size_t at = 0; at < commits.size(); ++at) {
    if (is_gone[at]) continue;
    if (kept != at) commits[kept] = std::move(commits[at]);
    ++kept;
  }
  commits.resize(kept);
}

/// A branch whose commits are all unfinished is still worth its title.
void drop_unfinished(CommitFold& fold) {
  const auto is_unfinished = [](const OwnCommit& commit) { return is_unfinished_commit(commit.subject); };
  if (fold.merged == nullptr || !std::all_of(fold.commits.begin(), fold.commits.end(), is_unfinished))
    std::erase_if(fold.commits, is_unfinished);
}

}  // namespace

Date CommitFold::latest_day() const {
  const auto is_earlier = [](const OwnCommit& a, const OwnCommit& b) { return a.on < b.on; };
  return std::max_element(commits.begin(), commits.end(), is_earlier)->on;
}

std::uint32_t GitGraph::choose_label(std::uint32_t one, std::uint32_t other) const {
  if (one == 0 || other == 0 || one == other) return std::min(one, other);
  // What is on several branches came with the first of them that was merged, which is the one with the highest number.
  const auto key = [this](std::uint32_t label) {
    const Label& merge = labels_[label];
    return std::tuple(merge.outermost, ~merge.depth, label);
  };
  return key(one) > key(other) ? one : other;
}

void GitGraph::pass_on(std::string_view parent, std::uint32_t label) {
  const auto [place, is_new] = pending_.try_emplace(std::string(parent), label);
  if (!is_new) place->second = choose_label(place->second, label);
}

std::uint32_t GitGraph::add(std::string_view hash, std::string_view parents, std::optional<MergedWork> work) {
  std::uint32_t label = 0;
  if (const auto known = pending_.find(std::string(hash)); known != pending_.end()) {
    label = known->second;
    pending_.erase(known);
  }
  const auto number = static_cast<std::uint32_t>(labels_of_added_.size());
  labels_of_added_.push_back(label);
  std::uint32_t brought_in = label;
  if (work && (!work->title.empty() || !work->branch.empty())) {
    brought_in = static_cast<std::uint32_t>(labels_.size());
    labels_.push_back({*std::move(work), labels_[label].depth + 1, label == 0 ? brought_in : labels_[label].outermost});
  }
  for (bool is_first = true; !parents.empty(); is_first = false) {
    const std::size_t end = std::min(parents.find(' '), parents.size());
    if (end > 0) pass_on(parents.substr(0, end), is_first ? label : brought_in);
    parents.remove_prefix(std::min(end + 1, parents.size()));
  }
  return number;
}

const MergedWork* GitGraph::find_merge(std::uint32_t number) const {
  const std::uint32_t label = labels_of_added_[number];
  return label == 0 ? nullptr : &labels_[label].work;
}

std::vector<CommitFold> fold_commits(std::vector<OwnCommit> commits, const GitGraph& graph) {
  std::reverse(commits.begin(), commits.end());
  drop_reverted(commits);
  std::vector<CommitFold> folds;
  std::unordered_map<const MergedWork*, std::size_t> by_merge;
  std::map<std::pair<Date, std::string>, std::size_t> by_topic;
  for (OwnCommit& commit : commits) {
    const MergedWork* merged = graph.find_merge(commit.number);
    if (merged == nullptr && is_unfinished_commit(commit.subject)) continue;
    const std::size_t place =
        merged != nullptr ? by_merge.try_emplace(merged, folds.size()).first->second
                          : by_topic.try_emplace({commit.on, find_topic(commit.subject)}, folds.size()).first->second;
    if (place == folds.size()) folds.push_back({merged, {}});
    folds[place].commits.push_back(std::move(commit));
  }
  for (CommitFold& fold : folds) drop_unfinished(fold);
  std::erase_if(folds, [](const CommitFold& fold) { return fold.commits.empty(); });
  std::stable_sort(folds.begin(), folds.end(),
                   [](const CommitFold& a, const CommitFold& b) { return a.latest_day() < b.latest_day(); });
  return folds;
}

}  // namespace rung
