#include <sstream>
#include <string>

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

}  // namespace

TEST_CASE("every count of a gap report stands with its denominator", "[report]") {
  const auto text = flat_text_of(make_gap_report(typical()));
  CHECK_THAT(text, ContainsSubstring("6 of 9 behaviors rated · 1 not applicable · 1 no opportunity · 1 unrated"));
  CHECK_THAT(text, ContainsSubstring("7 of 8 (87 %) answered, needs 8 · 1 of them without an opportunity · 1 n/a"));
}

TEST_CASE("a gate says whether it is passed, short or open, and for which ladder and level", "[report]") {
  const auto text = flat_text_of(make_gap_report(typical()));
  CHECK_THAT(text, ContainsSubstring("Gates of ic2-baker, level IC2: 2 of 7 passed, 5 short"));
  CHECK_THAT(text, ContainsSubstring("Results 2 of 4, needs 3; Talent 1 of 3, needs 2; Craft 0 of 1, needs 1 · 1 n/a"));
  for (const char* word : {"fail", "ready", "Ready", "✓", "✗"}) CHECK_THAT(text, !ContainsSubstring(word));
  CHECK_THAT(text_of(make_gap_report(all_rated(3))), ContainsSubstring("level IC2: 6 of 7 passed, 1 short"));
}

TEST_CASE("a gate without a basis has nothing to judge", "[report]") {
  const auto text = text_of(make_gap_report(nothing_applies()));
  CHECK_THAT(text, ContainsSubstring("nothing to judge"));
  CHECK_THAT(text, ContainsSubstring("0 of 7 passed, 1 short, 6 open"));
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
             ContainsSubstring("4 Beyond (as asked; the ladder says 3 Consistently)") &&
                 ContainsSubstring("What if the target were 4? Gates are not judged.") &&
                 !ContainsSubstring("Gates of"));
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
  CHECK(text.find("by pillar") == std::string::npos);
}

TEST_CASE("changed words are marked in a way that survives without colour", "[report]") {
  const Document document{Paragraph{{text("others", Tone::gone), text(" "), text("anybody", Tone::come)}}};
  CHECK_THAT(render(document, Format::text), ContainsSubstring("[-others-] {+anybody+}"));
  CHECK_THAT(render(document, Format::markdown), ContainsSubstring("~~others~~ **anybody**"));
  CHECK_THAT(fixtures::words_of(compose(make_change_report(earlier(), on_reworded_ladder()))),
             ContainsSubstring("[-others-] {+anybody+}"));
}
