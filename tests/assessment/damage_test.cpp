#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string>

#include <rung/assessment/json.hpp>

#include "assessment/sample_ladder.hpp"
#include "catch.hpp"

using namespace rung;

namespace {

std::string sample() {
  Assessment assessment = make_assessment();
  assessment.finished_at = make_time("2026-03-14T10:00:00Z");
  assessment.answers[0].rating = Rated{2};
  assessment.answers[0].note = "Wärme, \"Salz\"\nund Mehl";
  assessment.answers[1].rating = NotApplicable{"no oven"};
  return to_json(assessment);
}

/// The results for the damaged copies of one text.
struct Tally {
  int tried = 0;
  int refused = 0;   ///< rejected with a place and a message
  int accepted = 0;  ///< read as another assessment, or the same
};

void try_reading(const std::string& damaged, Tally& tally) {
  ++tally.tried;
  const Parsed<Assessment> parsed = parse_assessment(damaged, "damaged.json");
  if (parsed) {
    ++tally.accepted;
    // Whatever was read must survive a round trip.
    CHECK(parse_assessment(to_json(*parsed.value), "again").value == parsed.value);
    return;
  }
  ++tally.refused;
  REQUIRE_FALSE(parsed.diagnostics.empty());
  CHECK_FALSE(parsed.diagnostics.front().message.empty());
}

/// Whether to measure the figures of docs/reliability.md, which takes longer.
bool wants_figures() { return std::getenv("RUNG_FIGURES") != nullptr; }

void print(const char* damage, const Tally& tally) {
  if (wants_figures())
    std::printf("damage  %-28s %7d tried %7d refused %5d read\n", damage, tally.tried, tally.refused, tally.accepted);
}

}  // namespace

TEST_CASE("an assessment cut off anywhere before its last brace is rejected", "[assessment]") {
  const std::string whole = sample();
  Tally tally;
  for (std::size_t size = 0; size + 2 <= whole.size(); ++size) {
    INFO("cut to " << size << " bytes");
    try_reading(whole.substr(0, size), tally);
  }
  CHECK(tally.accepted == 0);
  print("cut off at each byte", tally);
}

TEST_CASE("an assessment with any bit flipped is rejected, or read with that change", "[assessment]") {
  const std::string whole = sample();
  Tally tally;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (unsigned bit = 0; bit < 8; ++bit) {
      if (!wants_figures() && bit != at % 8) continue;
      std::string damaged = whole;
      damaged[at] = static_cast<char>(static_cast<unsigned char>(damaged[at]) ^ (1U << bit));
      INFO("bit " << bit << " of byte " << at);
      try_reading(damaged, tally);
    }
  }
  // A flipped bit in a text gives another text; names, ids, and numbers protect everything else.
  CHECK(tally.refused > tally.accepted);
  print("each bit of each byte turned", tally);
}

TEST_CASE("an assessment that became zeros, partly or completely, is rejected", "[assessment]") {
  const std::string whole = sample();
  Tally tally;
  try_reading(std::string(whole.size(), '\0'), tally);
  for (std::size_t from = 0; from < whole.size(); from += 7) {
    std::string damaged = whole;
    damaged.replace(from, std::string::npos, whole.size() - from, '\0');
    try_reading(damaged, tally);
  }
  CHECK(tally.accepted == 0);
  print("zeros from each 7th byte on", tally);
}
