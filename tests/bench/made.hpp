#pragma once

#include <random>

#include <rung/assessment/assessment.hpp>
#include <rung/ladder/ladder.hpp>

namespace bench {

/// A ladder of six pillars and `behaviors` behaviors, three in each responsibility (the last ones may have fewer), with
/// texts as long as those of the built-in ladders, all different. At least six behaviors.
rung::Ladder make_ladder(int behaviors);

/// Most behaviors rated, a third of them with a note, a tenth with evidence, as in an assessment that took an hour.
void answer(rung::Assessment& assessment, std::mt19937& random);

/// A finished assessment of `ladder` by kim.
rung::Assessment make_assessment(const rung::Ladder& ladder, unsigned seed);

}  // namespace bench
