#pragma once

#include <optional>
#include <string>
#include <vector>

#include <rung/assessment/assessment.hpp>
#include <rung/assessment/assessment_head.hpp>
#include <rung/ladder/ladder.hpp>

namespace rung {

struct ListedAssessment {
  std::string reference;  ///< what other commands accept as REF
  std::string ladder_title;
  Subject subject;
  Rater rater;
  std::string label;
  Date on{};  ///< the date judged
  Timestamp started_at;
  std::optional<Timestamp> finished_at;  ///< absent in a draft
  std::optional<int> answered;           ///< of the behaviors that it asks; absent if they were not counted
  std::optional<int> behaviors;          ///< that it asks
  std::optional<int> carried;  ///< of the answers, in a run that asked some behaviors only; absent if it asked all
  std::string amends;          ///< the reference of the finished assessment that a draft corrects; empty for none
};

/// The content of the head, without counts.
ListedAssessment summarize(const AssessmentHead& head, std::string reference);
ListedAssessment summarize(const Assessment& assessment, std::string reference);

/// How many answers were carried over from an earlier assessment.
int count_carried(const Assessment& assessment);

/// Whether a listing shows what is stored or what was removed.
enum class Listed { stored, removed };

/// Finished assessments, latest first, and drafts.
struct AssessmentListing {
  std::vector<ListedAssessment> finished;
  std::vector<ListedAssessment> drafts;
  Listed what = Listed::stored;
};

struct ListedLadder {
  std::string id;
  std::string title;  ///< empty if the ladder has errors
  std::string level;
  std::string origin;  ///< `built-in`, or the path of the file
  int behaviors = 0;
  int mistakes = 0;              ///< the number of errors
  bool is_own = false;           ///< among the user's own ladders
  bool shadows_builtin = false;  ///< takes precedence over a built-in one with the same id
  bool is_ambiguous = false;     ///< another own file has the same id, so the id is ambiguous
};

struct LadderListing {
  std::vector<ListedLadder> ladders;
};

/// A ladder to read.
struct LadderPage {
  Ladder ladder;
};

}  // namespace rung
