#include <rung/store/earlier.hpp>

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "assessment_file.hpp"
#include "latest.hpp"

namespace rung {
namespace {

struct DraftedLadder {
  std::int64_t saved = 0;
  UsualLadder ladder;
};

/// The ladders of the drafts of a pair, also where version 1 kept them.
std::vector<DraftedLadder> list_draft_ladders(Filesystem& filesystem, const Home& home, const Subject& subject,
                                              const Rater& rater) {
  std::vector<DraftedLadder> ladders;
  const auto drafts = open_directory(filesystem, home.drafts());
  if (!drafts) return ladders;
  const std::string pair = make_pair_slug(subject, rater);
  const std::string old_end = file_name_of(fmt::format("-{}", make_rater_id(rater.name)));
  for (const std::string& name : list_names(*drafts)) {
    if (name.ends_with(old_end) && is_id(name.substr(0, name.size() - old_end.size()))) {
      if (const auto identity = identify_file(*drafts, name))
        ladders.push_back({identity->modified,
                           {name.substr(0, name.size() - old_end.size()), fmt::format("drafts/{}", id_of(name))}});
    } else if (is_id(name)) {
      const auto directory = open_directory(filesystem, drafts->path_of(name));
      if (!directory) continue;
      if (const auto identity = identify_file(*directory, file_name_of(pair)))
        ladders.push_back({identity->modified, {name, fmt::format("drafts/{}/{}", name, pair)}});
    }
  }
  return ladders;
}

}  // namespace

std::vector<UnreadableFile> visit_earlier(Filesystem& filesystem, const Home& home, const AssessmentHead& after,
                                          const std::function<bool(StoredAssessment)>& visit) {
  const AssessmentFilter series = same_series(after);
  FinishedFiles files(filesystem, home, series);
  LatestFirst walk(files, series, after.on);
  bool goes_on = true;
  std::vector<UnreadableFile> damaged;
  AssessmentReader reader;
  while (goes_on) {
    const auto stored = walk.next();
    if (!stored) break;
    const bool is_later = after.finished_at && !is_earlier(stored->head, after);
    if (is_later || stored->head.sitting == after.sitting) continue;
    auto earlier = read_stored(filesystem, reader, stored->path, stored->reference, damaged);
    if (earlier) goes_on = visit(*std::move(earlier));
  }
  std::vector<UnreadableFile> unreadable = files.take_unreadable();
  unreadable.insert(unreadable.end(), damaged.begin(), damaged.end());
  return unreadable;
}

std::optional<StoredAssessment> find_previous(Filesystem& filesystem, const Home& home, const Assessment& after) {
  std::optional<StoredAssessment> previous;
  // A report does not need the previous assessment. A command that names it reports why it cannot be read.
  static_cast<void>(visit_earlier(filesystem, home, head_of(after), [&previous](StoredAssessment stored) {
    previous = std::move(stored);
    return false;
  }));
  return previous;
}

std::optional<UsualLadder> find_usual_ladder(Filesystem& filesystem, const Home& home, const Subject& subject,
                                             const Rater& rater) {
  const auto drafts = list_draft_ladders(filesystem, home, subject, rater);
  const auto is_older = [](const DraftedLadder& a, const DraftedLadder& b) { return a.saved < b.saved; };
  if (!drafts.empty()) return std::max_element(drafts.begin(), drafts.end(), is_older)->ladder;
  const AssessmentFilter pair{std::nullopt, subject.name, rater.name, rater.role};
  FinishedFiles files(filesystem, home, pair);
  const auto latest = LatestFirst(files, pair).next();
  return latest ? std::optional(UsualLadder{latest->head.ladder_id, latest->reference}) : std::nullopt;
}

}  // namespace rung
