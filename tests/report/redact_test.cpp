#include <string>

#include <rung/report/render.hpp>

#include "catch.hpp"
#include "sample_reports.hpp"

using namespace rung;
using namespace rung::fixtures;

namespace {

constexpr const char* secret = "SECRET";

// Every note, piece of evidence and reason says so.
Assessment confide(Assessment assessment) {
  for (auto& answer : assessment.answers) {
    answer.note = secret;
    answer.evidence = {{secret, {std::string("https://example.org/") + secret}, std::chrono::year(2026) / 3 / 14, ""}};
    if (auto* excused = std::get_if<NotApplicable>(&answer.rating)) excused->reason = secret;
  }
  return assessment;
}

std::vector<Report> confided() {
  return {make_gap_report(confide(typical())),
          make_gap_report(confide(nothing_applies())),
          make_change_report(confide(earlier()), confide(typical())),
          make_change_report(confide(earlier()), confide(on_five_points())),
          make_change_report(confide(earlier()), confide(on_reworded_ladder())),
          make_change_report(confide(typical()), confide(typical()))};
}

}  // namespace

TEST_CASE("a redacted report holds no note, evidence or reason in any format", "[report]") {
  for (const auto format : {Format::text, Format::markdown, Format::html, Format::json, Format::csv}) {
    bool was_there = false;
    for (const auto& report : confided()) {
      was_there = was_there || render(report, format).find(secret) != std::string::npos;
      CHECK(render(redact(report), format).find(secret) == std::string::npos);
    }
    CHECK(was_there);
  }
}

TEST_CASE("a redacted report says what was left out", "[report]") {
  for (const auto& report : confided()) {
    CHECK_THAT(render(redact(report), Format::text), ContainsSubstring("notes, evidence"));
    CHECK_THAT(render(redact(report), Format::markdown), ContainsSubstring("notes, evidence, and reasons"));
    CHECK_THAT(render(redact(report), Format::json), ContainsSubstring("\"redacted\": true"));
    CHECK_THAT(render(report, Format::json), ContainsSubstring("\"redacted\": false"));
    CHECK(render(report, Format::text).find("Left out") == std::string::npos);
  }
}

TEST_CASE("what was judged from notes stays when they are left out", "[report]") {
  const Report redacted = redact(make_gap_report(typical()));
  const auto full = make_gap_report(typical());
  const auto& gaps = std::get<GapReport>(redacted).gaps;
  CHECK(gaps.claimed == full.gaps.claimed);
  CHECK(gaps.overall == full.gaps.overall);
  CHECK(std::get<GapReport>(redacted).readiness == full.readiness);
}

TEST_CASE("a behavior that does not apply has no line for its reason when that was left out", "[report]") {
  const auto text = render(redact(make_gap_report(typical())), Format::text);
  CHECK_THAT(text, ContainsSubstring("Not applicable: 1 behavior"));
  CHECK(text.find("Reason") == std::string::npos);
}

TEST_CASE("redacting leaves a listing as it is", "[report]") {
  for (const auto& [name, report] : all_listings()) {
    INFO(name);
    CHECK(render(redact(report), Format::json) == render(report, Format::json));
  }
}
