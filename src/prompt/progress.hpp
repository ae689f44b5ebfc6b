#pragma once

#include <string>
#include <vector>

#include <rung/prompt/form.hpp>
#include <rung/prompt/state.hpp>

namespace rung {

/// How far the questions under one outermost part of the breadcrumbs are.
struct PartProgress {
  std::string name;
  std::size_t first = 0;      ///< its first question
  std::size_t questions = 0;  ///< at least 1
  std::size_t answered = 0;
  std::size_t counted = 0;  ///< questions with a goal, without those whose mark does not count
  std::size_t reached = 0;  ///< of the counted, answered with their goal or more
};

/// The parts in the order of the form.
std::vector<PartProgress> list_parts(const Form& form, const State& state);

/// Such as `8 of 10 at target`; empty when the form names no goal or nothing counts.
std::string describe_reached(const Form& form, const PartProgress& part);

/// The unrated questions that come up by themselves.
int count_to_go(const Form& form, const State& state);

}  // namespace rung
