#include <rung/analysis/log_offers.hpp>

#include <string>
#include <vector>

#include <rung/analysis/log_status.hpp>
#include <rung/ladder/parse.hpp>

#include "catch.hpp"

using namespace rung;

namespace {

constexpr std::string_view yaml = R"(
format: rung-ladder/1
id: tiny
title: Tiny
pillars:
  - id: results
    title: Results
    responsibilities:
      - id: impact
        title: Impact
        behaviors:
          - {id: failures, title: Own failures, text: I learn from failures., hints: [postmortem, outage]}
          - {id: mentoring, title: Mentor, text: I mentor teammates., formerly: [results.impact.coaching], hints: [mentor]}
)";

Ladder tiny() { return *parse_ladder(yaml, "tiny.yaml").value; }

/// The same behaviors at another level, one of them under another key.
Ladder tiny_above() {
  Ladder ladder = tiny();
  ladder.id = "tiny-2";
  Behavior& failures = ladder.pillars[0].responsibilities[0].behaviors[0];
  failures.id = "own-failures";
  failures.key = "results.impact.own-failures";
  return ladder;
}

Entry make_entry(const std::string& id, const std::string& on, const std::string& text, std::vector<Tie> ties = {}) {
  Entry entry;
  entry.id = id;
  entry.at = *parse_timestamp("2026-03-14T09:26:53Z");
  entry.on = *parse_date(on);
  entry.text = text;
  entry.behaviors = std::move(ties);
  return entry;
}

Assessment draft_of(const Ladder& ladder) {
  return start_assessment({ladder, {"Ann"}, {"Ann"}, "", "sitting", *parse_timestamp("2026-06-01T09:00:00Z")});
}

using Indices = std::vector<std::size_t>;

}  // namespace

TEST_CASE("a tie follows its behavior by key, former key, and level", "[analysis]") {
  const Ladder ladder = tiny();
  const TieFinder ties(ladder, std::vector{tiny_above()});
  CHECK(ties.find({"tiny", "results.impact.failures"}) == std::size_t{0});
  CHECK(ties.find({"tiny", "results.impact.coaching"}) == std::size_t{1});
  CHECK(ties.find({"tiny-2", "results.impact.own-failures"}) == std::size_t{0});
  CHECK(ties.find({"gone", "results.impact.mentoring"}) == std::size_t{1});
  CHECK_FALSE(ties.find({"tiny", "results.impact.nothing"}));
}

TEST_CASE("a behavior is offered what is tied to it, then what fits, the latest first", "[analysis]") {
  const Ladder ladder = tiny();
  const std::vector<Entry> entries{
      make_entry("aaaa", "2024-03-01", "postmortem of long ago", {{"tiny", "results.impact.failures"}}),
      make_entry("bbbb", "2026-01-05", "postmortem for the outage"),
      make_entry("cccc", "2026-02-05", "chat with Leo", {{"tiny", "results.impact.failures"}}),
      make_entry("dddd", "2026-03-05", "wrote a postmortem"),
  };
  const TieFinder ties(ladder, {});
  const BehaviorFinder finder(ladder, list_tied_texts(entries, ties));
  Assessment draft = draft_of(ladder);
  auto offers = offer_entries(draft, entries, ties, finder, std::nullopt);
  REQUIRE(offers.size() == 2);
  CHECK(offers[0].tied == Indices{2});
  CHECK(offers[0].fitting == Indices{3, 1});
  CHECK(offers[1].tied.empty());

  draft.answers[0].evidence = {to_evidence(entries[2])};
  offers = offer_entries(draft, entries, ties, finder, parse_date("2026-02-28"));
  CHECK(offers[0].tied.empty());
  CHECK(offers[0].fitting == Indices{3});
}

TEST_CASE("behaviors with new ties are worth asking until the entry is attached", "[analysis]") {
  const Ladder ladder = tiny();
  const TieFinder ties(ladder, {});
  const Timestamp before = *parse_timestamp("2026-01-01T00:00:00Z");
  const Timestamp after = *parse_timestamp("2026-05-01T00:00:00Z");
  const std::vector<Entry> entries{
      make_entry("aaaa", "2026-03-01", "some text", {{"tiny", "results.impact.mentoring"}})};
  std::vector<std::optional<Answer>> earlier(2);
  CHECK(list_newly_tied(ladder, entries, ties, before, earlier) ==
        std::vector<std::string>{"results.impact.mentoring"});
  CHECK(list_newly_tied(ladder, entries, ties, after, earlier).empty());
  earlier[1].emplace().evidence = {to_evidence(entries[0])};
  CHECK(list_newly_tied(ladder, entries, ties, before, earlier).empty());
}

TEST_CASE("the status counts what the log has since the last assessment", "[analysis]") {
  Assessment last = draft_of(tiny());
  last.on = *parse_date("2026-01-31");
  last.answers[0].rating = Rated{last.ladder.target};
  last.answers[1].rating = Rated{last.ladder.target};
  last.answers[1].evidence = {{"did it", {}, *parse_date("2026-01-01"), ""}};
  std::vector<Entry> entries{make_entry("aaaa", "2026-01-05", "before"), make_entry("bbbb", "2026-02-05", "after"),
                             make_entry("cccc", "2026-03-05", "tied", {{"tiny", "results.impact.failures"}}),
                             make_entry("dddd", "2026-04-05", "removed")};
  entries.back().state = EntryState::removed;
  const LogStatus status = judge_log(entries, last);
  CHECK(status.entries == 3);
  CHECK(status.since_assessment == 2);
  CHECK(status.in_inbox == 2);
  CHECK(status.inbox_since_assessment == 1);
  CHECK(status.last_entry == parse_date("2026-03-05"));
  CHECK(status.claimed_by_pillar == std::vector<int>{1});
  CHECK(count_quiet_days(status, *parse_date("2026-03-15")) == 10);
  CHECK_FALSE(count_quiet_days(judge_log({}, std::nullopt), *parse_date("2026-03-15")));
}
