#pragma once

#include <string>
#include <utility>
#include <vector>

#include <rung/report/document.hpp>

namespace rung::fixtures {

/// A report by hand: 53 behaviors of six pillars with every element that pages have.
namespace by_hand {

inline const char* const verbs[] = {"Lead", "Plan", "Finish", "Simplify", "Share", "Review", "Measure"};
inline const char* const nouns[] = {"projects", "risks",     "goals",   "experiments",
                                    "feedback", "incidents", "designs", "roadmaps"};

struct Pillar {
  std::string title;
  std::string marks;  ///< one for each behavior, `*` behind those with evidence, a space between responsibilities
  std::string remark;
};

inline std::vector<Pillar> pillars() {
  return {{"Scope", "4*3* 3 3*33*", ""},    {"Results", "3*33*2 34*3 32*2", ""},
          {"Direction", "33 33* 23*", ""},  {"Talent", "232 n2* 332", "needs 5"},
          {"Culture", "3334 332 3*33", ""}, {"Craft", "333 33*2*3 334 333", ""}};
}

struct Behavior {
  std::string title;
  std::string id;
  std::string mark;
  Standpoint standpoint;
};

struct Responsibility {
  std::vector<Behavior> behaviors;
};

inline TargetSide side_of(char mark) {
  if (mark < '1' || mark > '4') return TargetSide::none;
  return mark < '3' ? TargetSide::below : mark == '3' ? TargetSide::at : TargetSide::above;
}

inline std::vector<Responsibility> responsibilities_of(std::size_t pillar) {
  std::vector<Responsibility> found(1);
  std::size_t number = 0;
  const std::string marks = pillars()[pillar].marks;
  for (const char mark : marks) {
    if (mark == ' ') {
      found.emplace_back();
    } else if (mark == '*') {
      found.back().behaviors.back().standpoint.has_evidence = true;
    } else {
      const std::string verb = verbs[(number + pillar) % std::size(verbs)];
      const std::string noun = nouns[(number + 2 * pillar) % std::size(nouns)];
      found.back().behaviors.push_back({verb + " " + noun,
                                        "pillar-" + std::to_string(pillar) + ".part-" + std::to_string(found.size()) +
                                            ".behavior-" + std::to_string(++number),
                                        std::string(1, mark),
                                        {side_of(mark), false}});
    }
  }
  return found;
}

template <class Visit>
void visit_behaviors(std::size_t pillar, Visit visit) {
  for (const Responsibility& responsibility : responsibilities_of(pillar))
    for (const Behavior& behavior : responsibility.behaviors) visit(behavior);
}

inline Share share_of(std::size_t pillar) {
  Share share;
  visit_behaviors(pillar, [&share](const Behavior& behavior) {
    if (behavior.standpoint.side == TargetSide::none) return;
    ++share.whole;
    if (behavior.standpoint.side != TargetSide::below) ++share.part;
  });
  return share;
}

inline Map map() {
  Map map{{"Pillar", "Behaviors", "At target"}, {}, {{"n not applicable", Tone::muted}}};
  for (std::size_t pillar = 0; pillar < pillars().size(); ++pillar) {
    MapRow row{pillars()[pillar].title, {}, share_of(pillar), 0.6, pillars()[pillar].remark};
    for (const Responsibility& responsibility : responsibilities_of(pillar)) {
      MapGroup group{"Part " + std::to_string(row.groups.size() + 1), {}};
      for (const Behavior& one : responsibility.behaviors)
        group.squares.push_back({one.mark, one.title + ": " + one.mark, one.standpoint, one.id});
      row.groups.push_back(std::move(group));
    }
    map.rows.push_back(std::move(row));
  }
  return map;
}

inline Item item_of(const Behavior& behavior) {
  Item item{{text(behavior.title)}};
  item.aside = {text(behavior.mark == "2" ? "2 → 3" : "")};
  item.body = {text("I do this for projects of my own and of my team, on time, and to a high standard of quality.")};
  if (behavior.standpoint.has_evidence) {
    item.notes = {{"Evidence",
                   {text("2026-03-14 Shipped the ranking refresh "),
                    {"https://example.com/14", Tone::plain, "https://example.com/14"}}}};
  }
  if (behavior.mark == "2") item.notes.push_back({"Note", {text("Slipped twice in spring; the plan was too coarse.")}});
  item.id = behavior.id;
  item.standpoint = behavior.standpoint;
  return item;
}

/// The behaviors that `belongs` accepts, under a heading for each pillar.
template <class Belongs>
void add_items(Document& document, Belongs belongs) {
  for (std::size_t pillar = 0; pillar < pillars().size(); ++pillar) {
    Items items;
    visit_behaviors(pillar, [&](const Behavior& behavior) {
      if (belongs(behavior)) items.items.push_back(item_of(behavior));
    });
    if (items.items.empty()) continue;
    document.push_back(heading(3, pillars()[pillar].title));
    document.push_back(std::move(items));
  }
}

inline Table answers() {
  Table table =
      table_of({{"Behavior"}, {"Rating"}, {"Before", Align::left, Presence::when_wide}, {"Evidence", Align::right}});
  for (std::size_t pillar = 0; pillar < pillars().size(); ++pillar) {
    table.rows.push_back({0, {cell(pillars()[pillar].title), cell(""), cell(""), cell("")}});
    visit_behaviors(pillar, [&table](const Behavior& behavior) {
      table.rows.push_back({1,
                            {Cell{{link_to(behavior.id, behavior.title)}}, cell(behavior.mark + " Consistently"),
                             cell("2 Sometimes"), cell(behavior.standpoint.has_evidence ? "1" : "", Tone::muted)},
                            {},
                            behavior.standpoint});
    });
  }
  return table;
}

inline Judgement judgement() {
  return {Tone::bad,
          {text("Two gates are short: Talent has 3 of 7 at target and needs 5; 11 of 42 ratings at target have "
                "evidence, and 21 are needed.",
                Tone::strong),
           text(" 42 of 52 at target (80%), up from 36 in May.")},
          {{"✗", "short", {text("Every pillar: Talent 3 of 7, needs 5")}, Tone::bad},
           {"✗", "short", {text("Shown 11 of 42, needs 21")}, Tone::bad},
           {"✓", "passed", {text("Coverage 100%, needs 90%")}, Tone::good},
           {"✓", "passed", {text("At target 80%, needs 80%")}, Tone::good},
           {"✓", "passed", {text("Nothing below 2")}, Tone::good}}};
}

}  // namespace by_hand

inline Document report_by_hand() {
  using namespace by_hand;
  Document document{
      Heading{1, {text("Ines · IC3 Machine Learning Engineer")}, {}, {text("self · 2026-11-16")}},
      judgement(),
      Contents{},
      map(),
      paragraph("A mirror, not a promotion checklist.", Tone::muted),
      heading(2, "What to do next", "next"),
      Steps{
          {{"Talent", {link_to("pillar-3.part-1.behavior-1", "Simplify feedback")}, "2 → 3", "never moved since 2025"},
           {"Talent", {link_to("pillar-3.part-1.behavior-3", "Review designs")}, "2 → 3", "never moved since 2025"},
           {"Scope", {text("Add evidence to your 31 claims")}, "", "21 are needed"}}},
      heading(2, "Gaps")};
  add_items(document, [](const Behavior& one) { return one.standpoint.side == TargetSide::below; });
  document.push_back(heading(2, "Shown"));
  add_items(document, [](const Behavior& one) {
    return one.standpoint.has_evidence && one.standpoint.side != TargetSide::below;
  });
  Fold claims{heading(2, "Claimed without evidence"), {}};
  add_items(claims.content, [](const Behavior& one) {
    return !one.standpoint.has_evidence && one.standpoint.side != TargetSide::below;
  });
  document.push_back(std::move(claims));
  document.push_back(Fold{heading(2, "Every answer"), {answers()}});
  return document;
}

inline Document changes_by_hand() {
  Dumbbells dumbbells{{"Pillar", "May", "November", "Moved"}};
  const int before[] = {5, 7, 6, 3, 8, 9};
  for (std::size_t pillar = 0; pillar < by_hand::pillars().size(); ++pillar) {
    const Share after = by_hand::share_of(pillar);
    dumbbells.rows.push_back({by_hand::pillars()[pillar].title,
                              {before[pillar], after.whole},
                              after,
                              0.6,
                              after.part == before[pillar] ? "" : "2 up, 1 down"});
  }
  return {Heading{1, {text("Ines · IC3 Machine Learning Engineer")}, {}, {text("2026-05-11 → 2026-11-16")}},
          Judgement{Tone::good, {text("6 more behaviors are at target: 36 → 42 of 52.")}}, heading(2, "By pillar"),
          dumbbells};
}

inline Document history_by_hand() {
  const std::vector<std::string> times{"2025-03-14", "2025-05-11", "2025-11-16", "2026-05-11", "2026-11-16"};
  Curves curves{times,
                {{"All pillars", {Share{30, 52}, Share{33, 52}, Share{34, 52}, Share{36, 52}, Share{42, 52}}, 0.8}},
                {0, 0.1, 0.4, 0.7, 1}};
  for (std::size_t pillar = 0; pillar < by_hand::pillars().size(); ++pillar) {
    const Share last = by_hand::share_of(pillar);
    curves.curves.push_back({by_hand::pillars()[pillar].title,
                             {Share{1, last.whole}, Share{2, last.whole}, std::nullopt, Share{2, last.whole}, last},
                             0.6});
  }
  Matrix matrix{"Behavior", times, {}, {{"n not applicable", Tone::muted}}};
  for (std::size_t pillar = 0; pillar < 2; ++pillar) {
    matrix.rows.push_back({by_hand::pillars()[pillar].title, {}, ""});
    by_hand::visit_behaviors(pillar, [&](const by_hand::Behavior& one) {
      MatrixRow row{one.title, {}, one.mark == "2" ? "never moved" : ""};
      for (std::size_t time = 0; time + 1 < times.size(); ++time)
        row.squares.push_back({"2", "2 Sometimes", {TargetSide::below, false}});
      row.squares.push_back({one.mark, one.mark, one.standpoint});
      matrix.rows.push_back(std::move(row));
    });
  }
  return {
      Heading{1, {text("Ines · IC3 Machine Learning Engineer")}, {}, {text("5 assessments, 2025-03-14 to 2026-11-16")}},
      heading(2, "At target"), curves, heading(2, "Behaviors"), matrix};
}

}  // namespace rung::fixtures
