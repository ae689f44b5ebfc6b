#include <rung/interview/read_remark.hpp>

#include <variant>

#include "catch.hpp"

using namespace rung;

namespace {

const RemarkDays today_judged{*parse_date("2026-11-28"), *parse_date("2026-11-28"), *parse_date("2026-11-28")};
const RemarkDays may_judged{*parse_date("2026-05-11"), *parse_date("2026-05-11"), *parse_date("2026-11-28")};

}  // namespace

TEST_CASE("a line with a date or a link is evidence, and its echo says of which day", "[interview]") {
  const auto echo = [](const char* line) {
    const Action action = read_remark(line, today_judged);
    const auto* added = std::get_if<AddRemark>(&action);
    return added == nullptr ? std::string("not added") : added->echo;
  };
  CHECK(echo("2026-03-14 shipped it") == "evidence of 2026-03-14");
  CHECK(echo("2026-03-14: shipped it https://example.org/1") == "evidence of 2026-03-14 · link");
  CHECK(echo("shipped https://example.org/1 https://example.org/2") == "evidence of 2026-11-28 · 2 links");
}

TEST_CASE("a line with neither asks whether it is evidence or a note", "[interview]") {
  const Action action = read_remark("shipped it", today_judged);
  const auto* asked = std::get_if<AskAbout>(&action);
  REQUIRE(asked != nullptr);
  CHECK(asked->choice.question == "Evidence of today, or a note?");
  CHECK(asked->choice.typed == "shipped it");
  REQUIRE(asked->choice.options.size() == 2);
  CHECK(asked->choice.options[0] ==
        RemarkOption{'e', "evidence of today", "2026-11-28 shipped it", "evidence of 2026-11-28"});
  CHECK(asked->choice.options[1] == RemarkOption{'n', "note", "shipped it", "note"});
  const Action earlier = read_remark("shipped it", may_judged);
  CHECK(std::get<AskAbout>(earlier).choice.question == "Evidence of May 11, or a note?");
}

TEST_CASE("a day that does not exist is refused", "[interview]") {
  const Action action = read_remark("2026-02-30 shipped it", today_judged);
  const auto* refused = std::get_if<Explain>(&action);
  REQUIRE(refused != nullptr);
  CHECK(refused->message == "There is no such day as 2026-02-30.");
}

TEST_CASE("a day in the future, or after the judged one, is asked about", "[interview]") {
  const Action future = read_remark("2027-01-05 will ship it", today_judged);
  CHECK(std::get<AskAbout>(future).choice.question == "Jan 5, 2027 is in the future. Add it anyway?");
  const Action later = read_remark("2026-08-01 shipped it", may_judged);
  CHECK(std::get<AskAbout>(later).choice.question ==
        "Aug 1 is after May 11, the day that this assessment judges, so it will not count. Add it anyway?");
  CHECK(std::get<AskAbout>(later).choice.options.front() ==
        RemarkOption{'y', "yes, add it", "2026-08-01 shipped it", "evidence of 2026-08-01"});
}
