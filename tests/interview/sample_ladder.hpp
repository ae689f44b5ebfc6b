#pragma once

#include <chrono>

#include <rung/assessment/assessment.hpp>

inline rung::Ladder sample_ladder() {
  rung::Ladder ladder;
  ladder.id = "pastry";
  ladder.title = "Pastry cook";
  ladder.scale.points = {{1, "Not yet", "never"}, {2, "Sometimes", ""}, {3, "Consistently", ""}, {4, "Beyond", ""}};
  ladder.target = 3;
  ladder.gates.floor = 2;
  ladder.terms = {{"Starter", "flour and water that ferment"}, {"oven", "where it is hot"}};
  rung::Behavior starter{"starter", "baking.bread.starter", "I keep both starters alive.", {"Which ones died?"}, 2, {},
                         ""};
  rung::Behavior crust{"crust", "baking.bread.crust", "My bread has a crust.", {}, {}, {"baking.bread.skin"}, ""};
  rung::Behavior greet{"greet", "service.service.greet", "I greet every guest.", {}, {}, {}, ""};
  ladder.pillars = {{"baking", "Baking", "", {{"bread", "Bread", "", {starter, crust}}}},
                    {"service", "Service", "", {{"service", "Service", "", {greet}}}}};
  return ladder;
}

inline rung::Timestamp sample_time(int day) {
  using namespace std::chrono;
  return {sys_days(year{2026} / March / day) + hours(10), minutes(60)};
}

inline rung::Assessment sample_assessment() {
  return rung::start_assessment({sample_ladder(), {"sam"}, {"sam", rung::RaterRole::self}, "", "51", sample_time(1)});
}
