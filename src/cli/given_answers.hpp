#pragma once

#include <string>
#include <vector>

#include "options.hpp"
#include "scene.hpp"

#include <rung/assessment/answer_changes.hpp>
#include <rung/ladder/ladder.hpp>

namespace rung::cli {

/// Answers that come with the command instead of being asked for.
struct GivenAnswers {
  std::vector<std::string> files;     ///< of --answers; `-` is standard input
  std::vector<std::string> ratings;   ///< of --set, as KEY=VALUE
  std::vector<std::string> notes;     ///< of --note, as KEY=TEXT
  std::vector<std::string> evidence;  ///< of --evidence, as KEY=TEXT

  void declare(Options& options);
  [[nodiscard]] bool empty() const { return files.empty() && ratings.empty() && notes.empty() && evidence.empty(); }
};

/// What the files, the ratings, and the notes say, in this order. Throws DiagnosedError with the errors in all of them;
/// nothing has been written then. Evidence without a date is of the `usual` day.
AnswerChanges read_answers(const GivenAnswers& given, const Scene& scene, const Ladder& ladder, Date usual);

}  // namespace rung::cli
