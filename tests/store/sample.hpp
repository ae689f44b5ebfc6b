#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include <rung/assessment/assessment.hpp>
#include <rung/store/assessments.hpp>
#include <rung/store/draft_session.hpp>

namespace rung {

/// A moment on 14 March 2026, `minutes` after 09:00 UTC.
inline Timestamp sample_time(int minutes) {
  using namespace std::chrono;
  return {sys_days(year{2026} / 3 / 14) + hours{9} + std::chrono::minutes{minutes}, std::chrono::minutes{0}};
}

inline Ladder sample_ladder(const std::string& id = "ic3-mle") {
  Ladder ladder;
  ladder.id = id;
  ladder.title = "A ladder";
  ladder.version = "1";
  ladder.scale.points = {{1, "Not yet", ""}, {2, "Sometimes", ""}, {3, "Consistently", ""}};
  ladder.target = 3;
  ladder.gates.floor = 2;
  Behavior behavior;
  behavior.id = "on-time";
  behavior.key = "results.impact.on-time";
  behavior.text = "I ship on time.";
  Responsibility responsibility;
  responsibility.id = "impact";
  responsibility.title = "Impact";
  responsibility.behaviors = {behavior};
  Pillar pillar;
  pillar.id = "results";
  pillar.title = "Results";
  pillar.responsibilities = {responsibility};
  ladder.pillars = {pillar};
  return ladder;
}

/// Whose `sample_draft` is.
inline DraftOwner sample_owner(const std::string& rater = "Ann", const std::string& ladder = "ic3-mle") {
  return {ladder, {rater}, {rater, RaterRole::self}};
}

/// A draft begun at 09:00 whose one answer carries `note`.
inline Assessment sample_draft(const std::string& note, const std::string& rater = "Ann",
                               const std::string& ladder = "ic3-mle") {
  Assessment assessment;
  assessment.id = "2026-03-14-ann";
  assessment.ladder = sample_ladder(ladder);
  assessment.sitting = "51";
  assessment.subject = {rater};
  assessment.rater = {rater, RaterRole::self};
  assessment.on = date_of(sample_time(0));
  assessment.started_at = sample_time(0);
  Answer answer;
  answer.behavior = "results.impact.on-time";
  answer.rating = Rated{2};
  answer.note = note;
  answer.answered_at = sample_time(1);
  assessment.answers = {answer};
  return assessment;
}

/// The draft that corrects `sample_finished`.
inline Assessment sample_amendment(const std::string& note) {
  Assessment draft = sample_draft(note);
  draft.amends = draft.sitting;
  return draft;
}

inline Assessment sample_finished(const std::string& note, int minutes, const std::string& rater = "Ann",
                                  const std::string& ladder = "ic3-mle") {
  Assessment assessment = sample_draft(note, rater, ladder);
  assessment.finished_at = sample_time(minutes);
  return assessment;
}

/// Everything that is stored.
struct AssessmentList {
  std::vector<StoredAssessment> finished;
  std::vector<StoredAssessment> drafts;
  std::vector<UnreadableFile> unreadable;
};

inline AssessmentList list_assessments(Filesystem& filesystem, const Home& home) {
  AssessmentList list;
  list.unreadable = visit_finished(filesystem, home, {},
                                   {[&](StoredAssessment stored) { list.finished.push_back(std::move(stored)); }});
  DraftList drafts = list_drafts(filesystem, home);
  list.drafts = std::move(drafts.drafts);
  list.unreadable.insert(list.unreadable.end(), drafts.unreadable.begin(), drafts.unreadable.end());
  return list;
}

}  // namespace rung
