#pragma once

#include <rung/assessment/assessment.hpp>
#include <rung/ladder/ladder.hpp>
#include <rung/prompt/form.hpp>

namespace rung {

/// The marks of every form made here, as indices into Form::marks.
inline constexpr std::size_t not_applicable_mark = 0;
inline constexpr std::size_t no_opportunity_mark = 1;

/// Whether the last rating is shown after an answer and on request. Notes and evidence always are, on request.
enum class LastRating { shown, hidden };

/// What earlier assessments say. Paired as match_ladders does: by key, `from` on another ladder by text too.
struct Earlier {
  const Assessment* last = nullptr;  ///< the ratings, notes and evidence to remember; nullptr: none
  LastRating last_rating = LastRating::shown;
  Date today{};  ///< months of another year are given with it
  /// Whose ratings are suggested where the text and the scale are the same; nullptr: nobody's. On a ladder of another
  /// id, what is in other words there is shown with its rating, and what is not there is marked new.
  const Assessment* from = nullptr;
};

/// One question for each behavior, in ladder order; one section for each responsibility.
Form make_form(const Ladder& ladder, const Earlier& earlier = {});

/// How many questions have a suggestion.
int count_suggestions(const Form& form);

}  // namespace rung
