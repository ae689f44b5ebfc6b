#include <rung/assessment/timestamp.hpp>

#include <string>

#include "catch.hpp"

using namespace rung;

TEST_CASE("a timestamp keeps its local offset", "[assessment]") {
  for (const std::string text : {"2026-03-14T09:26:53+01:00", "2026-03-14T09:26:53Z", "2024-02-29T23:59:59-09:30",
                                 "0000-01-01T00:00:00+18:00", "9999-12-31T23:59:59-18:00"}) {
    CAPTURE(text);
    const auto timestamp = parse_timestamp(text);
    REQUIRE(timestamp);
    CHECK(format_timestamp(*timestamp) == text);
  }
  CHECK(format_timestamp(parse_timestamp("2026-03-14T09:26:53+00:00").value()) == "2026-03-14T09:26:53Z");
}

TEST_CASE("the same moment in two places has two dates", "[assessment]") {
  const auto here = parse_timestamp("2026-03-15T00:30:00+01:00").value();
  const auto there = parse_timestamp("2026-03-14T23:30:00Z").value();
  CHECK(here.at == there.at);
  CHECK(here != there);
  CHECK(format_date(date_of(here)) == "2026-03-15");
  CHECK(format_date(date_of(there)) == "2026-03-14");
}

TEST_CASE("text that is not an RFC 3339 time is not a timestamp", "[assessment]") {
  for (const std::string text :
       {"", "2026-03-14", "2026-03-14T09:26:53", "2026-03-14 09:26:53Z", "2026-03-14t09:26:53z", "2026-03-14T24:00:00Z",
        "2026-03-14T09:60:00Z", "2026-03-14T09:26:60Z", "2026-02-30T09:26:53Z", "2026-03-14T09:26:53+18:01",
        "2026-03-14T09:26:53+1:00", "2026-03-14T09:26:53-00:00", "2026-03-14T09:26:53.5Z", "2026-03-14T09:26:53Z ",
        " 2026-03-14T09:26:53Z", "2026-03-14T+9:26:53Z", "2026-03-14T09:26:53+01:60"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_timestamp(text));
  }
}

TEST_CASE("only dates that exist are dates", "[assessment]") {
  CHECK(format_date(parse_date("2024-02-29").value()) == "2024-02-29");
  CHECK(format_date(parse_date("0987-01-02").value()) == "0987-01-02");
  for (const std::string text : {"", "2023-02-29", "2026-00-01", "2026-01-00", "2026-13-01", "2026-1-01", "26-01-01",
                                 "2026/01/01", "2026-01-01 ", "-026-01-01", "2026-01-+1"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date(text));
  }
}
