#include <sstream>
#include <string>

#include <fmt/format.h>

#include <rung/report/compose.hpp>
#include <rung/report/render.hpp>

#include "catch.hpp"
#include "document_words.hpp"
#include "fixtures.hpp"

using namespace rung;
using namespace rung::fixtures;

namespace {

std::string text_of(const Report& report) { return render(report, Format::text, {100, {}}); }

// White space as single spaces, so that a sentence is found however it was wrapped.
std::string flat_text_of(const Report& report) {
  std::istringstream words(text_of(report));
  std::string flat;
  for (std::string word; words >> word;) flat += (flat.empty() ? "" : " ") + word;
  return flat;
}

GapReport top_of(int top) {
  return make_gap_report(typical(), {.target = {}, .top = top, .earlier = {}, .arguments = {}});
}

}  // namespace

TEST_CASE("every count of a gap report stands with its denominator", "[report]") {
  const auto text = flat_text_of(make_gap_report(typical()));
  CHECK_THAT(text, ContainsSubstring("6 of 9 rated, 1 not applicable, 1 no opportunity, 1 unrated"));
  CHECK_THAT(text, ContainsSubstring("Coverage 7 of 8 (needs 8)"));
}

TEST_CASE("a gate says whether it is passed, short or open, and no word calls anybody ready", "[report]") {
  const auto text = flat_text_of(make_gap_report(typical()));
  CHECK_THAT(text, ContainsSubstring("Five gates are short") &&
                       ContainsSubstring("✓ Not applicable 1 of 9 (at most 1)") &&
                       ContainsSubstring("✗ Every pillar 0 of 3"));
  for (const char* word : {"fail", "ready", "Ready", "strength"}) CHECK_THAT(text, !ContainsSubstring(word));
  CHECK_THAT(flat_text_of(make_gap_report(all_rated(3))), ContainsSubstring("One gate is short"));
}

TEST_CASE("a gate without a basis has nothing to judge", "[report]") {
  const auto text = flat_text_of(make_gap_report(nothing_applies()));
  CHECK_THAT(text,
             ContainsSubstring("Nothing else can be judged.") && ContainsSubstring("– Coverage nothing to judge"));
}

TEST_CASE("a draft is called one", "[report]") {
  CHECK_THAT(text_of(make_gap_report(nothing_rated())), ContainsSubstring("draft, started 2026-03-09"));
}

TEST_CASE("a report of one behavior has no plural where there is one", "[report]") {
  const auto text = text_of(make_gap_report(one_behavior(Rated{2})));
  CHECK_THAT(text, ContainsSubstring("1 of 1 rated"));
  CHECK(text.find("1 behaviors") == std::string::npos);
}

TEST_CASE("listing only the first gaps counts the others", "[report]") {
  CHECK_THAT(text_of(top_of(1)), ContainsSubstring("and 3 more"));
  CHECK_THAT(text_of(top_of(0)), ContainsSubstring("4 not listed."));
  CHECK(text_of(top_of(9)).find("more.") == std::string::npos);
}

TEST_CASE("another target than the ladder's is named beside it", "[report]") {
  CHECK_THAT(flat_text_of(make_gap_report(typical(), {.target = 4, .top = {}, .earlier = {}, .arguments = {}})),
             ContainsSubstring("target 4 Beyond (the ladder says 3 Consistently)") &&
                 ContainsSubstring("What if the target were 4 Beyond?") && ContainsSubstring("No gate is judged.") &&
                 !ContainsSubstring("short"));
}

TEST_CASE("a missing opportunity is tagged, not called a low rating", "[report]") {
  CHECK_THAT(text_of(make_gap_report(typical())), ContainsSubstring("[needs an opportunity]"));
}

TEST_CASE("an assessment compared with itself has no changes", "[report]") {
  CHECK_THAT(text_of(make_change_report(typical(), typical())), ContainsSubstring("No rating changed"));
}

TEST_CASE("across different scales nothing is subtracted", "[report]") {
  const auto text = text_of(make_change_report(earlier(), on_five_points()));
  CHECK_THAT(text, ContainsSubstring("nothing is subtracted"));
  CHECK(text.find("Improved") == std::string::npos);
  CHECK(text.find("by pillar") == std::string::npos);
}

TEST_CASE("changed words are marked in a way that survives without color", "[report]") {
  const Document document{Paragraph{{text("others", Tone::gone), text(" "), text("anybody", Tone::come)}}};
  CHECK_THAT(render(document, Format::text), ContainsSubstring("[-others-] {+anybody+}"));
  CHECK_THAT(render(document, Format::markdown), ContainsSubstring("~~others~~ **anybody**"));
  CHECK_THAT(fixtures::words_of(compose(make_change_report(earlier(), on_reworded_ladder()))),
             ContainsSubstring("[-others-] {+anybody+}"));
}

TEST_CASE("what does not apply is in no share of what is shown against another ladder", "[report]") {
  Assessment assessment = all_rated(3);
  assessment.answers[0].rating = NotApplicable{"On leave."};
  const auto next = NextLevelReport{judge_against(assessment, assessment.ladder)};
  const int applicable = next.next.pillars[0].comparable() - 1;
  CHECK_THAT(words_of(compose(next)), ContainsSubstring(fmt::format("| 0 of {} |", applicable)));
}

TEST_CASE("where every gate is passed, what comes next is the next level", "[report]") {
  Assessment assessment = all_rated(3);
  for (Answer& answer : assessment.answers) answer.evidence = {{"Done", {}, assessment.on, ""}};
  CHECK_THAT(words_of(compose(make_gap_report(assessment), Extent::screen)), !ContainsSubstring("# Next"));
  assessment.ladder.neighbors.above = "ic3-baker";
  for (const Extent extent : {Extent::screen, Extent::full})
    CHECK_THAT(words_of(compose(make_gap_report(assessment), extent)),
               ContainsSubstring("See what the next level asks: rung report --against ic3-baker"));
  assessment.answers[0].rating = Rated{1};
  CHECK_THAT(words_of(compose(make_gap_report(assessment), Extent::full)), !ContainsSubstring("--against"));
}

TEST_CASE("a reason that several behaviors have stands once, above them", "[report]") {
  Assessment assessment = all_rated(3);
  for (const std::size_t index : {0U, 2U}) assessment.answers[index].rating = NotApplicable{"No oven here."};
  assessment.answers[1].rating = NotApplicable{"On leave."};
  const std::string text = text_of(make_gap_report(assessment));
  const std::string list = text.substr(text.find("Not applicable: 3 behaviors"));
  CHECK_THAT(list, ContainsSubstring("No oven here. · 2 behaviors"));
  CHECK(list.find("No oven here.") == list.rfind("No oven here.", list.find("Every answer")));
  CHECK_THAT(list, ContainsSubstring("(On leave.)"));
}
