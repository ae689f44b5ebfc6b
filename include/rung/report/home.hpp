#pragma once

#include <optional>
#include <string>

#include <rung/analysis/gaps.hpp>
#include <rung/analysis/share.hpp>
#include <rung/assessment/assessment.hpp>

namespace rung {

/// A draft that can be resumed.
struct HomeDraft {
  std::string reference;
  std::string command;  ///< the command that resumes it
  std::string subject;
  std::string rater;
  Share answered;  ///< of the behaviors that it asks
  Date saved{};    ///< the day of its last answer
};

/// The result of the latest assessment.
struct HomeResult {
  std::string reference;
  std::string ladder_title;
  Date on{};
  Share at_target;
  int gates = 0;
  int gates_passed = 0;
};

/// The home screen that `rung` alone shows.
struct HomeReport {
  Date today{};
  std::string name;          ///< of the subject of the latest assessment, else of the draft, else of the person
  std::string ladder_title;  ///< of the draft, else of the latest assessment, else of the default ladder
  int behaviors = 0;         ///< of that ladder
  std::optional<HomeDraft> draft;
  std::optional<HomeResult> last;
  int entries = 0;         ///< of the log, since the latest assessment; all of them if there is none
  int untied_entries = 0;  ///< of those, tied to no behavior
  int unreadable_files = 0;
};

HomeDraft summarize_draft(const Assessment& draft, std::string reference, std::string command);
HomeResult summarize_result(const Gaps& gaps, std::string reference);

}  // namespace rung
