#pragma once

#include <optional>
#include <string>
#include <vector>

#include <rung/assessment/assessment.hpp>
#include <rung/ladder/ladder.hpp>

namespace rung {

struct ListedAssessment {
  std::string reference;  ///< what other commands take as REF
  std::string ladder_title;
  Rater rater;
  std::string label;
  Timestamp started_at;
  std::optional<Timestamp> finished_at;  ///< absent in a draft
  int answered = 0;                      ///< answers that are not unrated
  int behaviors = 0;
  std::string amends;  ///< the reference of the finished assessment that a draft corrects; empty for none
};

ListedAssessment summarize(const Assessment& assessment, std::string reference);

/// What is stored: finished assessments, latest first, and drafts.
struct AssessmentListing {
  std::vector<ListedAssessment> finished;
  std::vector<ListedAssessment> drafts;
};

struct ListedLadder {
  std::string id;
  std::string title;  ///< empty when the ladder has mistakes
  std::string level;
  std::string origin;  ///< `built-in`, or the path of the file
  int behaviors = 0;
  int mistakes = 0;              ///< diagnostics that keep it from being used
  bool is_own = false;           ///< among the user's own ladders
  bool shadows_builtin = false;  ///< stands in front of a built-in one of the same id
  bool is_ambiguous = false;     ///< another own file states the same id, so that it cannot be named by it
};

struct LadderListing {
  std::vector<ListedLadder> ladders;
};

/// A ladder to read.
struct LadderPage {
  Ladder ladder;
};

}  // namespace rung
