#include <rung/log/typed_entry.hpp>

#include <string>
#include <vector>

#include "catch.hpp"

using namespace rung;

namespace {

// A Wednesday.
const Date some_day = *parse_date("2026-03-18");

std::string read_as(std::string_view line) {
  const TypedEntryResult result = read_typed_entry(line, {some_day, std::nullopt, false});
  if (!result.entry) return result.problem.message;
  std::string text = format_date(result.entry->on).append(" ").append(result.entry->text);
  for (const std::string& link : result.entry->links) text.append(" <").append(link).append(">");
  return text;
}

}  // namespace

TEST_CASE("a line may begin with its day", "[log]") {
  CHECK(read_as("Led the review") == "2026-03-18 Led the review");
  CHECK(read_as("2026-01-09 Led the review") == "2026-01-09 Led the review");
  CHECK(read_as("2026-01-09: Led the review") == "2026-01-09 Led the review");
  CHECK(read_as("today Led the review") == "2026-03-18 Led the review");
  CHECK(read_as("yesterday: Led the review") == "2026-03-17 Led the review");
  CHECK(read_as("mon demo") == "2026-03-16 demo");
  CHECK(read_as("Wed: demo") == "2026-03-18 demo");
  CHECK(read_as("Thursday demo") == "2026-03-12 demo");
  CHECK(read_as("3 days ago demo") == "2026-03-15 demo");
  CHECK(read_as("a week ago demo") == "2026-03-11 demo");
  CHECK(read_as("2 weeks ago: demo") == "2026-03-04 demo");
  CHECK(read_as("Mar 14 demo") == "2026-03-14 demo");
  CHECK(read_as("Nov 4: demo") == "2025-11-04 demo");
  CHECK(read_as("Mar 14, 2025: demo") == "2025-03-14 demo");
  CHECK(read_as("Mar 14 2025 demo") == "2025-03-14 demo");
  CHECK(read_as("14 March 2025 demo") == "2025-03-14 demo");
  CHECK(read_as("14 Feb demo") == "2026-02-14 demo");
  CHECK(read_as("May 5: demo") == "2025-05-05 demo");
  CHECK(read_as("feb 29 demo") == "2024-02-29 demo");
}

TEST_CASE("words that only look like a day are text", "[log]") {
  CHECK(read_as("sat with the Dublin SREs") == "2026-03-18 sat with the Dublin SREs");
  CHECK(read_as("sat: with the Dublin SREs") == "2026-03-14 with the Dublin SREs");
  CHECK(read_as("may change the plan") == "2026-03-18 may change the plan");
  CHECK(read_as("3 days of firefighting") == "2026-03-18 3 days of firefighting");
  CHECK(read_as("Wed the two teams together") == "2026-03-18 Wed the two teams together");
  CHECK(read_as("May 5 engineers joined") == "2026-03-18 May 5 engineers joined");
  CHECK(read_as("14 items closed") == "2026-03-18 14 items closed");
  CHECK(read_as("14/11 weekly mail") == "2026-03-18 14/11 weekly mail");
}

TEST_CASE("without a day a line is of the usual one, and tabs are spaces", "[log]") {
  const auto result = read_typed_entry("Led\tthe review", {some_day, parse_date("2025-01-05"), false});
  REQUIRE(result.entry);
  CHECK(result.entry->on == parse_date("2025-01-05"));
  CHECK(result.entry->text == "Led the review");
}

TEST_CASE("with a day of its own, a date at the start is text", "[log]") {
  const auto result = read_typed_entry("2027-01-01 is the new deadline", {some_day, parse_date("2026-03-01"), true});
  REQUIRE(result.entry);
  CHECK(result.entry->on == parse_date("2026-03-01"));
  CHECK(result.entry->text == "2027-01-01 is the new deadline");
}

TEST_CASE("links are taken out of the line", "[log]") {
  CHECK(read_as("Shipped it https://example.org/14") == "2026-03-18 Shipped it <https://example.org/14>");
  CHECK(read_as("yesterday https://example.org/14") == "2026-03-17 https://example.org/14 <https://example.org/14>");
}

TEST_CASE("a line that cannot be an entry says why", "[log]") {
  CHECK(read_as("  ") == "there is no text to log");
  CHECK(read_as("yesterday") == "`yesterday` is a day without a text");
  CHECK(read_as("Feb 29, 2025 demo") == "there is no day `feb 29, 2025`");
  CHECK(read_as("2026-13-45 demo") == "there is no day `2026-13-45`");
  CHECK(read_as("feb 30 demo") == "there is no day `feb 30`");
  CHECK(read_as("2027-01-01 talk accepted") == "2027-01-01 is in the future");
  CHECK(read_as(std::string(1U << 20U, 'x')) == "this text has 1048576 characters; an entry may have 4000");
  CHECK(read_as("red \x1B[31m") == "the character U+001B (escape) is not allowed");
  CHECK(read_as("one\ntwo") == "an entry is one line");
}

TEST_CASE("a day alone is read in the same words", "[log]") {
  CHECK(read_day("3 days ago", some_day) == parse_date("2026-03-15"));
  CHECK(read_day("Mar 14", some_day) == parse_date("2026-03-14"));
  CHECK_FALSE(read_day("someday", some_day));
  CHECK_FALSE(read_day("2026-02-30", some_day));
}

TEST_CASE("a page from an editor has a line for each paragraph, without comments", "[log]") {
  using Lines = std::vector<std::string>;
  CHECK(split_typed_page("one thing\n  on two lines\n\n\nanother\n") == Lines{"one thing on two lines", "another"});
  CHECK(split_typed_page("above\n# comment\nbelow") == Lines{"above", "below"});
  CHECK(split_typed_page("\n# comment\n").empty());
}
