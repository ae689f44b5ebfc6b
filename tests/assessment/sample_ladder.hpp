#pragma once

#include <string>

#include <rung/assessment/assessment.hpp>

namespace rung {

inline Behavior make_behavior(const std::string& place, const std::string& id, const std::string& text) {
  Behavior behavior;
  behavior.id = id;
  behavior.key = place + '.' + id;
  behavior.text = text;
  return behavior;
}

inline Scale make_scale() {
  return {{{1, "Not yet", "Never so far."}, {2, "Sometimes", ""}, {3, "Consistently", ""}, {4, "Beyond", ""}}};
}

/// Two pillars, three responsibilities, four behaviors; two of them share the suffix `on-time`.
inline Ladder make_ladder() {
  Ladder ladder;
  ladder.id = "ic3";
  ladder.title = "IC3 Engineer";
  ladder.version = "1";
  ladder.scale = make_scale();
  ladder.target = 3;
  ladder.gates.floor = 2;
  Behavior on_time = make_behavior("results.impact", "on-time", "I ship on time.");
  on_time.probes = {"What did you ship last?"};
  on_time.formerly = {"results.delivery.on-time"};
  Behavior quality = make_behavior("results.impact", "quality", "What I ship holds.");
  quality.target = 4;
  Behavior plans = make_behavior("results.planning", "on-time", "My plans hold.");
  Behavior mentoring = make_behavior("talent.growing", "mentoring", "Others learn from me.");
  ladder.pillars = {
      {"results",
       "Results",
       "",
       {{"impact", "Impact", "What comes out.", {on_time, quality}}, {"planning", "Planning", "", {plans}}}},
      {"talent", "Talent", "", {{"growing", "Growing", "", {mentoring}}}}};
  return ladder;
}

inline Timestamp make_time(const std::string& text) { return parse_timestamp(text).value(); }

inline Assessment make_assessment(Ladder ladder = make_ladder()) {
  return start_assessment({std::move(ladder),
                           {"Ann B. Smith"},
                           {"Ann B. Smith", RaterRole::self},
                           "spring",
                           "0123456789abcdef0123456789abcdef",
                           make_time("2026-03-14T09:26:53+01:00")});
}

inline void rate(Assessment& assessment, const std::string& behavior, Rating rating) {
  find_answer(assessment, behavior)->rating = std::move(rating);
}

/// The keys of its behaviors.
inline const std::string impact = "results.impact.on-time";
inline const std::string quality = "results.impact.quality";
inline const std::string planning = "results.planning.on-time";
inline const std::string mentoring = "talent.growing.mentoring";

}  // namespace rung
