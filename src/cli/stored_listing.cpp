#include "stored_listing.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <rung/store/assessments.hpp>

#include "messages.hpp"

namespace rung::cli {
namespace {

/// A draft and the sitting that it corrects.
struct Amending {
  const Assessment& draft;
  std::string reference;  ///< of the finished assessment; empty: none was met yet
  bool has_own_id = false;
};

/// Of several assessments of one sitting, a draft corrects the one with its own id.
void note_amended(std::vector<Amending>& amending, const StoredHead& stored) {
  for (Amending& one : amending) {
    const std::string& sitting = one.draft.amends.empty() ? one.draft.sitting : one.draft.amends;
    if (one.has_own_id || stored.head.sitting != sitting) continue;
    one.reference = stored.reference;
    one.has_own_id = stored.id == one.draft.id;
  }
}

}  // namespace

ExitCode deliver_listing(const Scene& scene, Listed what, const OutputOptions& output) {
  // What was removed stands in the same tree.
  const Home home = what == Listed::removed ? Home{scene.home.removed()} : scene.home;
  const DraftList drafts = list_drafts(scene.ports.files, home);
  std::vector<Amending> amending;
  for (const StoredAssessment& stored : drafts.drafts) amending.push_back({stored.assessment, {}});
  std::vector<StoredHead> finished;
  std::vector<UnreadableFile> unreadable = visit_heads(scene.ports.files, home, {}, [&](StoredHead stored) {
    note_amended(amending, stored);
    finished.push_back(std::move(stored));
  });
  std::sort(finished.begin(), finished.end(),
            [](const StoredHead& a, const StoredHead& b) { return is_earlier(b.head, a.head); });
  AssessmentListing listing;
  listing.what = what;
  for (StoredHead& stored : finished) listing.finished.push_back(summarize(stored.head, std::move(stored.reference)));
  for (std::size_t index = 0; index < drafts.drafts.size(); ++index) {
    const StoredAssessment& stored = drafts.drafts[index];
    listing.drafts.push_back(summarize(stored.assessment, stored.reference));
    listing.drafts.back().amends = amending[index].reference;
  }
  unreadable.insert(unreadable.end(), drafts.unreadable.begin(), drafts.unreadable.end());
  warn_unreadable(scene, unreadable);
  deliver(scene, std::move(listing), output);
  return unreadable.empty() ? ExitCode::success : ExitCode::bad_input;
}

}  // namespace rung::cli
