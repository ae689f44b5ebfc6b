#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include <rung/assessment/assessment.hpp>
#include <rung/ladder/ladder.hpp>

namespace rung::fixtures {

inline Timestamp noon(int year, unsigned month, unsigned day) {
  const auto date = std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day);
  return {std::chrono::sys_days(date) + std::chrono::hours(12), std::chrono::minutes(0)};
}

inline Behavior behavior(const std::string& place, const std::string& id, std::string text) {
  Behavior one;
  one.id = id;
  one.key = place + "." + id;
  one.text = std::move(text);
  return one;
}

inline Scale four_points() {
  return {{{1, "Not yet", "I cannot name an example."},
           {2, "Sometimes", "I can name one or two."},
           {3, "Consistently", "This is how I work."},
           {4, "Beyond", "Others learn it from me."}}};
}

inline Pillar results() {
  return {"results",
          "Results",
          {},
          {{"impact",
            "Impact",
            {},
            {behavior("results.impact", "on-time",
                      "I deliver what my team set out to do, when we said we would, at a "
                      "quality bar that others can build on."),
             behavior("results.impact", "customers", "I can say what my work changed for the people who use it.")}},
           {"decisions",
            "Decision making",
            {},
            {behavior("results.decisions", "trade-offs",
                      "I name the trade-offs of a decision before I make it, and I write down why."),
             behavior("results.decisions", "reversible", "I decide reversible things quickly.")}}}};
}

inline Pillar talent() {
  return {"talent",
          "Talent",
          {},
          {{"growth",
            "Personal growth",
            {},
            {behavior("talent.growth", "feedback", "I ask for feedback and act on it."),
             behavior("talent.growth", "mentoring", "I help somebody with less experience to get better every week.")}},
           {"hiring", "Hiring", {}, {behavior("talent.hiring", "interviews", "I interview candidates fairly.")}}}};
}

inline Pillar craft() {
  return {"craft",
          "Craft",
          {},
          {{"operations",
            "Operational excellence",
            {},
            {behavior("craft.operations", "on-call", "I leave the on-call rotation calmer than I found it."),
             behavior("craft.operations", "rollback", "I can undo every change I ship.")}}}};
}

inline Ladder ladder() {
  Ladder one;
  one.id = "ic2-baker";
  one.title = "IC2 Baker";
  one.level = "IC2";
  one.version = "1";
  one.scale = four_points();
  one.target = 3;
  one.gates.floor = 2;
  one.pillars = {results(), talent(), craft()};
  return one;
}

inline Assessment assess(Ladder ladder, std::vector<Rating> ratings = {}) {
  auto one = start_assessment({std::move(ladder),
                               {"Kim Doe"},
                               {"Kim Doe", RaterRole::self},
                               "",
                               "51",
                               noon(2026, 3, 9),
                               std::chrono::year(2026) / 3 / 14});
  one.id = "2026-03-14-kim-doe";
  one.finished_at = noon(2026, 3, 14);
  for (std::size_t index = 0; index < ratings.size() && index < one.answers.size(); ++index) {
    one.answers[index].rating = ratings[index];
    one.answers[index].answered_at = noon(2026, 3, 14);
  }
  return one;
}

/// Every state, notes of one and of several lines, evidence with and without a date and a link.
inline Assessment typical() {
  auto one = assess(ladder(), {Rated{1}, Rated{3}, Rated{2}, Rated{4}, Rated{3}, Rated{2}, NoOpportunity{},
                               NotApplicable{"The bakery has no on-call rotation."}, Unrated{}});
  one.label = "Spring review";
  one.answers[0].note = "Slipped twice.\n\nThe second time for lack of a review; I noticed it a week too late.";
  one.answers[0].evidence = {{"Retrospective of the spring launch",
                              {"https://example.org/retro?id=7"},
                              std::chrono::year(2026) / std::chrono::March / std::chrono::day(2),
                              ""}};
  one.answers[2].note = "Two decision records, both after the fact.";
  one.answers[3].evidence = {{"Moved the ovens in an afternoon", {}, one.on, ""},
                             {"https://example.org/ovens", {"https://example.org/ovens"}, one.on, ""}};
  return one;
}

/// Long texts without a space to break at, two cells a character, in every field.
inline Assessment wide_characters() {
  auto wide = ladder();
  wide.title = "製パン技術者二級";
  wide.level = "二級";
  wide.scale.points[0].label = "まだできない";
  wide.scale.points[1].label = "ときどきできる";
  wide.scale.points[2].label = "いつもできる";
  wide.scale.points[3].label = "手本になる";
  wide.pillars[0].title = "成果と責任範囲";
  wide.pillars[0].responsibilities[0].title = "約束した期日と品質を守ること";
  wide.pillars[0].responsibilities[0].behaviors[0].text =
      "チームが約束したことを、約束した期日までに、ほかの人が安心してその上に積み重ねられる品質で届けている。";
  wide.pillars[0].responsibilities[0].behaviors[1].text = "我的工作给使用者带来了什么改变，我说得出来，也举得出例子。";
  wide.pillars[1].title = "人材育成";
  wide.pillars[2].title = "기술";
  wide.pillars[2].responsibilities[0].behaviors[1].text =
      "내가 배포한 모든 변경 사항을 언제든지 되돌릴 수 있으며 그 방법을 문서로 남긴다.";
  auto one = assess(std::move(wide), {Rated{1}, Rated{3}, Rated{2}, Rated{4}, Rated{3}, Rated{2}, NoOpportunity{},
                                      NotApplicable{"このパン屋には当番制度がないため、該当しない。"}, Unrated{}});
  one.label = "春の振り返り";
  one.rater.name = "山田花子";
  one.answers[0].note =
      "二回とも期日に遅れた。二回目は確認が足りなかったためで、気づいたのは一週間もたってからだった。\n次は早めに頼む"
      "。";
  one.answers[0].evidence = {{"春の発売の振り返り会議の記録",
                              {"https://example.org/retro?id=7"},
                              std::chrono::year(2026) / std::chrono::March / std::chrono::day(2),
                              ""}};
  return one;
}

