#pragma once

#include <string>
#include <vector>

#include <rung/report/report.hpp>

#include "fixtures.hpp"

namespace rung::fixtures {

struct Named {
  std::string name;
  Report report;
};

inline HealthReport unwell() {
  const std::string home = "/home/kim/the rung";
  const std::string kept = home + "/assessments/ic2-baker/2026-03-14-kim-doe.json";
  HealthReport report{home, 12, 2, 1, {}};
  report.findings.push_back({Ailment::damaged,
                             kept,
                             "it is not an assessment that Rung can read",
                             "a copy from before it was amended reads well: keep the damaged file elsewhere",
                             {"cp", kept + ".bak", kept},
                             {{kept, {14, 1}, 1, "this is not valid JSON: unexpected end of input", "", "", {}, {}}}});
  report.findings.push_back({Ailment::newer, home + "/drafts/ic2-baker-kim-doe.json", "a later Rung wrote it",
                             "update Rung; until then it is left as it is"});
  return report;
}

inline std::vector<Named> all_reports() {
  return {{"typical", make_gap_report(typical())},
          {"top_two", make_gap_report(typical(), {4, 2})},
          {"nothing_rated", make_gap_report(nothing_rated())},
          {"all_at_target", make_gap_report(all_rated(3))},
          {"nothing_applies", make_gap_report(nothing_applies())},
          {"one_behavior", make_gap_report(one_behavior(Rated{2}))},
          {"one_behavior_at_target", make_gap_report(one_behavior(Rated{3}))},
          {"wide_characters", make_gap_report(wide_characters())},
          {"changes", make_change_report(earlier(), typical())},
          {"changes_none", make_change_report(all_rated(3), all_rated(3))},
          {"changes_of_scale", make_change_report(earlier(), on_five_points())},
          {"changes_of_ladder", make_change_report(earlier(), on_reworded_ladder())},
          {"ladder_diff", LadderDiffReport{compare_ladders(typical().ladder, on_reworded_ladder().ladder)}},
          {"ladder_diff_of_scale", LadderDiffReport{compare_ladders(typical().ladder, on_five_points().ladder)}},
          {"next_level", NextLevelReport{judge_against(typical(), on_reworded_ladder().ladder)}},
          {"health", unwell()},
          {"health_well", HealthReport{"/home/kim/rung", 12, 1, 0, {}}}};
}

inline Ladder full_ladder() {
  auto one = ladder();
  one.track = "Baker";
  one.summary = "What is expected of a baker who works alone.";
  one.source = {"The bakery handbook", "https://example.org/handbook", "CC BY 4.0"};
  one.terms = {{"proof", "The rest of a dough before it is baked."}};
  auto& first = one.pillars[0].responsibilities[0].behaviors[0];
  first.probes = {"When was the last time it was late?", "Who noticed first?"};
  first.target = 4;
  first.source = "Handbook, page 12";
  return one;
}

inline HomeReport home() {
  HomeReport report;
  report.today = std::chrono::year(2026) / 9 / 20;
  report.name = "Kim Doe";
  report.ladder_title = "IC2 Baker";
  report.behaviors = 9;
  report.draft = summarize_draft(nothing_rated(), "drafts/ic2-baker/kim-doe", "rung assess");
  report.last = summarize_result(find_gaps(typical()), "ic2-baker/2026-03-14-kim-doe");
  report.entries = 14;
  report.untied_entries = 3;
  report.unreadable_files = 1;
  return report;
}

inline HomeReport home_at_first() {
  HomeReport report;
  report.today = std::chrono::year(2026) / 9 / 20;
  report.name = "Kim Doe";
  report.ladder_title = "IC2 Baker";
  report.behaviors = 9;
  return report;
}

inline std::vector<Named> all_listings() {
  auto draft = summarize(nothing_rated(), "draft:ic2-baker-kim-doe");
  draft.amends = "ic2-baker/2025-09-14-kim-doe";
  return {{"assessments", AssessmentListing{{summarize(head_of(typical()), "ic2-baker/2026-03-14-kim-doe"),
                                             summarize(head_of(earlier()), "ic2-baker/2025-09-14-kim-doe")},
                                            {std::move(draft)}}},
          {"no_assessments", AssessmentListing{}},
          {"ladders", LadderListing{{{"ic2-baker", "IC2 Baker", "IC2", "built-in", 9, 0},
                                     {"broken", "", "", "/home/kim/ladders/broken.yaml", 0, 2}}}},
          {"ladder", LadderPage{full_ladder()}},
          {"home", home()},
          {"home_at_first", home_at_first()}};
}

}  // namespace rung::fixtures
