#include <string>

#include <rung/report/render.hpp>

#include "catch.hpp"
#include "fixtures.hpp"

using namespace rung;
using namespace rung::fixtures;

namespace {

std::string text_of(const Report& report) { return render(report, Format::text, {100, {}}); }

}  // namespace

TEST_CASE("every count of a gap report stands with its denominator", "[report]") {
  const auto text = text_of(make_gap_report(typical()));
  CHECK_THAT(text, ContainsSubstring("6 of 9 behaviors rated · 1 not applicable · 1 no opportunity · 1 unrated"));
  CHECK_THAT(text, ContainsSubstring("6 of 8 (75 %), needs 90 %"));
}

TEST_CASE("a gate that fails says so in words", "[report]") {
  CHECK_THAT(text_of(make_gap_report(typical())), ContainsSubstring("✗ failed"));
  CHECK_THAT(text_of(make_gap_report(all_rated(3))), ContainsSubstring("Readiness: 4 of 4 gates passed"));
}

TEST_CASE("a gate without a basis has nothing to judge", "[report]") {
  const auto text = text_of(make_gap_report(nothing_applies()));
  CHECK_THAT(text, ContainsSubstring("nothing to judge"));
  CHECK_THAT(text, ContainsSubstring("Readiness: 0 of 4 gates passed"));
}

TEST_CASE("a draft is called one", "[report]") {
  CHECK_THAT(text_of(make_gap_report(nothing_rated())), ContainsSubstring("draft, started 2026-03-09"));
}

TEST_CASE("a report of one behavior has no plural where there is one", "[report]") {
  const auto text = text_of(make_gap_report(one_behavior(Rated{2})));
  CHECK_THAT(text, ContainsSubstring("1 of 1 behavior rated"));
  CHECK(text.find("1 behaviors") == std::string::npos);
}

TEST_CASE("listing only the first gaps counts the others", "[report]") {
  CHECK_THAT(text_of(make_gap_report(typical(), {{}, 1})), ContainsSubstring("and 3 more"));
  CHECK_THAT(text_of(make_gap_report(typical(), {{}, 0})), ContainsSubstring("4 gaps not listed"));
  CHECK(text_of(make_gap_report(typical(), {{}, 9})).find("more.") == std::string::npos);
}

TEST_CASE("another target than the ladder's is named beside it", "[report]") {
  CHECK_THAT(text_of(make_gap_report(typical(), {4, {}})),
             ContainsSubstring("4 Beyond (as asked; the ladder says 3 Consistently)"));
}

TEST_CASE("a missing opportunity is tagged, not called a low rating", "[report]") {
  CHECK_THAT(text_of(make_gap_report(typical())), ContainsSubstring("[needs opportunity]"));
}

TEST_CASE("an assessment compared with itself has no changes", "[report]") {
  CHECK_THAT(text_of(make_change_report(typical(), typical())), ContainsSubstring("No rating changed"));
}

TEST_CASE("across different scales nothing is subtracted", "[report]") {
  const auto text = text_of(make_change_report(earlier(), on_five_points()));
  CHECK_THAT(text, ContainsSubstring("nothing is subtracted"));
  CHECK(text.find("Improved") == std::string::npos);
  CHECK(text.find("Net points") == std::string::npos);
}

TEST_CASE("changed words are marked in a way that survives without colour", "[report]") {
  const Report report = make_change_report(earlier(), on_reworded_ladder());
  CHECK_THAT(text_of(report), ContainsSubstring("[-others-] {+anybody+}"));
  CHECK_THAT(render(report, Format::markdown), ContainsSubstring("~~others~~ **anybody**"));
}
