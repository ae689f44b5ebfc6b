#pragma once

#include <cstddef>
#include <vector>

#include <rung/analysis/match.hpp>
#include <rung/interview/form.hpp>

namespace rung {

/// What earlier assessments say about the behaviors of a ladder. Points into `ladder` and the assessments of `earlier`.
class EarlierAnswers {
 public:
  EarlierAnswers(const Ladder& ladder, const Earlier& earlier);

  /// Adds to the question about behavior `number` (in ladder order) what `earlier.from` has: its rating as a suggestion
  /// when it is one of the same text on the same scale; on another ladder also its wording and rating where these
  /// differ, or that the behavior is new. Then what was answered last time: hints, and details to read.
  void add_to(Question& question, std::size_t number) const;

 private:
  void add_from(Question& question, const PairedAnswer& from) const;
  void add_last(Question& question, const PairedAnswer& last) const;

  const Ladder& ladder_;
  const Earlier& earlier_;
  std::vector<PairedAnswer> from_;  ///< one for each behavior; empty without `earlier.from`
  std::vector<PairedAnswer> last_;  ///< one for each behavior; empty without `earlier.last`
};

}  // namespace rung