inline Assessment all_rated(int value) { return assess(ladder(), std::vector<Rating>(9, Rated{value})); }

inline Assessment nothing_rated() {
  auto one = assess(ladder());
  one.finished_at.reset();
  return one;
}

inline Assessment nothing_applies() { return assess(ladder(), std::vector<Rating>(9, NotApplicable{"On leave."})); }

inline Assessment one_behavior(Rating rating) {
  auto small = ladder();
  small.pillars = {{"craft", "Craft", {}, {{"tests", "Tests", {}, {behavior("craft.tests", "first", "I test.")}}}}};
  return assess(std::move(small), {std::move(rating)});
}

/// Half a year before `typical`, with every kind of change in between.
inline Assessment earlier() {
  auto one =
      assess(ladder(), {Rated{2}, Rated{1}, Rated{2}, Unrated{}, Rated{3}, Rated{3}, Rated{2}, Rated{2}, Rated{3}});
  one.id = "2025-09-14-kim-doe";
  one.label = "Autumn review";
  one.started_at = one.finished_at.emplace(noon(2025, 9, 14));
  one.on = date_of(one.started_at);
  return one;
}

/// `typical` on a later version of the ladder: one behavior in other words, one new, one gone, another target.
inline Assessment on_reworded_ladder() {
  auto later = ladder();
  later.version = "2";
  later.target = 4;
  later.pillars[0].responsibilities[0].behaviors[0].text =
      "I deliver most of what my team set out to do, when we said we would, at a quality bar that anybody can build "
      "on.";
  later.pillars[1].responsibilities[1].behaviors = {
      behavior("talent.hiring", "onboarding", "I make the first week of a new colleague a good one.")};
  auto one = assess(std::move(later), {Rated{3}, Rated{3}, Rated{2}, Rated{4}, Rated{3}, Rated{2}, Rated{3},
                                       NotApplicable{"The bakery has no on-call rotation."}, Unrated{}});
  return one;
}

inline Assessment on_five_points() {
  auto later = ladder();
  later.scale.points.push_back({5, "Defining", "Others know it from me."});
  later.scale.points[1].label = "At times";
  return assess(std::move(later),
                {Rated{2}, Rated{3}, Rated{5}, Rated{4}, Unrated{}, Rated{3}, Rated{3}, Rated{3}, Rated{3}});
}

/// Long names and texts in a script without spaces.
inline Assessment in_japanese() {
  auto one = typical();
  auto& japanese = one.ladder;
  japanese.title = "パン職人のキャリアラダー（第二段階、地域の店舗で働く人のための長い題名）";
  japanese.scale.points[0].label = "まだできていない";
  japanese.scale.points[1].label = "ときどきできている";
  japanese.scale.points[2].label = "いつも安定してできている";
  japanese.scale.points[3].label = "他の人に教えられる";
  for (auto& pillar : japanese.pillars) {
    pillar.title = "成果と意思決定と地域社会への長期的な責任についての柱";
    for (auto& responsibility : pillar.responsibilities) {
      responsibility.title = "毎朝のパンを約束した時刻に約束した品質で届けるという責任";
      for (auto& behavior : responsibility.behaviors) {
        behavior.text =
            "私はチームが約束したことを、約束した時に、他の人がその上に積み上げることのできる品質で届けています。"
            "決定の前に利害得失を挙げ、その理由を書き残しています。";
      }
    }
  }
  one.answers[0].note = "二回遅れました。\n二回目は確認が足りなかったためで、気づいたのは一週間後でした。";
  return one;
}

/// As many pillars as asked, of one behavior each, with names that do not fit beside a drawing.
inline Assessment of_pillars(int count) {
  auto wide = ladder();
  wide.pillars.clear();
  std::vector<Rating> ratings;
  for (int index = 0; index < count; ++index) {
    const auto id = "p" + std::to_string(index);
    wide.pillars.push_back(
        {id,
         "Organizational responsibility and interdepartmental communication number " + std::to_string(index + 1),
         {},
         {{"r", "One", {}, {behavior(id + ".r", "one", "I do the work of " + id + ".")}}}});
    ratings.push_back(Rated{1 + index % 4});
  }
  return assess(std::move(wide), ratings);
}

}  // namespace rung::fixtures
