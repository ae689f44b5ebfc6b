#pragma once

#include <vector>

#include <rung/assessment/assessment.hpp>
#include <rung/prompt/state.hpp>

namespace rung::cli {

/// What the review before finishing names: the rating patterns of the draft, each under a capital letter, and its
/// ratings at target without evidence that counts, under v. `previous` as in find_patterns.
std::vector<SecondLook> list_second_looks(const Assessment& draft, const Assessment* previous);

}  // namespace rung::cli
